using System.Text.Json.Nodes;

namespace Hss.Drill.Check;

/// <summary>An event as the operator's audit shows it.</summary>
internal sealed record StoredEvent(long Seq, string Kind, string Id, long Version, string Type, string RequestId, JsonNode Data, string PreviousHash, string Hash)
{
    /// <summary>A member of what happened as text; null when there is none.</summary>
    /// <param name="path">Members and positions with dots between.</param>
    public string? Text(string path) => At(path)?.ToString();

    /// <summary>A whole number of what happened.</summary>
    public long Number(string path) => (long)(At(path) ?? throw new InvalidOperationException($"{Type} of {Kind}/{Id} has no {path}"));

    /// <summary>A member of what happened, or null.</summary>
    public JsonNode? At(string path)
    {
        JsonNode? node = Data;
        foreach (var part in path.Split('.'))
            node = node is JsonArray array ? array.ElementAtOrDefault(int.Parse(part)) : node?[part];
        return node;
    }
}
