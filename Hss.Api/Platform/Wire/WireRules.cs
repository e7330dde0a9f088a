using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Hss.Api.Platform.Errors;

namespace Hss.Api.Platform.Wire;

/// <summary>Data annotations, checked against JSON, with phrases that follow a field's name.</summary>
internal static class WireRules
{
    /// <summary>The mistake, or null.</summary>
    public static WireMistake? Broken(ValidationAttribute rule, Type type, JsonElement value) => rule switch
    {
        StringLengthAttribute length => Length(value.GetString()!.Trim().Length, length.MinimumLength, length.MaximumLength, "characters"),
        LengthAttribute length when value.ValueKind == JsonValueKind.Array => Items(value.GetArrayLength(), length.MinimumLength, length.MaximumLength),
        LengthAttribute length => Length(value.GetString()!.Trim().Length, length.MinimumLength, length.MaximumLength, "characters"),
        RangeAttribute range => Range(value.GetDecimal(), range),
        AllowedValuesAttribute allowed => Choice(value, allowed),
        CentsAttribute => decimal.Round(value.GetDecimal(), 2) == value.GetDecimal() ? null : new(FieldFaultKind.Rule, "must have at most two decimals"),
        EmailAttribute when !EmailAttribute.IsEmail(value.GetString()!) => new(FieldFaultKind.Rule, "is invalid"),
        EmailAttribute => null,
        _ => rule.IsValid(value.Deserialize(type, WireModel.Options)) ? null : new(FieldFaultKind.Rule, rule.ErrorMessage ?? "is invalid"),
    };

    private static WireMistake? Length(int actual, int least, int most, string unit)
    {
        if (actual < least)
            return new(FieldFaultKind.TooShort, $"must have at least {least} {unit}");
        return actual > most ? new(FieldFaultKind.TooLong, $"must have at most {most} {unit}") : null;
    }

    private static WireMistake? Items(int actual, int least, int most)
    {
        if (actual < least)
            return new(FieldFaultKind.TooShort, least == 1 ? "must have at least one entry" : $"must have at least {least} entries");
        return actual > most ? new(FieldFaultKind.TooLong, $"must have at most {most} entries") : null;
    }

    private static WireMistake? Range(decimal value, RangeAttribute range)
    {
        var least = Convert.ToDecimal(range.Minimum, CultureInfo.InvariantCulture);
        var most = Convert.ToDecimal(range.Maximum, CultureInfo.InvariantCulture);
        return value >= least && value <= most ? null : new(FieldFaultKind.Range, $"must be between {least} and {most}");
    }

    private static WireMistake? Choice(JsonElement value, AllowedValuesAttribute allowed) =>
        allowed.Values.Contains(value.ValueKind == JsonValueKind.String ? value.GetString() : (object)value.GetInt32())
            ? null
            : new(FieldFaultKind.Choice, $"must be one of [{string.Join(", ", allowed.Values.Select(v => $"'{v}'"))}]");
}

/// <summary>An e-mail address: one <c>@</c>, a dot in the domain, no blanks, at most 254 characters.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmailAttribute : ValidationAttribute
{
    /// <summary>The most characters.</summary>
    public const int MaxLength = 254;

    /// <summary>Whether the text, trimmed, has the shape <c>x@y.z</c>.</summary>
    public static bool IsEmail(string text)
    {
        var trimmed = text.Trim();
        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || trimmed.Length > MaxLength || trimmed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) || trimmed.LastIndexOf('@') != at)
            return false;
        var dot = trimmed.LastIndexOf('.');
        return dot > at + 1 && dot < trimmed.Length - 1;
    }

    /// <inheritdoc />
    public override bool IsValid(object? value) => value is null || (value is string text && IsEmail(text));
}

/// <summary>Money with at most two decimals.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CentsAttribute : ValidationAttribute;
