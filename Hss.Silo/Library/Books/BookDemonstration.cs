using System.Collections.Immutable;
using System.Globalization;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Silo.Assets.Imports;
using Hss.Silo.Effects;
using Hss.Silo.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Library.Books;

/// <summary>
/// Adds the demonstration books in Development, when there are no books. Their ids follow from their places in the list, and they are added side by
/// side, so that a few writes make them all; what a start that was cut off has left out is made by the next.
/// </summary>
public sealed class BookDemonstration(BookService books, BookQueries queries, HssSettings settings, ILogger<BookDemonstration> log) : IHostedService
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<BookFacts> Books => [.. Read()];

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Development)
            return;
        var all = Books;
        // Only what this has begun is ended by it.
        var ids = await queries.Ever(all.Length, cancellationToken).ConfigureAwait(false);
        if (ids.Length == all.Length || !all.Index().Select(b => IdOf(b.Index + 1)).ToHashSet(StringComparer.Ordinal).IsSupersetOf(ids))
            return;
        var context = CallContext.System("demonstration");
        await FanOut.Each([.. all.Index()], book => books.Create(context, IdOf(book.Index + 1), book.Item, offered: true), cancellationToken).ConfigureAwait(false);
        log.LogInformation("Made {Books} demonstration books", all.Length);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The id of a demonstration book.</summary>
    /// <param name="number">From 1.</param>
    public static string IdOf(int number) => BookService.IdOf(string.Create(CultureInfo.InvariantCulture, $"demonstration book {number}"));

    private static IEnumerable<BookFacts> Read()
    {
        using var stream = typeof(BookDemonstration).Assembly.GetManifestResourceStream("Hss.Silo.Library.Books.DemonstrationBooks.csv")!;
        using var reader = new StreamReader(stream);
        foreach (var record in CsvRecords.Read(reader.ReadToEnd()).Skip(1))
        {
            var cells = record.Cells;
            yield return new(
                cells[0], cells[1], cells[2], cells[3], int.Parse(cells[4], CultureInfo.InvariantCulture), null, null, cells[5], int.Parse(cells[6], CultureInfo.InvariantCulture));
        }
    }
}
