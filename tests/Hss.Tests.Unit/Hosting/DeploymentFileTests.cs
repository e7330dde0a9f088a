using System.Diagnostics;
using System.Text.RegularExpressions;
using Hss.Silo.Hosting;
using Hss.Tests.Unit.Architecture;
using Microsoft.Extensions.Configuration;

namespace Hss.Tests.Unit.Hosting;

/// <summary>The files that start the product name settings, files, projects and ports that exist, and agree with each other.</summary>
public sealed partial class DeploymentFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-env-");

    public static TheoryData<string> Files() =>
    [
        "docker-compose.yml", "docker-compose.single.yml", "deploy/hss.service", "deploy/kubernetes/settings.yaml", "deploy/kubernetes/silo.yaml", "deploy/kubernetes/api.yaml",
    ];

    public static TheoryData<string> Dockerfiles() => ["deploy/Dockerfile.api", "deploy/Dockerfile.silo"];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryVariable_IsASetting(string file)
    {
        // PostgreSQL's own are of its image.
        var names = Variable().Matches(Text(file)).Select(m => m.Groups["name"].Value).Where(n => !n.StartsWith("POSTGRES_", StringComparison.Ordinal)).ToHashSet();
        Assert.NotEmpty(names);
        Assert.Subset(Settings(), names);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void TheOwnPortsOfMounts_AreThoseOfTheGateway(string file)
    {
        var listeners = Listeners().Matches(Text(file)).Select(m => m.Value).Distinct().ToList();
        if (file.EndsWith("silo.yaml", StringComparison.Ordinal) || file.EndsWith("settings.yaml", StringComparison.Ordinal))
            Assert.Empty(listeners);
        else
            Assert.Equal([Listeners().Match(Text("deploy/nginx/upstreams.conf")).Value], listeners);
    }

    [Fact]
    public void TheGatewaysGroups_AreTheSameOnOneMachineAndInCompose()
    {
        var (machine, compose) = (Groups("deploy/nginx/upstreams.conf"), Groups("deploy/compose-upstreams.conf"));
        Assert.Equal(5, machine.Count);
        Assert.Equal(machine, compose);
    }

    [Fact]
    public void NewSettings_AreEnoughForAServerInProduction()
    {
        var written = Run(Path.Combine(SourceTree.Root, "deploy", "new-env")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split('=', 2)).ToDictionary(l => l[0], l => (string?)l[1]);
        Assert.Subset(Settings(), written.Keys.ToHashSet());
        // What compose asks .env for is there.
        Assert.Subset(written.Keys.ToHashSet(), Asked().Matches(Text("docker-compose.yml")).Select(m => m.Groups["name"].Value).ToHashSet());
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(written).AddInMemoryCollection([new("HSS_DATA", _folder.FullName)]).Build();
        var settings = HssSettings.Read(configuration, development: false);
        Assert.Equal((written["HSS_ADMIN_EMAIL"], written["HSS_ADMIN_PASSWORD"]), (settings.Identity.AdminEmail, settings.Identity.AdminPassword));
    }

    [Fact]
    public void NewSettings_AreNewEachTime() =>
        Assert.NotEqual(Run(Path.Combine(SourceTree.Root, "deploy", "new-env")), Run(Path.Combine(SourceTree.Root, "deploy", "new-env")));

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void AnImage_IsMadeOfFilesThatAreThere_WithEveryProjectThatItNeeds(string file)
    {
        var copied = Copy().Matches(Text(file)).SelectMany(m => m.Groups["from"].Value.Split(' ')).ToList();
        Assert.All(copied, path => Assert.True(Path.Exists(Path.Combine(SourceTree.Root, path)), path));
        var project = Publish().Match(Text(file)).Groups["project"].Value;
        Assert.Equal($"[\"dotnet\", \"{project}.dll\"]", EntryPoint().Match(Text(file)).Groups["words"].Value);
        foreach (var needed in Closure(project))
            Assert.Subset(copied.ToHashSet(), new HashSet<string> { needed, $"{needed}/{needed}.csproj", $"{needed}/packages.lock.json" });
    }

    [Theory]
    [InlineData("docker-compose.yml")]
    [InlineData("docker-compose.single.yml")]
    public void WhatComposeMounts_IsThere(string file) =>
        Assert.All(Mounted().Matches(Text(file)).Select(m => m.Groups["path"].Value), path => Assert.True(File.Exists(Path.Combine(SourceTree.Root, path)), path));

    [Fact]
    public void WhatKubernetesIsGiven_IsThere()
    {
        var listed = Resource().Matches(Text("deploy/kubernetes/kustomization.yaml")).Select(m => m.Value).Append("kustomization.yaml");
        Assert.Equal(Directory.GetFiles(Path.Combine(SourceTree.Root, "deploy", "kubernetes")).Select(Path.GetFileName).Order(), listed.Order());
    }

    [Fact]
    public void TheImagesLeaveOutWhatIsNoSource() =>
        Assert.Equal(["**", "!.editorconfig", "!global.json", "!Directory.*.props", "!Hss.*/**", "!deploy/healthy"], File.ReadLines(Path.Combine(SourceTree.Root, ".dockerignore")).Where(l => l[0] != '#'));

    private static HashSet<string> Settings() =>
        [.. File.ReadLines(Path.Combine(SourceTree.Root, ".env.example")).Select(l => Example().Match(l)).Where(m => m.Success).Select(m => m.Groups["name"].Value)];

    private static string Text(string file) => File.ReadAllText(Path.Combine(SourceTree.Root, file));

    private static Dictionary<string, string> Groups(string file) =>
        Group().Matches(Text(file)).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["port"].Value);

    // A project and all that it refers to.
    private static HashSet<string> Closure(string project) =>
        [project, .. Reference().Matches(Text($"{project}/{project}.csproj")).SelectMany(m => Closure(m.Groups["project"].Value))];

    private static string Run(string program)
    {
        using var process = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    // As a key of compose or of a map of settings, as a line of a unit, as a variable of a container.
    [GeneratedRegex(@"^(?: {2,}|Environment=|.*- \{ name: )(?<name>[A-Z][A-Za-z0-9]*_[A-Z0-9_]+)(?=: |=|, )", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex("18081=/hss[^\\s\"]*")]
    private static partial Regex Listeners();

    [GeneratedRegex(@"upstream (?<name>\w+) \{[^}]*server [\w.]+:(?<port>\d+)")]
    private static partial Regex Group();

    [GeneratedRegex(@"\$\{(?<name>\w+)")]
    private static partial Regex Asked();

    [GeneratedRegex("^COPY (?!--)(?<from>.+) [^ ]+$", RegexOptions.Multiline)]
    private static partial Regex Copy();

    [GeneratedRegex("dotnet publish (?<project>[A-Za-z.]+)")]
    private static partial Regex Publish();

    [GeneratedRegex("^ENTRYPOINT (?<words>.+)$", RegexOptions.Multiline)]
    private static partial Regex EntryPoint();

    [GeneratedRegex(@"ProjectReference Include=""\.\./(?<project>[A-Za-z.]+)/")]
    private static partial Regex Reference();

    [GeneratedRegex(@"- \./(?<path>[^:]+):", RegexOptions.Multiline)]
    private static partial Regex Mounted();

    [GeneratedRegex(@"(?<=^  - )\w+\.yaml$", RegexOptions.Multiline)]
    private static partial Regex Resource();

    [GeneratedRegex("^# (?<name>[A-Za-z0-9_]+)=")]
    private static partial Regex Example();
}
