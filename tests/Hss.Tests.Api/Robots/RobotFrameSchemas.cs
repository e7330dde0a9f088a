using System.Text.Json.Nodes;
using Hss.Tests.Api.Documents;

namespace Hss.Tests.Api.Robots;

/// <summary>The published JSON schemas of robots' frames, <c>docs/robot-protocol/*.schema.json</c>.</summary>
internal static class RobotFrameSchemas
{
    private static readonly Lazy<Dictionary<string, JsonNode>> Schemas = new(Load);

    /// <summary>The types of frames that have a schema.</summary>
    public static IEnumerable<string> Types => Schemas.Value.Keys;

    /// <summary>What is wrong with a frame by the schema of its type.</summary>
    public static IReadOnlyList<string> Faults(JsonNode frame) => Schemas.Value.TryGetValue((string?)frame["type"] ?? "", out var schema)
        ? new SchemaCheck(new JsonObject(), closed: true).Faults(frame, schema)
        : [$"A frame of type {frame["type"]} has no schema"];

    /// <summary>Fails unless a frame is what its schema says.</summary>
    public static void Check(JsonNode frame)
    {
        var faults = Faults(frame);
        Assert.True(faults.Count == 0, $"{frame.ToJsonString()}: {string.Join("; ", faults)}");
    }

    private static Dictionary<string, JsonNode> Load() => Directory.EnumerateFiles(Folder(), "*.schema.json")
        .Select(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject())
        .ToDictionary(schema => (string)schema["properties"]!["type"]!["enum"]![0]!, JsonNode (schema) =>
        {
            foreach (var heading in (string[])["$schema", "$id", "title"])
                Assert.True(schema.Remove(heading), $"A schema has no {heading}");
            return schema;
        });

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Hss.slnx")))
            root = root.Parent!;
        return Path.Combine(root.FullName, "docs", "robot-protocol");
    }
}
