using System.Collections.Immutable;
using Hss.Interfaces.Assets.References;

namespace Hss.Silo.Assets.References;

/// <summary>The categories and locations of the demonstration (fact file, seed data).</summary>
public static class DemonstrationReferences
{
    private const string Pangyo = "판교";

    private const string Daejeon = "대전";

    /// <summary>The categories of the earlier document.</summary>
    public static ImmutableArray<CategoryDetails> Categories { get; } =
    [
        new("Desktop", "DESKTOP", "Desktop computers and workstations", true),
        new("Laptop", "LAPTOP", "Portable computers", true),
        new("Monitor", "MONITOR", "Displays", true),
        new("Keyboard", "KEYBOARD", "Keyboards", true),
        new("Mouse", "MOUSE", "Mice and other pointing devices", true),
        new("Printer", "PRINTER", "Printers, scanners and copiers", true),
        new("Network", "NETWORK", "Switches, routers and access points", true),
        new("Mobile", "MOBILE", "Phones and tablets", true),
        new("Peripheral", "PERIPHERAL", "Docks, cameras, headsets and the like", true),
        new("Server", "SERVER", "Servers and storage", true),
    ];

    /// <summary>The locations of the two sites.</summary>
    public static ImmutableArray<LocationDetails> Locations { get; } =
    [
        new("판교 본사", "PG-MAIN", Pangyo, "본사", null, null, true),
        new("판교 본사 1층", "PG-MAIN-1F", Pangyo, "본사", "1F", null, true),
        new("판교 본사 2층", "PG-MAIN-2F", Pangyo, "본사", "2F", null, true),
        new("판교 본사 3층", "PG-MAIN-3F", Pangyo, "본사", "3F", null, true),
        new("판교 연구소", "PG-RND", Pangyo, "연구소", null, null, true),
        new("판교 연구소 1층", "PG-RND-1F", Pangyo, "연구소", "1F", null, true),
        new("판교 연구소 2층", "PG-RND-2F", Pangyo, "연구소", "2F", null, true),
        new("대전 본관", "DJ-MAIN", Daejeon, "본관", null, null, true),
        new("대전 본관 1층", "DJ-MAIN-1F", Daejeon, "본관", "1F", null, true),
        new("대전 본관 2층", "DJ-MAIN-2F", Daejeon, "본관", "2F", null, true),
        new("대전 본관 3층", "DJ-MAIN-3F", Daejeon, "본관", "3F", null, true),
        new("대전 연구동", "DJ-LAB", Daejeon, "연구동", null, null, true),
        new("대전 연구동 1층", "DJ-LAB-1F", Daejeon, "연구동", "1F", null, true),
        new("대전 연구동 2층", "DJ-LAB-2F", Daejeon, "연구동", "2F", null, true),
        new("판교 창고", "PG-STORAGE", Pangyo, "창고", null, null, true),
        new("대전 창고", "DJ-STORAGE", Daejeon, "창고", null, null, true),
    ];
}
