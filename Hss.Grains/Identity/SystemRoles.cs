using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hss.Grains.Identity;

/// <summary>The roles of each system, lowest first (contracts, section 3).</summary>
public static class SystemRoles
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> BySystem = new Dictionary<string, ImmutableArray<string>>
    {
        ["hss"] = ["customer", "staff", "admin"],
        ["store"] = ["customer", "support_agent", "sales_manager", "product_manager"],
        ["sams"] = ["employee", "manager", "admin"],
        ["reservia"] = ["user", "admin", "super"],
        ["luna"] = ["STUDENT", "LIBRARIAN", "ADMIN"],
        [AccountRules.Platform] = ["user", "operator"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The roles of a system, lowest first; empty for an unknown one.</summary>
    public static ImmutableArray<string> Of(string system) => BySystem.GetValueOrDefault(system, []);

    /// <summary>Whether the system has the role; taking a role is known for every system.</summary>
    public static bool IsKnown(string system, string? role) => Of(system) is { IsEmpty: false } roles && (role is null || roles.Contains(role));

    /// <summary>The highest role of a system.</summary>
    public static string Highest(string system) => Of(system)[^1];

    /// <summary>What counts in a system: an operator of the platform has the highest role everywhere (contracts, section 5).</summary>
    /// <param name="own">The account's role in the system, or null.</param>
    /// <param name="platform">The account's role on the platform, or null.</param>
    public static string? Effective(string system, string? own, string? platform) => platform == AccountRules.Operator ? Highest(system) : own;

    /// <summary>The lowest role of a system: what registration gives.</summary>
    public static string Lowest(string system) => Of(system)[0];
}
