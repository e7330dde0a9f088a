using System.Globalization;
using System.Text.RegularExpressions;

namespace Hss.Silo.Journal;

/// <summary>What the SQL of both databases is built from. Names stand in it as they are. A partial index serves only a condition with the same constant, so a kind is no parameter.</summary>
internal static partial class SqlNames
{
    /// <summary>The condition that a row is of a kind.</summary>
    /// <exception cref="ArgumentException">It is no kind's name.</exception>
    public static string IsKind(string kind) =>
        Name().IsMatch(kind) ? $"kind = '{kind}'" : throw new ArgumentException($"'{kind}' is no kind");

    /// <summary>A facet's name, checked.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Facet(string name) => Name().IsMatch(name) ? name : throw new ArgumentException($"'{name}' is no facet");

    /// <summary>Whether a status may stand in a statement as it is: letters, digits, <c>_</c> and <c>-</c>, at most 63.</summary>
    public static bool IsWord(string status) => Word().IsMatch(status);

    /// <summary>The number that a facet is compared with.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static decimal Number(string value) => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ArgumentException($"'{value}' is no number");

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,62}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]{0,62}\z")]
    private static partial Regex Word();
}
