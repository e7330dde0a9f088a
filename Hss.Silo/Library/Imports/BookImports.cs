using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Hss.Grains.Library.Books;
using Hss.Grains.Library.Imports;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Silo.Effects;
using Hss.Silo.Library.Books;

namespace Hss.Silo.Library.Imports;

/// <summary>A row of an import.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Facts">What the title is; null when the row has errors.</param>
/// <param name="Offered">Whether readers may ask for it.</param>
public sealed record BookRow(int Number, BookFacts? Facts, bool Offered, ImmutableArray<string> Errors);

/// <summary>
/// Adds many titles at once: the rows side by side, so that their commits share writes. Each title's id follows from import and row, so whoever
/// begins again after a crash finds what was made and makes the rest.
/// </summary>
public sealed class BookImports(IGrainFactory grains, BookService books, BookQueries queries)
{
    // Each row waits for three commits, one after the other; more rows at once share more of each write.
    private const int Parallelism = 256;

    private const string InLibrary = "the library has this ISBN";
    private const string InImport = "the import has this ISBN in an earlier row";

    /// <summary>Imports rows, once for each operation.</summary>
    public async Task<Outcome<BookImportResult>> Run(CallContext context, ImmutableArray<BookRow> rows, string fingerprint)
    {
        var id = context.Operation is { } operation ? BookService.IdOf($"book import {operation.Id}") : Guid.NewGuid().ToString();
        var import = grains.GetGrain<IBookImportGrain>(BookImportKind.Instance.Key(id).ToString());
        var started = await import.Start(context, rows.Length, fingerprint).ConfigureAwait(false);
        if (!started.Accepted)
            return started.Refusal;
        if ((await import.Get().ConfigureAwait(false))?.Result is { } known)
            return new() { Value = known, Version = started.Version, Replayed = started.Replayed };
        var by = context.OfOneStep();
        var result = await Each(rows, row => Create(by, id, row)).ConfigureAwait(false);
        // Whoever ended it first has said what came of it.
        var finished = await import.Finish(by, result).ConfigureAwait(false);
        return finished.Accepted ? new Outcome<BookImportResult> { Value = finished.Value.Result ?? result, Version = finished.Version } : finished.Refusal;
    }

    /// <summary>What an import of these rows would come to now.</summary>
    public Task<BookImportResult> Try(ImmutableArray<BookRow> rows, CancellationToken cancellation) => Each(
        rows,
        async row => await queries.ByIsbn(row.Facts!.Isbn, cancellation).ConfigureAwait(false) is null ? null : BookRules.IsbnTaken);

    private async Task<Refusal?> Create(CallContext by, string import, BookRow row)
    {
        var id = BookService.IdOf(string.Create(CultureInfo.InvariantCulture, $"book import {import} {row.Number}"));
        var made = await books.Create(by, id, row.Facts!, row.Offered).ConfigureAwait(false);
        // Under this id only this row was ever made, whatever has become of its title since.
        return made.Refusal?.Code == RefusalCodes.Conflict ? null : made.Refusal;
    }

    private static async Task<BookImportResult> Each(ImmutableArray<BookRow> rows, Func<BookRow, Task<Refusal?>> make)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var good = ImmutableArray.CreateBuilder<BookRow>();
        var (skipped, failed) = (new ConcurrentBag<SkippedBook>(), new ConcurrentBag<FailedBook>());
        foreach (var row in rows)
        {
            if (row.Facts is null)
                failed.Add(new(row.Number, row.Errors));
            else if (seen.Add(Isbn.Thirteen(row.Facts.Isbn)))
                good.Add(row);
            else
                skipped.Add(new(row.Number, row.Facts.Isbn, InImport));
        }

        var imported = 0;
        try
        {
            // An import goes on when its caller has gone: it is half done already.
            await FanOut.Each(good.ToImmutable(), Take, CancellationToken.None, Parallelism).ConfigureAwait(false);
        }
        catch (InvalidOperationException e) when (e.InnerException is JournalException or TimeoutException)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
        }

        return new(imported, [.. skipped.OrderBy(s => s.Row)], [.. failed.OrderBy(f => f.Row)]);

        async Task Take(BookRow row)
        {
            var refusal = await make(row).ConfigureAwait(false);
            if (refusal is null)
                Interlocked.Increment(ref imported);
            else if (refusal.Code == BookCodes.IsbnTaken)
                skipped.Add(new(row.Number, row.Facts!.Isbn, InLibrary));
            else
                failed.Add(new(row.Number, refusal.Details.IsEmpty ? [refusal.Message] : [.. refusal.Details.Select(d => $"{d.Field} {d.Message}")]));
        }
    }
}
