using System.Text.Json.Nodes;
using Hss.Api.Platform;
using Hss.Api.Platform.OpenApi;

namespace Hss.Tests.Api.Platform;

/// <summary>Bodies and answers have names in the documents, which clients know them by.</summary>
public sealed class SchemaTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string References = "#/components/schemas/";

    public static TheoryData<Mount> EveryMount => [.. Mounts.All];

    // A document in which two records share a name, or one has two meanings, cannot be made: the message says which.
    [Theory]
    [MemberData(nameof(EveryMount))]
    public async Task EveryBodyAndAnswer_IsNamed_AndEachNameMeansOneRecord(Mount mount)
    {
        var document = JsonNode.Parse(await OpenApiDocuments.Text(api.Server.Services, mount, atRoot: false, default))!;
        var nameless = new List<string>();
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                if (operation!["requestBody"] is { } body)
                    nameless.AddRange(Nameless(body["content"]!, $"{method} {path} body"));
                foreach (var (status, answer) in operation["responses"]!.AsObject())
                    nameless.AddRange(Nameless(answer!["content"], $"{method} {path} {status}"));
            }
        }

        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject().Where(s => s.Key != mount.Dialect.Name))
        {
            foreach (var (member, value) in schema!["properties"]!.AsObject())
                nameless.AddRange(Objects(value!, $"{name}.{member}"));
        }

        Assert.Empty(nameless);
    }

    [Fact]
    public async Task DocumentOfAllMounts_NamesARecordByItsMountToo()
    {
        var names = JsonNode.Parse(await OpenApiDocuments.Text(api.Server.Services, null, atRoot: true, default))!["components"]!["schemas"]!.AsObject().Select(s => s.Key).ToList();
        Assert.Contains("hss.ItemBody", names);
        Assert.Contains("store.ItemBody", names);
        Assert.All(names, n => Assert.Contains(n.Split('.')[0], Mounts.All.Select(m => m.Name)));
    }

    [Theory]
    [InlineData(typeof(Plain), "Plain")]
    [InlineData(typeof(Code), "Contract")]
    [InlineData(typeof(Page<Code>), "ContractPage")]
    public void Name_IsTheContracts_OtherwiseTheRecordsOwn(Type record, string name) => Assert.Equal(name, SchemaNames.Of(record));

    private static IEnumerable<string> Nameless(JsonNode? content, string where) => content?["application/json"]?["schema"] is not { } schema
        ? []
        : Objects(schema, where).Concat(schema.ToJsonString().Contains(References, StringComparison.Ordinal) ? [] : [$"{where}: {schema.ToJsonString()}"]);

    // Objects with members of their own must be components; a dictionary has none.
    private static IEnumerable<string> Objects(JsonNode schema, string where)
    {
        if (schema["properties"] is not null)
            yield return where;
        foreach (var inner in (schema["oneOf"]?.AsArray() ?? []).Append(schema["items"]).Append(schema["additionalProperties"]).OfType<JsonObject>())
        {
            foreach (var found in Objects(inner, where))
                yield return found;
        }
    }

    private sealed record Plain;

    [SchemaName("Contract")]
    private sealed record Code;

    private sealed record Page<T>(T Item);
}
