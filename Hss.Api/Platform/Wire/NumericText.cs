using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hss.Api.Platform.Wire;

/// <summary>
/// Numbers of this record, and of the records in it, may come as text (<c>"29.99"</c>), whole ones with a zero fraction (<c>3.0</c>), and an empty
/// text is an absent number: what forms send (contracts, section 5, /store).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NumericTextAttribute : Attribute;

/// <summary>Brings such numbers into JSON's own form, before a body is checked.</summary>
public static class NumericText
{
    /// <summary>Whether a body of this type is to be brought into form.</summary>
    public static bool IsTakenBy(Type type) => type.IsDefined(typeof(NumericTextAttribute), inherit: false);

    /// <summary>The body with its numbers as numbers. What is no number stays, to be refused.</summary>
    public static JsonElement Normalise(JsonElement body, Type type) => JsonSerializer.SerializeToElement(Form(body, type));

    private static JsonNode? Form(JsonElement value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsNumber(type))
            return Number(value, IsWhole(type));
        if (value.ValueKind == JsonValueKind.Array && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return new JsonArray([.. value.EnumerateArray().Select(item => Form(item, type.GetGenericArguments()[0]))]);
        if (value.ValueKind != JsonValueKind.Object || !WireModel.IsRecord(type))
            return JsonNode.Parse(value.GetRawText());
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(WireModel.NameOf, p => p.PropertyType, StringComparer.Ordinal);
        return new JsonObject(value.EnumerateObject().Select(p =>
            KeyValuePair.Create(p.Name, members.TryGetValue(p.Name, out var member) ? Form(p.Value, member) : JsonNode.Parse(p.Value.GetRawText()))));
    }

    private static JsonNode? Number(JsonElement value, bool whole)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        if (text is { Length: 0 })
            return null;
        if (text is not null && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return whole && decimal.Truncate(number) == number ? JsonValue.Create(decimal.Truncate(number)) : JsonValue.Create(number);
        // Beyond any decimal: it stays a number, so that it is refused as one that is out of range.
        if (text is not null && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var large) && double.IsFinite(large))
            return JsonValue.Create(large);
        return JsonNode.Parse(value.GetRawText());
    }

    private static bool IsWhole(Type type) => type == typeof(int) || type == typeof(long);

    private static bool IsNumber(Type type) => IsWhole(type) || type == typeof(decimal) || type == typeof(double);
}
