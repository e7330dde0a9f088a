using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Books;

/// <summary>Titles in the journal: stored names, lists and audience.</summary>
public sealed class BookKind() : EntityKind<BookState>(
    "book",
    schema: 1,
    EventType.Of<BookAdded>("book.added"),
    EventType.Of<BookChanged>("book.changed"),
    EventType.Of<BookDeleted>("book.deleted"),
    EventType.Of<IsbnLetGo>("book.isbn_let_go"),
    EventType.Of<CopyReserved>("book.copy_reserved"),
    EventType.Of<ReaderQueued>("book.reader_queued"),
    EventType.Of<CopyGranted>("book.copy_granted"),
    EventType.Of<ShareConfirmed>("book.share_confirmed"),
    EventType.Of<ShareReleased>("book.share_released"),
    EventType.Of<ShareReleaseMarked>("book.release_marked"),
    EventType.Of<CopyCheckedOut>("book.copy_checked_out"),
    EventType.Of<ReturnAnnounced>("book.return_announced"),
    EventType.Of<ReturnWithdrawn>("book.return_withdrawn"),
    EventType.Of<CopyReturned>("book.copy_returned"))
{
    /// <summary>The text facet of the title as it is sorted.</summary>
    public const string TitleFacet = "title";

    /// <summary>The text facet of the author as it is sorted.</summary>
    public const string AuthorFacet = "author";

    /// <summary>The text facet of the ISBN with thirteen digits.</summary>
    public const string IsbnFacet = "isbn";

    /// <summary>The numeric facet of the year of publication.</summary>
    public const string YearFacet = "year";

    /// <summary>The link to each reader who has a copy in hand and has not announced its return.</summary>
    public const string BorrowerLink = "borrower";

    /// <summary>The status of a title that is gone.</summary>
    public const string Deleted = "deleted";

    private const string Abandoned = "abandoned";

    // Who reads what is nobody's business but the library's.
    private const string Staff = "luna:LIBRARIAN luna:ADMIN";

    private const string Everybody = "luna:STUDENT luna:LIBRARIAN luna:ADMIN";

    /// <summary>The one instance.</summary>
    public static readonly BookKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "luna.books";

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets =>
        [new(Name, TitleFacet), new(Name, AuthorFacet), new(Name, IsbnFacet), new(Name, YearFacet, Numeric: true)];

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IBookGrain>(key.ToString());

    /// <inheritdoc />
    public override BookState Initial(string id) => new(id);

    /// <inheritdoc />
    public override BookState Apply(BookState state, IEntityEvent e) => BookRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(BookState state)
    {
        if (state.Facts is not { } facts || state.DeletedAt is not null)
            return new(null, state.DeletedAt is null ? Abandoned : Deleted);
        var facets = new JsonObject
        {
            [TitleFacet] = BookSearch.SortKey(facts.Title),
            [AuthorFacet] = BookSearch.SortKey(facts.Author),
            [IsbnFacet] = Isbn.Thirteen(facts.Isbn),
        };
        if (facts.PublicationYear is { } year)
            facets[YearFacet] = year;
        return new(null, CopyRules.Status(state), BookSearch.Of(facts), facets.ToJsonString());
    }

    /// <inheritdoc />
    public override ImmutableArray<EntityLink> Links(BookState state) =>
        [.. state.Entries.Where(e => e is { Stage: BookStages.CheckedOut, ReturnId: null }).Select(e => e.UserId).Distinct(StringComparer.Ordinal).Select(u => new EntityLink(BorrowerLink, u))];

    /// <inheritdoc />
    public override DateTimeOffset? DueAt(BookState state) => CopyRules.DueAt(state);

    /// <inheritdoc />
    public override string Audience(BookState state, IEntityEvent e) => e switch
    {
        BookAdded or BookChanged or BookDeleted => Everybody,
        IsbnLetGo or ShareConfirmed or ShareReleaseMarked => "",
        _ => Staff,
    };
}

/// <summary>What callers see of a title's state.</summary>
public static class BookViews
{
    /// <summary>The view of a state that was made; the caller adds the version where it knows it.</summary>
    public static BookView Of(BookState state) => new(
        state.Id,
        state.Facts!,
        CopyRules.Status(state),
        Shares(state, BookStages.Reserved),
        Shares(state, BookStages.CheckedOut),
        Shares(state, BookStages.Queued),
        state.CreatedAt,
        state.UpdatedAt,
        Version: 0);

    private static ImmutableArray<BookShare> Shares(BookState state, string stage) =>
        [.. state.Entries.Where(e => e.Stage == stage).Select(e => new BookShare(e.DeliveryId, e.UserId, e.ReturnId, e.Since))];
}
