using System.Collections.Immutable;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Library.Books;
using Hss.Interfaces.Library;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Library.Deliveries;

/// <summary>The books that readers have in hand and may give back.</summary>
public sealed class ReturnableBooks(IJournal journal, EntityCodec codec, ILogger<ReturnableBooks> log)
{
    /// <summary>A page of an account's, by title, with the number of all titles.</summary>
    public async Task<(ImmutableArray<(BookView Book, BookShare Share)> Items, long Total)> Of(string account, int offset, int limit, CancellationToken cancellation)
    {
        var query = new EntityQuery(BookKind.Instance.Name)
        {
            Links = [new(BookKind.BorrowerLink, account)],
            Sort = [new($"facet:{BookKind.TitleFacet}")],
            Offset = offset,
            Limit = limit,
        };
        var page = await journal.List(query, cancellation).ConfigureAwait(false);
        return ([.. codec.DecodeReadable(BookKind.Instance, page.Rows, log).Select(r => BookViews.Of(r.State)).Select(b => (b, Own(b, account)))], page.Total);
    }

    private static BookShare Own(BookView book, string account) => book.CheckedOut.First(s => s.UserId == account && s.ReturnId is null);
}
