using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Hss.Interfaces.Library;

namespace Hss.Api.Library.Imports;

/// <summary>Books to import; the list alone, without an object around it, and a CSV file with the fields' names as columns are as good.</summary>
public sealed record BookImportBody
{
    /// <summary>The most rows of one import.</summary>
    public const int MaxRows = 10_000;

    /// <summary>1..10,000 books, each with the fields of one that is added alone. What is none fails alone.</summary>
    [Required, Length(1, MaxRows)]
    public ImmutableArray<JsonElement>? Books { get; init; }
}

/// <summary>What came of an import, or would come of it.</summary>
/// <param name="DryRun">Whether nothing was done.</param>
/// <param name="Imported">How many books were added.</param>
/// <param name="Skipped">Rows whose ISBN the library has, or an earlier row.</param>
/// <param name="Failed">Rows that cannot become books.</param>
public sealed record BookImport(bool DryRun, int Imported, ImmutableArray<BookImportSkipped> Skipped, ImmutableArray<BookImportFailed> Failed)
{
    /// <summary>As callers see it.</summary>
    public static BookImport Of(BookImportResult result, bool dryRun) => new(
        dryRun,
        result.Imported,
        [.. result.Skipped.Select(s => new BookImportSkipped(s.Row, s.Isbn, s.Reason))],
        [.. result.Failed.Select(f => new BookImportFailed(f.Row, f.Errors))]);
}

/// <summary>A row that was passed over.</summary>
/// <param name="Row">From 1, without the line of the columns.</param>
public sealed record BookImportSkipped(int Row, string Isbn, string Reason);

/// <summary>A row that cannot become a book.</summary>
/// <param name="Row">From 1, without the line of the columns.</param>
/// <param name="Errors">All that is wrong with it, each with the field's name.</param>
public sealed record BookImportFailed(int Row, ImmutableArray<string> Errors);
