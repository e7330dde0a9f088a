using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Library;

/// <summary>
/// One import of titles, keyed by its UUID: who imported how many, and what came of it. It keeps the answer, so that a repeat after a crash goes on
/// where the first was cut off, and a repeat after the end is answered the same.
/// </summary>
[GrainTier(GrainTier.Resource), Alias("hss.library.book-import")]
public interface IBookImportGrain : IEntityGrain
{
    /// <summary>Notes that it begins. The same again, with the same rows, changes nothing; with others it is refused with <see cref="RefusalCodes.KeyReused"/>.</summary>
    /// <param name="fingerprint">A digest of what was sent.</param>
    [Alias("start")]
    Task<Outcome<BookImportView>> Start(CallContext context, int rows, string fingerprint);

    /// <summary>Notes what came of it. Only the first counts.</summary>
    [Alias("finish")]
    Task<Outcome<BookImportView>> Finish(CallContext context, BookImportResult result);

    /// <summary>The committed import, or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<BookImportView?> Get();
}

/// <summary>An import as callers see it.</summary>
/// <param name="Result">What came of it; null until it has ended.</param>
[GenerateSerializer, Alias("hss.library.book-import-view"), Immutable]
public sealed record BookImportView([property: Id(0)] string Id, [property: Id(1)] int Rows, [property: Id(2)] BookImportResult? Result);

/// <summary>What came of an import.</summary>
/// <param name="Imported">How many titles were added.</param>
/// <param name="Skipped">Rows whose ISBN is in the library, or earlier in the import.</param>
/// <param name="Failed">Rows that cannot become titles.</param>
[GenerateSerializer, Alias("hss.library.book-import-result"), Immutable]
public sealed record BookImportResult(
    [property: Id(0)] int Imported, [property: Id(1)] ImmutableArray<SkippedBook> Skipped, [property: Id(2)] ImmutableArray<FailedBook> Failed);

/// <summary>A row that was passed over.</summary>
/// <param name="Row">From 1.</param>
[GenerateSerializer, Alias("hss.library.skipped-book"), Immutable]
public sealed record SkippedBook([property: Id(0)] int Row, [property: Id(1)] string Isbn, [property: Id(2)] string Reason);

/// <summary>A row that cannot become a title.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Errors">What is wrong with it, all of it.</param>
[GenerateSerializer, Alias("hss.library.failed-book"), Immutable]
public sealed record FailedBook([property: Id(0)] int Row, [property: Id(1)] ImmutableArray<string> Errors);
