using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hss.Api.Platform.Wire;

namespace Hss.Tests.Api.Documents;

/// <summary>
/// Whether JSON is what a schema of a document says: the words of JSON Schema that the documents use. A word that it does not know is a mistake
/// too, so that nothing is written that nobody checks.
/// </summary>
/// <param name="document">Where references lead.</param>
/// <param name="closed">Whether members must be named by the schema: in answers, not in bodies, of which the server passes others over.</param>
internal sealed partial class SchemaCheck(JsonNode document, bool closed)
{
    private const string References = "#/components/schemas/";

    private static readonly HashSet<string> Words =
    [
        "$ref", "type", "properties", "required", "additionalProperties", "items", "enum", "oneOf", "anyOf", "format", "minimum", "maximum",
        "minLength", "maxLength", "minItems", "maxItems", "description", "default",
    ];

    /// <summary>What is wrong, each with its place; nothing if the value is as it should be.</summary>
    public IReadOnlyList<string> Faults(JsonNode? value, JsonNode schema)
    {
        var faults = new List<string>();
        Check(value, schema, "$", faults);
        return faults;
    }

    private void Check(JsonNode? value, JsonNode schema, string at, List<string> faults)
    {
        if ((string?)schema["$ref"] is { } reference)
            schema = document["components"]!["schemas"]![reference[References.Length..]] ?? throw new InvalidOperationException($"{reference} leads nowhere");
        faults.AddRange(schema.AsObject().Where(w => !Words.Contains(w.Key)).Select(w => $"{at}: the schema's {w.Key} is checked by nobody"));
        Branches(value, schema, at, faults);
        if (schema["type"] is { } type && !IsAny(type, value))
        {
            faults.Add($"{at}: {Shown(value)} is no {type.ToJsonString()}");
            return;
        }

        if (schema["enum"] is JsonArray choices && !choices.Any(c => JsonNode.DeepEquals(c, value)))
            faults.Add($"{at}: {Shown(value)} is none of {choices.ToJsonString()}");
        switch (value)
        {
            case JsonObject members:
                Members(members, schema, at, faults);
                break;
            case JsonArray items:
                Bounds(items.Count, schema, "minItems", "maxItems", at, faults);
                for (var i = 0; schema["items"] is { } item && i < items.Count; i++)
                    Check(items[i], item, $"{at}[{i}]", faults);
                break;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                Bounds(text.GetValue<string>().Length, schema, "minLength", "maxLength", at, faults);
                Format(text.GetValue<string>(), (string?)schema["format"], at, faults);
                break;
            case JsonValue number when number.GetValueKind() == JsonValueKind.Number:
                Bounds(Number(number.ToJsonString()), schema, "minimum", "maximum", at, faults);
                break;
        }
    }

    private void Branches(JsonNode? value, JsonNode schema, string at, List<string> faults)
    {
        if ((schema["oneOf"] ?? schema["anyOf"]) is not JsonArray branches)
            return;
        var each = branches.Select(b => Faults(value, b!)).ToList();
        var fitting = each.Count(f => f.Count == 0);
        if (fitting == 0)
            faults.Add($"{at}: {Shown(value)} fits none: {string.Join(" | ", each.Select(f => string.Join(", ", f)))}");
        else if (fitting > 1 && schema["oneOf"] is not null)
            faults.Add($"{at}: {Shown(value)} fits {fitting} of oneOf");
    }

    private void Members(JsonObject members, JsonNode schema, string at, List<string> faults)
    {
        faults.AddRange((schema["required"]?.AsArray() ?? []).Where(r => !members.ContainsKey((string)r!)).Select(r => $"{at}: {r} is missing"));
        foreach (var (name, member) in members)
        {
            if (schema["properties"]?[name] is { } known)
                Check(member, known, $"{at}.{name}", faults);
            else if (schema["additionalProperties"] is JsonObject other)
                Check(member, other, $"{at}.{name}", faults);
            else if (closed && schema["properties"] is not null)
                faults.Add($"{at}: {name} is not in the document");
        }
    }

    private static bool IsAny(JsonNode type, JsonNode? value) =>
        type is JsonArray types ? types.Any(t => Is((string)t!, value)) : Is((string)type!, value);

    private static bool Is(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) => true,
        ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) => true,
        ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => Whole().IsMatch(value!.ToJsonString()),
        _ => false,
    };

    private static void Bounds(decimal value, JsonNode schema, string least, string most, string at, List<string> faults)
    {
        if ((schema[least] is { } min && value < min.GetValue<decimal>()) || (schema[most] is { } max && value > max.GetValue<decimal>()))
            faults.Add($"{at}: {value} is not within {schema[least] ?? "-"}..{schema[most] ?? "-"}");
    }

    private void Format(string text, string? format, string at, List<string> faults)
    {
        var fits = format switch
        {
            null or "binary" => true,
            // Numbers that may come as text keep the number's format.
            "int32" or "int64" or "double" => text.Trim().Length == 0 || decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            // The server takes times without a zone as UTC; it answers none.
            "date-time" => DateTime().Match(text) is { Success: true } time && (!closed || time.Groups["zone"].Success) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "email" => EmailAttribute.IsEmail(text),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
            "decimal" => Decimal().IsMatch(text),
            _ => throw new InvalidOperationException($"{at}: the format {format} is checked by nobody"),
        };
        if (!fits)
            faults.Add($"{at}: '{text}' is no {format}");
    }

    // What is beyond any decimal (the input that an error shows again) is beyond any bound.
    private static decimal Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : text[0] == '-' ? decimal.MinValue : decimal.MaxValue;

    private static string Shown(JsonNode? value) => value?.ToJsonString() is { } text ? text[..Math.Min(80, text.Length)] : "null";

    [GeneratedRegex(@"^-?\d+$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^-?\d+(\.\d+)?$")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(?<zone>Z|[+-]\d{2}:\d{2})?$")]
    private static partial Regex DateTime();
}
