using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hss.Api.Platform.Wire;
using Microsoft.OpenApi;

namespace Hss.Api.Platform.OpenApi;

/// <summary>The schemas of single values, and what the annotations of a member add to them: the same rules that <see cref="WireModel"/> checks.</summary>
internal static class ValueSchemas
{
    /// <summary>The schema of a type that is no record, list or dictionary.</summary>
    public static OpenApiSchema Of(Type type) => Type.GetTypeCode(type) switch
    {
        _ when typeof(JsonObject).IsAssignableFrom(type) => new() { Type = JsonSchemaType.Object },
        _ when typeof(JsonArray).IsAssignableFrom(type) => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema() },
        _ when type == typeof(JsonElement) || typeof(JsonNode).IsAssignableFrom(type) || type == typeof(object) => new(),
        _ when type == typeof(Guid) => Text("uuid"),
        _ when type == typeof(DateOnly) => Text("date"),
        _ when type == typeof(DateTimeOffset) => Text("date-time"),
        _ when type.IsEnum => throw new NotSupportedException($"{type} is an enum: wire records have texts with AllowedValues"),
        TypeCode.String => Text(null),
        TypeCode.Boolean => new() { Type = JsonSchemaType.Boolean },
        TypeCode.Int32 => new() { Type = JsonSchemaType.Integer, Format = "int32" },
        TypeCode.Int64 => new() { Type = JsonSchemaType.Integer, Format = "int64" },
        TypeCode.Decimal or TypeCode.Double => new() { Type = JsonSchemaType.Number, Format = "double" },
        _ => throw new NotSupportedException($"{type} has no schema"),
    };

    /// <summary>A time as bodies may have it: a date alone means its midnight.</summary>
    public static OpenApiSchema Time() => new() { AnyOf = [Text("date-time"), Text("date")] };

    /// <summary>Adds what a member's annotations say.</summary>
    public static void Annotate(OpenApiSchema schema, PropertyInfo member)
    {
        foreach (var rule in member.GetCustomAttributes<ValidationAttribute>())
            Annotate(schema, rule);
        if (member.GetCustomAttribute<SchemaFormatAttribute>() is { } said)
            schema.Format = said.Format;
    }

    /// <summary>Lets null in too.</summary>
    public static void AllowNull(OpenApiSchema schema)
    {
        schema.AnyOf?.Add(new OpenApiSchema { Type = JsonSchemaType.Null });
        if (schema.Type is null)
            return;
        schema.Type |= JsonSchemaType.Null;
        schema.Enum?.Add(JsonNullSentinel.JsonNull);
    }

    /// <summary>Lets numbers in as text too, as forms send them.</summary>
    public static void AllowText(OpenApiSchema schema)
    {
        if (schema.Type is JsonSchemaType.Integer or JsonSchemaType.Number)
            schema.Type |= JsonSchemaType.String;
    }

    private static void Annotate(OpenApiSchema schema, ValidationAttribute rule)
    {
        switch (rule)
        {
            case RequiredAttribute { AllowEmptyStrings: false } when schema is { Type: JsonSchemaType.String, Format: null }:
                schema.MinLength ??= 1;
                break;
            case StringLengthAttribute length:
                schema.MinLength = Above(length.MinimumLength, schema.MinLength);
                schema.MaxLength = length.MaximumLength;
                break;
            case LengthAttribute length when schema.Type is JsonSchemaType.Array:
                schema.MinItems = Above(length.MinimumLength, null);
                schema.MaxItems = length.MaximumLength;
                break;
            case LengthAttribute length:
                schema.MinLength = Above(length.MinimumLength, schema.MinLength);
                schema.MaxLength = length.MaximumLength;
                break;
            case RangeAttribute range:
                schema.Minimum = Number(range.Minimum);
                schema.Maximum = Number(range.Maximum);
                break;
            case AllowedValuesAttribute allowed:
                schema.Enum = [.. allowed.Values.Select(v => v is null ? JsonNullSentinel.JsonNull : (JsonNode)JsonValue.Create(v)!)];
                break;
            case EmailAttribute:
                (schema.Format, schema.MaxLength) = ("email", EmailAttribute.MaxLength);
                break;
        }
    }

    private static int? Above(int least, int? before) => Math.Max(least, before ?? 0) is > 0 and var most ? most : null;

    private static string? Number(object bound) => Convert.ToDecimal(bound, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static OpenApiSchema Text(string? format) => new() { Type = JsonSchemaType.String, Format = format };
}
