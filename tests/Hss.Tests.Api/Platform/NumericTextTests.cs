using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hss.Api.Platform.Wire;

namespace Hss.Tests.Api.Platform;

/// <summary>Numbers that come as text are brought into form before a body is checked.</summary>
public sealed class NumericTextTests
{
    [Theory]
    [InlineData("""{"price":"29.99"}""", """{"price":29.99}""")]
    [InlineData("""{"price":" 5 ","count":"7"}""", """{"price":5,"count":7}""")]
    [InlineData("""{"price":"","count":" "}""", """{"price":null,"count":null}""")]
    [InlineData("""{"count":3.0}""", """{"count":3}""")]
    [InlineData("""{"count":"3.00"}""", """{"count":3}""")]
    [InlineData("""{"count":"3.5"}""", """{"count":3.5}""")]
    [InlineData("""{"price":"1e300"}""", """{"price":1E+300}""")]
    [InlineData("""{"price":"NaN","count":"0x10"}""", """{"price":"NaN","count":"0x10"}""")]
    [InlineData("""{"price":true,"count":[1]}""", """{"price":true,"count":[1]}""")]
    [InlineData("""{"text":"5","other":"6"}""", """{"text":"5","other":"6"}""")]
    [InlineData("""{"counts":["1",2,"x",null]}""", """{"counts":[1,2,"x",null]}""")]
    [InlineData("""{"items":[{"quantity":"4"},5],"text":null}""", """{"items":[{"quantity":4},5],"text":null}""")]
    [InlineData("[]", "[]")]
    public void Normalise_BringsNumbersIntoForm_AndLeavesTheRest(string sent, string expected)
    {
        using var document = JsonDocument.Parse(sent);
        Assert.Equal(expected, NumericText.Normalise(document.RootElement, typeof(Body)).GetRawText());
    }

    [NumericText]
    private sealed record Body
    {
        public decimal? Price { get; init; }

        public int? Count { get; init; }

        public string? Text { get; init; }

        public ImmutableArray<long>? Counts { get; init; }

        public ImmutableArray<Item>? Items { get; init; }
    }

    private sealed record Item
    {
        [JsonPropertyName("quantity")]
        public int? Quantity { get; init; }
    }
}
