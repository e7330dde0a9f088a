using System.Collections.Frozen;
using System.Collections.Immutable;
using Hss.Interfaces.Assets.Imports;

namespace Hss.Silo.Assets.Imports;

/// <summary>What a file of assets came to: rows, or what is wrong with it.</summary>
/// <param name="Rows">The rows without faults.</param>
/// <param name="RowCount">All rows.</param>
/// <param name="Faults">The first <see cref="MaxFaults"/>, by line.</param>
/// <param name="TotalFaults">How many there are.</param>
public sealed record ImportFile(ImmutableArray<ImportRow> Rows, int RowCount, ImmutableArray<ImportFault> Faults, int TotalFaults)
{
    /// <summary>Bytes of the longest file; 10 MiB.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Rows of the longest file, without the header.</summary>
    public const int MaxRows = 10_000;

    /// <summary>Faults that are named.</summary>
    public const int MaxFaults = 1000;
}

/// <summary>Something wrong in a file.</summary>
/// <param name="Line">From 1, where the row begins; 0 for the file as a whole.</param>
/// <param name="Column">The column's name, or null for the row as a whole.</param>
/// <param name="Kind">What kind of fault it is.</param>
/// <param name="Phrase">To follow the column's name: <c>must be a date</c>.</param>
/// <param name="Value">The cell, or null.</param>
public sealed record ImportFault(int Line, string? Column, ImportFaultKind Kind, string Phrase, string? Value = null);

/// <summary>Kinds of faults in a file.</summary>
public enum ImportFaultKind
{
    /// <summary>The text is no CSV file.</summary>
    Form,

    /// <summary>A value or a column is missing.</summary>
    Missing,

    /// <summary>A text is too long.</summary>
    TooLong,

    /// <summary>A value is none of those that are allowed, or there is no such thing.</summary>
    Choice,

    /// <summary>A number is out of its range.</summary>
    Range,

    /// <summary>A value is no date or no number.</summary>
    Type,

    /// <summary>Another rule is broken.</summary>
    Rule,
}

/// <summary>What rows may refer to: codes and ids, each with the other.</summary>
public sealed record ImportReferences(
    FrozenDictionary<string, string> CategoryIds, FrozenDictionary<string, string> CategoryCodes,
    FrozenDictionary<string, string> LocationIds, FrozenDictionary<string, string> LocationCodes)
{
    /// <summary>Makes it of ids and codes.</summary>
    public static ImportReferences Of(IEnumerable<(string Id, string Code)> categories, IEnumerable<(string Id, string Code)> locations)
    {
        var (c, l) = (categories.ToList(), locations.ToList());
        return new(
            c.ToFrozenDictionary(x => x.Code, x => x.Id, StringComparer.Ordinal), c.ToFrozenDictionary(x => x.Id, x => x.Code, StringComparer.Ordinal),
            l.ToFrozenDictionary(x => x.Code, x => x.Id, StringComparer.Ordinal), l.ToFrozenDictionary(x => x.Id, x => x.Code, StringComparer.Ordinal));
    }
}
