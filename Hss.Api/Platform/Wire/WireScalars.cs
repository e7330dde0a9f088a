using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hss.Api.Platform.Errors;

namespace Hss.Api.Platform.Wire;

/// <summary>What is wrong with a value, before it has a path.</summary>
internal sealed record WireMistake(FieldFaultKind Kind, string Phrase, string? Expected = null);

/// <summary>Whether a JSON value has the type that is wanted.</summary>
internal static class WireScalars
{
    /// <summary>The mistake, or null.</summary>
    public static WireMistake? Mistake(Type type, JsonElement value)
    {
        var kind = value.ValueKind;
        if (type == typeof(string))
            return kind == JsonValueKind.String ? Text(value.GetString()!) : Wrong("must be a string", "string");
        if (type == typeof(bool))
            return kind is JsonValueKind.True or JsonValueKind.False ? null : Wrong("must be true or false", "bool");
        if (type == typeof(int) || type == typeof(long))
            return Whole(type, value);
        if (type == typeof(decimal) || type == typeof(double))
            return Number(type, value);
        if (type == typeof(DateOnly))
            return kind == JsonValueKind.String && IsDate(value.GetString()!) ? null : Wrong("must be a date (YYYY-MM-DD)", "date");
        if (type == typeof(DateTimeOffset))
            return kind == JsonValueKind.String && value.TryGetDateTimeOffset(out _) ? null : Wrong("must be a date and time (ISO 8601)", "datetime");
        if (type == typeof(Guid))
            return kind == JsonValueKind.String && Guid.TryParse(value.GetString(), out _) ? null : Wrong("must be a UUID", "uuid");
        if (type.IsArray || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)))
            return kind == JsonValueKind.Array ? null : Wrong("must be a list", "list");
        return kind == JsonValueKind.Object ? null : Wrong("must be an object", "object");
    }

    private static WireMistake? Text(string text) =>
        text.Contains('\0', StringComparison.Ordinal) ? new(FieldFaultKind.Rule, "must not contain NUL characters") : null;

    private static WireMistake? Whole(Type type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
            return Wrong("must be an integer", "int");
        if (type == typeof(int) ? value.TryGetInt32(out _) : value.TryGetInt64(out _))
            return null;
        return value.TryGetDecimal(out var number) && decimal.Truncate(number) == number || !value.TryGetDecimal(out _)
            ? new(FieldFaultKind.Range, "is out of range")
            : Wrong("must be an integer", "int");
    }

    private static WireMistake? Number(Type type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
            return Wrong("must be a number", "number");
        var fits = type == typeof(decimal) ? value.TryGetDecimal(out _) : value.TryGetDouble(out var number) && double.IsFinite(number);
        return fits ? null : new(FieldFaultKind.Range, "is out of range");
    }

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static WireMistake Wrong(string phrase, string expected) => new(FieldFaultKind.Type, phrase, expected);
}
