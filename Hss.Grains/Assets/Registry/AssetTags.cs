using System.Globalization;
using System.Text.RegularExpressions;
using Hss.Grains.Numbers;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Registry;

/// <summary>
/// The form of given tags, <c>SRS-&lt;category code&gt;-&lt;year&gt;-&lt;number&gt;</c>, and what keeps each tag: one of that form, whoever wrote it,
/// belongs to the series of its code and year, every other one to the unique names. So each tag has one place of truth.
/// </summary>
public static partial class AssetTags
{
    /// <summary>Characters of a tag.</summary>
    public const int MaxLength = 50;

    private const string Prefix = "SRS";

    /// <summary>As tags are kept: trimmed.</summary>
    public static string Normal(string tag) => tag.Trim();

    /// <summary>The year that a new asset's tag names: of its purchase, else this one.</summary>
    public static int Year(DateTimeOffset? purchased, DateTimeOffset now) => (purchased ?? now).UtcDateTime.Year;

    /// <summary>The tag with a number: four digits, more only when they are needed.</summary>
    public static string Of(string code, int year, long number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{code}-{year:0000}-{number:0000}");

    /// <summary>The series of a category code and year.</summary>
    public static EntityKey Series(string code, int year) => NumberKind.Instance.Key(string.Create(CultureInfo.InvariantCulture, $"sams.asset.{code}.{year:0000}"));

    /// <summary>The series that a tag belongs to and its number there, or null when it has not the form of given tags.</summary>
    public static (EntityKey Series, long Number)? Read(string tag)
    {
        if (Form().Match(tag) is not { Success: true } match)
            return null;
        var (code, year) = (match.Groups["code"].Value, int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture));
        var number = long.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return number > 0 && Of(code, year, number) == tag ? (Series(code, year), number) : null;
    }

    // Numbers of more than seven digits are nobody's next: such a tag is a name like any other.
    [GeneratedRegex(@"\ASRS-(?<code>.+)-(?<year>[0-9]{4})-(?<number>[0-9]{4,7})\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();
}
