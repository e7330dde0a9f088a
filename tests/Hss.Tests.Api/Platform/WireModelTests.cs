using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Wire;

namespace Hss.Tests.Api.Platform;

public sealed class WireModelTests
{
    [Fact]
    public void Check_WhenAllIsWell_FindsNothing() =>
        Assert.Empty(Check("""{"customer_name":"Ada","count":3,"when":"2026-11-21","items":[{"kind":"box"}],"extra":1}"""));

    [Fact]
    public void Check_FindsAllFaultsAtOnce()
    {
        var faults = Check("""{"count":99,"email":"nobody","when":"21.11.2026","items":[{"kind":"box"},{"kind":"car"},{}]}""");
        Assert.Equal(
            ["customer_name is required", "count must be between 1 and 12", "email is invalid", "when must be a date (YYYY-MM-DD)",
             "items[1].kind must be one of ['bed', 'box']", "items[2].kind is required"],
            faults.Select(f => $"{f.Name()} {f.Phrase}"));
    }

    [Theory]
    [InlineData("""{"customer_name":" "}""", "customer_name is required")]
    [InlineData("""{"customer_name":null}""", "customer_name is required")]
    [InlineData("""{"customer_name":7}""", "customer_name must be a string")]
    [InlineData("""{"customer_name":"a\u0000b"}""", "customer_name must not contain NUL characters")]
    [InlineData("""{"customer_name":"abcdefghijk"}""", "customer_name must have at most 10 characters")]
    [InlineData("""{"customer_name":"Ada","count":"3"}""", "count must be an integer")]
    [InlineData("""{"customer_name":"Ada","count":3.5}""", "count must be an integer")]
    [InlineData("""{"customer_name":"Ada","count":99999999999999999999999999999999999}""", "count is out of range")]
    [InlineData("""{"customer_name":"Ada","count":1e400}""", "count is out of range")]
    [InlineData("""{"customer_name":"Ada","price":1e400}""", "price is out of range")]
    [InlineData("""{"customer_name":"Ada","items":{}}""", "items must be a list")]
    [InlineData("""{"customer_name":"Ada","items":[]}""", "items must have at least one entry")]
    [InlineData("""{"customer_name":"Ada","items":[3]}""", "items[0] must be an object")]
    [InlineData("""{"customer_name":"Ada","flag":"yes"}""", "flag must be true or false")]
    public void Check_NamesTheFieldAndTheMistake(string json, string expected) =>
        Assert.Equal([expected], Check(json).Select(f => $"{f.Name()} {f.Phrase}"));

    [Theory]
    [InlineData("a@b.c", true)]
    [InlineData(" a@b.c ", true)]
    [InlineData("a@b", false)]
    [InlineData("@b.c", false)]
    [InlineData("a@@b.c", false)]
    [InlineData("a b@c.d", false)]
    [InlineData("a@b.", false)]
    public void Email_HasTheShapeOfOne(string text, bool valid) => Assert.Equal(valid, EmailAttribute.IsEmail(text));

    private static ImmutableArray<FieldFault> Check(string json)
    {
        using var document = JsonDocument.Parse(json);
        return WireModel.Of(typeof(Sample)).Check(document.RootElement);
    }

    private sealed record Sample
    {
        [Required, StringLength(10)]
        public string? CustomerName { get; init; }

        [Range(1, 12)]
        public int? Count { get; init; }

        [Email]
        public string? Email { get; init; }

        public DateOnly? When { get; init; }

        public decimal? Price { get; init; }

        public bool? Flag { get; init; }

        [Length(1, 5)]
        public ImmutableArray<Item>? Items { get; init; }
    }

    private sealed record Item
    {
        [Required, AllowedValues("bed", "box")]
        public string? Kind { get; init; }
    }
}
