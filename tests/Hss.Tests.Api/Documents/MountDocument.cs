using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Hss.Api.Platform;
using Hss.Api.Platform.OpenApi;

namespace Hss.Tests.Api.Documents;

/// <summary>A mount's document, made to look things up in.</summary>
internal sealed class MountDocument
{
    // The routes are the same whatever the server's settings.
    private static readonly ConcurrentDictionary<Mount, Lazy<Task<MountDocument>>> Known = new();

    private readonly List<Operation> _operations = [];

    private MountDocument(Mount mount, JsonNode root)
    {
        Root = root;
        foreach (var (path, item) in root["paths"]!.AsObject())
            _operations.AddRange(item!.AsObject().Select(o => new Operation(o.Key.ToUpperInvariant(), mount.Path + path, o.Value!)));
    }

    public JsonNode Root { get; }

    public IReadOnlyList<Operation> Operations => _operations;

    public static Task<MountDocument> Of(Mount mount, IServiceProvider services) => Known.GetOrAdd(
        mount, static (m, s) => new(async () => new(m, JsonNode.Parse(await OpenApiDocuments.Text(s, m, atRoot: false, default))!)), services).Value;

    /// <summary>The operation of a request; null when there is none.</summary>
    /// <param name="path">With the mount.</param>
    public Operation? Find(string method, string path)
    {
        var segments = path.TrimEnd('/').Split('/');
        return _operations.Where(o => o.Method == method && o.Matches(segments)).MinBy(o => o.Variables);
    }
}

/// <summary>One operation of a document.</summary>
internal sealed record Operation(string Method, string Path, JsonNode Says)
{
    private readonly string[] _segments = Path.TrimEnd('/').Split('/');

    /// <summary>How many parts of its path are variable.</summary>
    public int Variables => _segments.Count(IsVariable);

    public bool Matches(string[] segments) =>
        segments.Length == _segments.Length && segments.Zip(_segments).All(p => IsVariable(p.Second) || p.First == p.Second);

    public override string ToString() => $"{Method} {Path}";

    private static bool IsVariable(string segment) => segment.StartsWith('{');
}
