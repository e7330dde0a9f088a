using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mono.Cecil;

namespace Hss.Tests.Unit.Architecture;

/// <summary>
/// The same sources build for both engines. These tests look at the embedded build, so that the other one stays whole also where the packages
/// of Orleans cannot be had.
/// </summary>
public sealed partial class EngineTests
{
    /// <summary>What of the grain model is used, and where Orleans has it: same name, same meaning, looked up in its source.</summary>
    private static readonly FrozenDictionary<string, string> Model = new Dictionary<string, string>
    {
        ["AliasAttribute"] = "Orleans",
        ["AlwaysInterleaveAttribute"] = "Orleans.Concurrency",
        ["GenerateSerializerAttribute"] = "Orleans",
        ["Grain"] = "Orleans",
        ["GrainExtensions"] = "Orleans",
        ["GrainTypeAttribute"] = "Orleans",
        ["IAddressable"] = "Orleans.Runtime",
        ["IAsyncStream`1"] = "Orleans.Streams",
        ["IClusterClient"] = "Orleans",
        ["IGrain"] = "Orleans",
        ["IGrainFactory"] = "Orleans",
        ["IGrainWithStringKey"] = "Orleans",
        ["IStreamProvider"] = "Orleans.Streams",
        ["IdAttribute"] = "Orleans",
        ["ImmutableAttribute"] = "Orleans",
        ["LimitExceededException"] = "Orleans.Runtime",
        ["OrleansMessageRejectionException"] = "Orleans.Runtime",
        ["ReentrantAttribute"] = "Orleans.Concurrency",
        // One class here; ClientStreamingExtensions and AsyncObservableExtensions (Orleans.Streams) there.
        ["StreamExtensions"] = "Orleans",
        ["StreamId"] = "Orleans.Runtime",
        ["StreamSequenceToken"] = "Orleans.Streams",
        ["StreamSubscriptionHandle`1"] = "Orleans.Streams",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Its members that are called, with the number of their parameters.</summary>
    private static readonly FrozenSet<string> Members = FrozenSet.Create(
        StringComparer.Ordinal,
        "Grain..ctor/0",
        "Grain.DeactivateOnIdle/0",
        "GrainExtensions.GetPrimaryKeyString/1",
        "IAsyncStream`1.OnNextAsync/2",
        "IGrainFactory.GetGrain/1",
        "IStreamProvider.GetStream/1",
        "StreamExtensions.GetStreamProvider/2",
        "StreamExtensions.SubscribeAsync/2",
        "StreamId.Create/2",
        "StreamSubscriptionHandle`1.UnsubscribeAsync/0");

    // Where each host is wired.
    private static readonly string[] Hosts = ["Hss.Silo/Hosting/Orleans/", "Hss.Silo/Hosting/Embedded/"];

    private static readonly string[] Projects = ["Hss.Interfaces", "Hss.Grains", "Hss.Silo", "Hss.Api"];

    [Fact]
    public void NoSource_NamesItsHost()
    {
        var root = SourceTree.Root;
        var named = Projects
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(root, p), "*.cs", SearchOption.AllDirectories))
            .SelectMany(File.ReadLines, (f, line) => (File: Path.GetRelativePath(root, f).Replace('\\', '/'), Line: line.Trim()))
            .Where(x => !Hosts.Any(h => x.File.StartsWith(h, StringComparison.Ordinal)) && HostName().IsMatch(x.Line));
        Assert.Empty(named);
    }

    [Fact]
    public void NoProject_NamesOrleans()
    {
        var projects = Directory.EnumerateFiles(SourceTree.Root, "*.csproj", SearchOption.AllDirectories).ToList();
        Assert.Contains(projects, p => p.EndsWith("Hss.Silo.csproj", StringComparison.Ordinal));
        Assert.DoesNotContain(projects, p => File.ReadAllText(p).Contains("orleans", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void TheWiringOfOrleans_IsOneSmallFolder() =>
        Assert.InRange(Directory.EnumerateFiles(Path.Combine(SourceTree.Root, Hosts[0]), "*.cs").Sum(f => File.ReadLines(f).Count()), 1, 299);

    [Fact]
    public void EachEngine_HasItsHostingFileWithTheSameEntryPoints()
    {
        static string[] EntryPoints(string engine) =>
            
        [
            .. File.ReadLines(Path.Combine(SourceTree.Root, "Hss.Silo", "Hosting", engine, "GrainHosting.cs"))
                .Select(l => PublicMember().Match(l.Replace(" async ", " ", StringComparison.Ordinal))).Where(m => m.Success).Select(m => m.Value),
        ];

        Assert.Equal(5, EntryPoints("Embedded").Length);
        Assert.Equal(EntryPoints("Embedded"), EntryPoints("Orleans"));
    }

    [Fact]
    public void EveryTypeOfTheModelThatIsUsed_IsOneOfOrleansUnderAGlobalUsing()
    {
        var usings = GlobalUsings("'$(HssEngine)' == 'orleans'");
        var used = References(m => m.GetTypeReferences().Where(IsOfHost).Select(t => t.Name));
        Assert.Contains("Grain", used);
        Assert.DoesNotContain(used, t => !Model.TryGetValue(t, out var space) || !usings.Contains(space));
    }

    [Fact]
    public void EveryMemberOfTheModelThatIsCalled_IsOneOfOrleans()
    {
        var used = References(m => m.GetMemberReferences()
            .Where(r => IsOfHost(r.DeclaringType) && r is MethodReference && !r.DeclaringType.Name.EndsWith("Attribute", StringComparison.Ordinal))
            .Select(r => $"{r.DeclaringType.Name}.{r.Name}/{((MethodReference)r).Parameters.Count}"));
        Assert.Contains("IGrainFactory.GetGrain/1", used);
        Assert.Empty(used.Except(Members));
    }

    [Fact]
    public void TheEmbeddedEngine_IsTheOnlyGlobalUsingOfItsBuild() =>
        Assert.Equal([typeof(Grain).Namespace!], GlobalUsings("'$(HssEngine)' == 'embedded'"));

    // What GrainHosting.Embedded.cs alone uses has no counterpart: the other engine's file stands in its place.
    private static List<string> References(Func<ModuleDefinition, IEnumerable<string>> find) =>
    [
        .. Projects.SelectMany(p =>
        {
            using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"{p}.dll"));
            return find(module).ToList();
        }).Where(n => !n.StartsWith("Embedded", StringComparison.Ordinal)).Distinct(),
    ];

    private static bool IsOfHost(TypeReference type) => type.Scope?.Name == "Hss.Embedded";

    private static string[] GlobalUsings(string condition) =>
    [
        .. XDocument.Load(Path.Combine(SourceTree.Root, "Directory.Build.props")).Descendants("ItemGroup")
            .Where(g => g.Attribute("Condition")?.Value.StartsWith(condition, StringComparison.Ordinal) == true)
            .Elements("Using").Select(u => u.Attribute("Include")!.Value),
    ];

    [GeneratedRegex(@"\b(Hss\.Embedded|Orleans)\b")]
    private static partial Regex HostName();

    [GeneratedRegex(@"(internal static class|public static) [^=]*[A-Za-z)]")]
    private static partial Regex PublicMember();
}
