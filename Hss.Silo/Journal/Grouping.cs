using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;

namespace Hss.Silo.Journal;

/// <summary>The SQL that counts entities by the values of fields; the same in both databases but for how a field is written.</summary>
internal static class Grouping
{
    /// <summary>Most fields of one count.</summary>
    private const int MaxFields = 2;

    /// <summary>The statement; its columns are those of <see cref="GroupColumns"/>.</summary>
    /// <param name="column">Writes a field as an expression.</param>
    /// <exception cref="ArgumentException">Too many fields, or one that is none.</exception>
    public static string Select(string where, ImmutableArray<string> fields, Func<SortKey, string> column)
    {
        if (fields.Length > MaxFields)
            throw new ArgumentException($"At most {MaxFields} fields can be grouped by, not {fields.Length}");
        string[] columns = [.. fields.Select(f => column(new SortKey(f)))];
        string Named(int i) => columns.ElementAtOrDefault(i) ?? "CAST(NULL AS text)";
        var groups = columns.Length == 0 ? "" : $" GROUP BY {string.Join(", ", columns)} ORDER BY {string.Join(", ", columns)}";
        return $"SELECT {Named(0)} AS first, {Named(1)} AS second, count(*) AS count FROM entities WHERE {where}{groups}";
    }
}
