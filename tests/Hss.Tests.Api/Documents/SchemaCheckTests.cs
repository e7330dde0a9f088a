using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Documents;

/// <summary>What the documents are checked by must find faults itself.</summary>
public sealed class SchemaCheckTests
{
    private static readonly JsonNode Document = JsonNode.Parse("""
        {"components":{"schemas":{
          "Thing":{"type":"object","required":["id","price"],"properties":{
            "id":{"type":"string","format":"uuid"},
            "price":{"type":"string","format":"decimal"},
            "count":{"type":["null","integer"],"minimum":1,"maximum":5},
            "kind":{"type":["null","string"],"enum":["a","b",null]},
            "at":{"type":"string","format":"date-time"},
            "tags":{"type":"array","maxItems":2,"items":{"type":"string","maxLength":3}},
            "roles":{"type":"object","additionalProperties":{"type":"string"}},
            "inner":{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Thing"}]}}}}}}
        """)!;

    private static readonly JsonNode Thing = new JsonObject { ["$ref"] = "#/components/schemas/Thing" };

    private const string Valid = "\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"price\":\"12.50\"";

    [Theory]
    [InlineData("")]
    [InlineData(",\"count\":null,\"kind\":null,\"inner\":null")]
    [InlineData(",\"count\":5,\"kind\":\"b\",\"at\":\"2026-11-21T10:00:00.000000Z\",\"tags\":[\"x\"],\"roles\":{\"sams\":\"admin\"}")]
    public void Value_AsTheSchemaSays_HasNoFault(string more) => Assert.Empty(Faults($"{{{Valid}{more}}}"));

    [Theory]
    [InlineData("[]", "$: [] is no \"object\"")]
    [InlineData("{\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\"}", "$: price is missing")]
    [InlineData("{\"id\":\"7\",\"price\":\"12.50\"}", "$.id: '7' is no uuid")]
    [InlineData("{" + Valid + ",\"count\":6}", "$.count: 6 is not within 1..5")]
    [InlineData("{" + Valid + ",\"count\":1.5}", "$.count: 1.5 is no [\"null\",\"integer\"]")]
    [InlineData("{" + Valid + ",\"kind\":\"c\"}", "$.kind: \"c\" is none of [\"a\",\"b\",null]")]
    [InlineData("{" + Valid + ",\"at\":\"2026-11-21\"}", "$.at: '2026-11-21' is no date-time")]
    [InlineData("{" + Valid + ",\"at\":null}", "$.at: null is no \"string\"")]
    [InlineData("{" + Valid + ",\"tags\":[\"long\"]}", "$.tags[0]: 4 is not within -..3")]
    [InlineData("{" + Valid + ",\"tags\":[\"a\",\"b\",\"c\"]}", "$.tags: 3 is not within -..2")]
    [InlineData("{" + Valid + ",\"roles\":{\"sams\":1}}", "$.roles.sams: 1 is no \"string\"")]
    [InlineData("{" + Valid + ",\"colour\":\"red\"}", "$: colour is not in the document")]
    public void Value_ThatIsNot_IsNamedWithItsPlace(string value, string fault) => Assert.Equal(fault, Assert.Single(Faults(value)));

    [Fact]
    public void Inner_IsFollowed() => Assert.StartsWith("$.inner: ", Assert.Single(Faults($"{{{Valid},\"inner\":{{}}}}")), StringComparison.Ordinal);

    [Fact]
    public void Body_MayHaveMembersThatTheServerPassesOver() =>
        Assert.Empty(new SchemaCheck(Document, closed: false).Faults(JsonNode.Parse($"{{{Valid},\"colour\":\"red\"}}"), Thing));

    [Fact]
    public void Word_ThatNobodyChecks_IsAFault() =>
        Assert.Single(new SchemaCheck(Document, closed: true).Faults(JsonNode.Parse("3"), new JsonObject { ["type"] = "integer", ["multipleOf"] = 2 }));

    private static IReadOnlyList<string> Faults(string value) => new SchemaCheck(Document, closed: true).Faults(JsonNode.Parse(value), Thing);
}
