using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Hss.Api.Platform.Errors;
using Microsoft.OpenApi;

namespace Hss.Api.Platform.Wire;

/// <summary>Makes query parameters. Routes keep theirs as static fields.</summary>
public static class Parameters
{
    /// <summary>How many rows to skip; 0 or more.</summary>
    public static readonly QueryParameter<int> Offset = Whole("offset", "How many rows to skip", 0, 0, int.MaxValue);

    /// <summary>The same under the name that some systems give it.</summary>
    public static readonly QueryParameter<int> Skip = Whole("skip", "How many rows to skip", 0, 0, int.MaxValue);

    /// <summary>How many rows to answer; out of bounds is a fault.</summary>
    public static QueryParameter<int> Limit(int otherwise, int most) => Whole("limit", "How many rows to answer at most", otherwise, 1, most);

    /// <summary>A text, or null when absent or empty.</summary>
    public static QueryParameter<string?> Text(string name, string meaning, int maxLength = QueryParameter.UsualLength, bool required = false) =>
        new(name, meaning, new() { Type = JsonSchemaType.String, MaxLength = maxLength }, null, static text => new(text)) { MaxLength = maxLength, Required = required };

    /// <summary>Short texts, repeated or separated by commas; there must be one at least.</summary>
    /// <param name="most">How many there may be.</param>
    public static QueryParameter<ImmutableArray<string>> Texts(string name, string meaning, int most) => new(
        name,
        meaning,
        new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String }, MinItems = 1, MaxItems = most },
        [],
        text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) switch
        {
            [] => QueryValue<ImmutableArray<string>>.Wrong(FieldFaultKind.Missing, "is required"),
            { Length: var many } when many > most => QueryValue<ImmutableArray<string>>.Wrong(FieldFaultKind.TooLong, $"must have at most {most} items"),
            var texts => new([.. texts]),
        })
    {
        Required = true,
        MaxLength = QueryParameter.UsualLength * most,
    };

    /// <summary>A whole number; out of bounds is a fault.</summary>
    public static QueryParameter<int> Whole(string name, string meaning, int otherwise, int least, int most) =>
        new(name, meaning, Integer(otherwise, least, most, "int32"), otherwise, text => Bounded(text, least, most).As(static n => (int)n));

    /// <inheritdoc cref="Whole(string, string, int, int, int)" />
    public static QueryParameter<long> Whole(string name, string meaning, long otherwise, long least, long most) =>
        new(name, meaning, Integer(otherwise, least, most, "int64"), otherwise, text => Bounded(text, least, most));

    /// <summary>A whole number that must be there; out of bounds is a fault.</summary>
    public static QueryParameter<long> Needed(string name, string meaning, long least, long most) =>
        new(name, meaning, Integer(null, least, most, "int64"), least, text => Bounded(text, least, most)) { Required = true };

    /// <summary>A whole number that may be absent; out of bounds is a fault.</summary>
    public static QueryParameter<long?> Optional(string name, string meaning, long least, long most) =>
        new(name, meaning, Integer(null, least, most, "int64"), null, text => Bounded(text, least, most).As(static n => (long?)n));

    /// <summary>A whole number that is brought within bounds.</summary>
    public static QueryParameter<int> Clamped(string name, string meaning, int otherwise, int least, int most) => new(
        name,
        string.Create(CultureInfo.InvariantCulture, $"{meaning}; brought within {least} and {most}"),
        new() { Type = JsonSchemaType.Integer, Format = "int32", Default = otherwise },
        otherwise,
        text => Bounded(text, long.MinValue, long.MaxValue).As(n => (int)Math.Clamp(n, least, most)));

    /// <summary>A number that may have decimals, or null when absent.</summary>
    public static QueryParameter<decimal?> Number(string name, string meaning, decimal least, decimal most) => new(
        name,
        meaning,
        new() { Type = JsonSchemaType.Number, Minimum = Invariant(least), Maximum = Invariant(most) },
        null,
        text => !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? QueryValue<decimal?>.Wrong(FieldFaultKind.Type, "must be a number")
            : number < least || number > most
                ? QueryValue<decimal?>.Wrong(FieldFaultKind.Range, $"must be between {Invariant(least)} and {Invariant(most)}")
                : new(number));

    /// <summary><c>true</c> or <c>false</c>; null when absent.</summary>
    public static QueryParameter<bool?> Flag(string name, string meaning) => new(
        name, meaning, new() { Type = JsonSchemaType.Boolean }, null,
        static text => bool.TryParse(text, out var flag) ? new(flag) : QueryValue<bool?>.Wrong(FieldFaultKind.Type, "must be true or false"));

    /// <summary>One of some values, or null when absent.</summary>
    public static QueryParameter<string?> Choice(string name, string meaning, ImmutableArray<string> allowed, string? otherwise = null, bool required = false) => new(
        name,
        meaning,
        new() { Type = JsonSchemaType.String, Enum = [.. allowed.Select(a => (JsonNode)a)], Default = otherwise },
        otherwise,
        text => allowed.Contains(text)
            ? new(text)
            : QueryValue<string?>.Wrong(FieldFaultKind.Choice, $"must be one of [{string.Join(", ", allowed.Select(a => $"'{a}'"))}]"))
    {
        Required = required,
    };

    /// <summary>A date-time in UTC; a date alone means midnight UTC; null when absent.</summary>
    public static QueryParameter<DateTimeOffset?> Time(string name, string meaning) => new(
        name,
        $"{meaning}; a date or a date and time (ISO 8601), UTC unless it says otherwise",
        new() { Type = JsonSchemaType.String },
        null,
        static text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? new(time)
            : QueryValue<DateTimeOffset?>.Wrong(FieldFaultKind.Type, "must be a date or a date and time (ISO 8601)"));

    private static QueryValue<long> Bounded(string text, long least, long most)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return QueryValue<long>.Wrong(FieldFaultKind.Type, "must be an integer");
        return number < least || number > most ? QueryValue<long>.Wrong(FieldFaultKind.Range, $"must be between {least} and {most}") : new(number);
    }

    private static OpenApiSchema Integer(long? otherwise, long least, long most, string format) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = format,
        Minimum = Invariant(least),
        Maximum = most == (format == "int32" ? int.MaxValue : long.MaxValue) ? null : Invariant(most),
        Default = otherwise,
    };

    private static string Invariant(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
