using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Files;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Books;

/// <summary>What a title is, and whether it is offered; its copies are <see cref="CopyRules"/>'.</summary>
public static class BookRules
{
    /// <summary>Another title has the ISBN.</summary>
    public static readonly Refusal IsbnTaken = new(BookCodes.IsbnTaken, "A book with this ISBN already exists");

    /// <summary>There is no such title.</summary>
    public static readonly Refusal NotFound = new(RefusalCodes.NotFound, "Book not found");

    private static readonly Refusal OtherBook = new(RefusalCodes.Conflict, "Another book was made under this id");

    /// <summary>Whether a title may be made under this id; no event when it may, or when it was made just so.</summary>
    public static Decision MayCreate(BookState state, BookFacts facts, bool offered) =>
        state.Facts is null || (state.DeletedAt is null && state.Facts == facts && state.Offered == offered) ? Decision.Unchanged : OtherBook;

    /// <summary>Makes it, once its ISBN is held.</summary>
    public static Decision Create(BookState state, BookFacts facts, bool offered, EntityKey isbnName, DateTimeOffset now)
    {
        var may = MayCreate(state, facts, offered);
        return may.Refusal is not null || state.Facts is not null
            ? may
            : Decision.Accept(new BookAdded(facts, offered, isbnName, now)).With(Claim(state, facts));
    }

    /// <summary>Changes it; a new ISBN is held before.</summary>
    /// <param name="isbnName">The name of the ISBN that it has then.</param>
    public static Decision Change(BookState state, BookChange change, EntityKey isbnName, DateTimeOffset now)
    {
        if (!Exists(state))
            return NotFound;
        var facts = BookFields.With(state.Facts!, change);
        var taken = CopyRules.Out(state);
        if (facts.Copies < taken)
            return Decision.Refuse(RefusalCodes.Conflict, $"{taken} copies are out; there cannot be fewer");
        if (change.Status is BookStatus.Reserved or BookStatus.CheckedOut && change.Status != CopyRules.Status(state))
            return Decision.Refuse(RefusalCodes.Conflict, $"The status {change.Status} comes from requests and cannot be set");
        var offered = change.Status is null ? state.Offered : change.Status != BookStatus.Unavailable;
        if (facts == state.Facts && offered == state.Offered)
            return Decision.Unchanged;
        var decision = CopyRules.Served(state, new BookChanged(facts, offered, isbnName, now), now);
        decision = facts.CoverImageUrl == state.Facts!.CoverImageUrl ? decision : decision.With(Claim(state, facts));
        return isbnName == state.IsbnName ? decision : decision.With(LetGo.Of(state.IsbnName!.Value));
    }

    /// <summary>Takes it away, when nobody has or waits for a copy.</summary>
    public static Decision Delete(BookState state, DateTimeOffset now)
    {
        if (!Exists(state))
            return NotFound;
        if (!state.Entries.IsEmpty)
        {
            return new Refusal(RefusalCodes.Conflict, "The book is in use: copies are reserved or checked out, or readers wait for it")
            {
                Details = [.. state.Entries.CountBy(e => e.Stage).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new Fault(s.Key, "") { Expected = $"{s.Value}" })],
            };
        }

        return Decision.Accept(new BookDeleted(now)).With(LetGo.Of(state.IsbnName!.Value));
    }

    /// <summary>
    /// Whether the name of an ISBN is this title's is asked. When it is not, that is made durable before it is given back, so that no older command
    /// can still take it. Deleted titles take none.
    /// </summary>
    public static Decision Settle(BookState state, EntityKey name, DateTimeOffset now) =>
        state.IsbnName == name || state.DeletedAt is not null ? Decision.Unchanged : Decision.Accept(new IsbnLetGo(name, now));

    /// <summary>Whether it was made and not deleted.</summary>
    public static bool Exists(BookState state) => state.Facts is not null && state.DeletedAt is null;

    /// <summary>The state after an event.</summary>
    public static BookState Apply(BookState state, IEntityEvent e) => e switch
    {
        BookAdded a => state with { Facts = a.Facts, Offered = a.Offered, IsbnName = a.IsbnName, CreatedAt = a.At, UpdatedAt = a.At },
        BookChanged c => state with { Facts = c.Facts, Offered = c.Offered, IsbnName = c.IsbnName, UpdatedAt = c.At },
        BookDeleted d => state with { IsbnName = null, DeletedAt = d.At, UpdatedAt = d.At },
        IsbnLetGo => state,
        _ => CopyRules.Apply(state, e),
    };

    // The upload that the cover is stays for as long as the title.
    private static ImmutableArray<Effect> Claim(BookState state, BookFacts facts) =>
        UploadKey.TryParse(facts.CoverImageUrl, out var upload) ? [new($"claim/{upload}", UploadRules.ClaimTarget, new ClaimUpload(upload, state.Id))] : [];
}
