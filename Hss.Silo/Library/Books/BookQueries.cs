using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Library.Books;
using Hss.Interfaces.Library;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;
using SortKey = Hss.Grains.Entities.Journal.SortKey;

namespace Hss.Silo.Library.Books;

/// <summary>Which titles a list wants; null for all.</summary>
/// <param name="Text">Beginnings of words of title, author or ISBN, without regard to case and accents.</param>
/// <param name="Author">Beginnings of words of the author's name.</param>
/// <param name="Publisher">Beginnings of words of the publisher's name.</param>
/// <param name="Year">The year of publication.</param>
/// <param name="Sort">One of <see cref="BookQueries.SortFields"/>.</param>
public sealed record BookFilter(
    string? Text = null, string? Status = null, string? Author = null, string? Publisher = null, int? Year = null, string Sort = BookQueries.UsualSort, bool Descending = false);

/// <summary>Lists of titles, from committed rows: an acknowledged write is in them at once. Deleted titles are in none.</summary>
public sealed class BookQueries(IJournal journal, EntityCodec codec, ILogger<BookQueries> log)
{
    /// <summary>What lists are sorted by when nothing is said.</summary>
    public const string UsualSort = "title";

    private static readonly FrozenDictionary<string, SortKey> Sorts = new Dictionary<string, SortKey>
    {
        [UsualSort] = new($"facet:{BookKind.TitleFacet}"),
        ["author"] = new($"facet:{BookKind.AuthorFacet}"),
        ["publication_year"] = new($"facet:{BookKind.YearFacet}", Numeric: true),
        ["created_at"] = new("created_at"),
        ["updated_at"] = new("updated_at"),
        ["isbn"] = new($"facet:{BookKind.IsbnFacet}"),
        ["status"] = new("status"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What lists can be sorted by.</summary>
    public static ImmutableArray<string> SortFields { get; } = [UsualSort, "author", "publication_year", "created_at", "updated_at", "isbn", "status"];

    /// <summary>A page of titles, with the number of all that match.</summary>
    public async Task<(ImmutableArray<BookView> Books, long Total)> List(BookFilter filter, int skip, int limit, CancellationToken cancellation)
    {
        var terms = ImmutableArray.CreateBuilder<string>();
        foreach (var (text, read) in (IEnumerable<(string? Text, Func<string, ImmutableArray<string>> Read)>)
            [(filter.Text, BookSearch.Terms), (filter.Author, BookSearch.AuthorTerms), (filter.Publisher, BookSearch.PublisherTerms)])
        {
            if (text is null)
                continue;
            var wanted = read(text);
            if (wanted.IsEmpty)
                return ([], 0);
            terms.AddRange(wanted);
        }

        var page = await journal.List(
            Present with
            {
                Statuses = filter.Status is { } status ? [status] : BookStatus.All,
                SearchAll = terms.ToImmutable(),
                Facets = filter.Year is { } year ? [new(BookKind.YearFacet, FacetOperator.Equal, year.ToString(CultureInfo.InvariantCulture), Numeric: true)] : [],
                Sort = [Sorts[filter.Sort] with { Descending = filter.Descending }],
                Limit = limit,
                Offset = skip,
            },
            cancellation).ConfigureAwait(false);
        return ([.. Views(page)], page.Total);
    }

    /// <summary>The title with an ISBN, old or new, or null.</summary>
    /// <param name="isbn">In its normal form.</param>
    public async Task<BookView?> ByIsbn(string isbn, CancellationToken cancellation)
    {
        var page = await journal.List(
            Present with { Facets = [new(BookKind.IsbnFacet, FacetOperator.Equal, Isbn.Thirteen(isbn))], Limit = 1 }, cancellation).ConfigureAwait(false);
        return Views(page).FirstOrDefault();
    }

    /// <summary>The ids of titles that are or were.</summary>
    public async Task<ImmutableArray<string>> Ever(int limit, CancellationToken cancellation) =>
        [.. (await journal.List(new EntityQuery(BookKind.Instance.Name) { Limit = limit }, cancellation).ConfigureAwait(false)).Rows.Select(r => r.Key.Id)];

    private static EntityQuery Present => new(BookKind.Instance.Name) { Statuses = BookStatus.All };

    private IEnumerable<BookView> Views(EntityPage page) =>
        codec.DecodeReadable(BookKind.Instance, page.Rows, log).Select(r => BookViews.Of(r.State) with { Version = r.Row.Version });
}
