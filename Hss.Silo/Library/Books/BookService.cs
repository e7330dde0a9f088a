using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Files;
using Hss.Grains.Library.Books;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Silo.Files;
using Hss.Silo.Identity;

namespace Hss.Silo.Library.Books;

/// <summary>What the routes of titles are made of: ids for new ones, covers that are uploads, and ISBNs that are really taken.</summary>
public sealed class BookService(IGrainFactory grains, UniqueNames names, UploadService uploads)
{
    private const int GuidSize = 16;

    private static readonly Refusal NoCover = new(RefusalCodes.Invalid, "The request has invalid fields")
    {
        Details = [new("cover_image_url", "names no completed upload of a picture of yours")],
    };

    /// <summary>The grain of a title.</summary>
    public IBookGrain Book(string id) => grains.GetGrain<IBookGrain>(BookKind.Instance.Key(id).ToString());

    /// <summary>An id for a new title: a repeat of the same operation finds the same.</summary>
    public static string NewId(CallContext context) => context.Operation is { } operation ? IdOf($"book {operation.Id}") : Guid.NewGuid().ToString();

    /// <summary>An id that follows from a text.</summary>
    public static string IdOf(string seed) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, GuidSize)).ToString();

    /// <summary>Makes a title. Beside what <see cref="IBookGrain.Create"/> refuses, a cover that is an upload must be a completed one of the caller's.</summary>
    public async Task<Outcome<BookView>> Create(CallContext context, string id, BookFacts facts, bool offered) =>
        await MissingCover(context, facts.CoverImageUrl).ConfigureAwait(false)
        ?? await Decided(await Book(id).Create(context, facts, offered).ConfigureAwait(false), facts.Isbn).ConfigureAwait(false);

    /// <summary>Changes a title. A cover that it has already is not asked for again.</summary>
    public async Task<Outcome<BookView>> Change(CallContext context, string id, BookChange change)
    {
        var book = Book(id);
        if (change.Fields.Contains("cover_image_url") && (await book.Get().ConfigureAwait(false))?.Facts.CoverImageUrl != change.Facts.CoverImageUrl
            && await MissingCover(context, change.Facts.CoverImageUrl).ConfigureAwait(false) is { } missing)
            return missing;
        return await Decided(await book.Change(context, change).ConfigureAwait(false), change.Facts.Isbn).ConfigureAwait(false);
    }

    // "It exists" is said only of what exists.
    private async Task<Outcome<BookView>> Decided(Outcome<BookView> outcome, string isbn) => outcome.Refusal?.Code == BookCodes.IsbnTaken
        ? await names.Decided(
            outcome, names.Key(BookGrain.IsbnSpace, Isbn.Thirteen(isbn)), async owner => await Book(owner.Id).Get().ConfigureAwait(false) is not null).ConfigureAwait(false)
        : outcome;

    // A refusal as an outcome, or null. What is no key is an address.
    private async Task<Outcome<BookView>?> MissingCover(CallContext context, string? cover)
    {
        if (!UploadKey.TryParse(cover, out _))
            return null;
        var vouched = await uploads.Vouch(context, context.Actor, [cover]).ConfigureAwait(false);
        var picture = (await uploads.Find(cover!).ConfigureAwait(false))?.ContentType.StartsWith("image/", StringComparison.Ordinal) == true;
        return picture && vouched.Contains(cover!) ? null : (Outcome<BookView>)NoCover;
    }
}
