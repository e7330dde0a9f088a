using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Library.Books;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Silo.Files;
using Hss.Silo.Library.Books;

namespace Hss.Api.Library.Books;

/// <summary>Titles, <c>/luna/api/v1/books</c>: everybody reads, librarians write.</summary>
public static class BookEndpoints
{
    private const string Unknown = "Book not found";

    private static readonly QueryParameter<string?> Text = Parameters.Text("q", "Beginnings of words of title, author or ISBN, without regard to case and accents", 200);
    private static readonly QueryParameter<string?> Status = Parameters.Choice("status", "Only titles in this status", BookStatus.All);
    private static readonly QueryParameter<string?> Author = Parameters.Text("author", "Beginnings of words of the author's name", 200);
    private static readonly QueryParameter<string?> Publisher = Parameters.Text("publisher", "Beginnings of words of the publisher's name", 200);
    private static readonly QueryParameter<long?> Year = Parameters.Optional("year", "The year of publication", BookInput.FirstYear, BookInput.LastYear);
    private static readonly QueryParameter<string?> Sort = LunaLists.Sort(BookQueries.SortFields, BookQueries.UsualSort);
    private static readonly QueryParameter<string?> Order = LunaLists.Order();

    /// <summary>Maps them.</summary>
    public static void MapBooks(this RouteGroupBuilder luna)
    {
        var books = luna.MapGroup("/api/v1/books").WithTags("Books").Path("id", "The book's id, a UUID");
        books.MapGet("/", List).WithSummary("Search and list books").NeedsReader()
            .Query(Text, Status, Author, Publisher, Year, LunaLists.Page, LunaLists.Limit, Sort, Order).Answers(typeof(LunaList<Book>));
        books.MapGet("/isbn/{isbn}", ByIsbn).WithSummary("Read a book by its ISBN, old or new").NeedsReader().Path("isbn", "ISBN-10 or ISBN-13, with or without hyphens")
            .AnswersOne(typeof(LunaAnswer<Book>));
        books.MapGet("/{id}", Get).WithSummary("Read a book").NeedsReader().AnswersOne(typeof(LunaAnswer<Book>));
        books.MapGet("/{id}/availability", Availability).WithSummary("Read whether a book can be requested, and how many wait for it").NeedsReader()
            .Answers(typeof(LunaAnswer<BookAvailability>));
        books.MapGet("/{id}/cover", Cover).WithSummary("Read the picture of a book whose cover is an upload").NeedsReader().AnswersFile("image/*");
        books.MapPost("/", Create).WithSummary("Add a book").NeedsLibrarian().Body(typeof(CreateBookBody)).Answers(typeof(LunaAnswer<Book>), 201)
            .Refuses(409, "A book with this ISBN exists (ISBN_TAKEN)");
        books.MapPut("/{id}", Update).WithSummary("Change a book").NeedsLibrarian().Body(typeof(UpdateBookBody)).Answers(typeof(LunaAnswer<Book>))
            .Refuses(409, "ISBN_TAKEN, or INVALID_STATE: more copies are out, or the status cannot be set");
        books.MapPatch("/{id}/status", SetStatus).WithSummary("Take a book out of the offer, or offer it again").NeedsLibrarian().Body(typeof(BookStatusBody))
            .Answers(typeof(LunaAnswer<Book>)).Refuses(409, "The status comes from requests and cannot be set (INVALID_STATE)");
        books.MapDelete("/{id}", Delete).WithSummary("Take a book away").NeedsLibrarian().Answers(typeof(LunaAnswer<LunaMessage>))
            .Refuses(409, "Copies are reserved or checked out, or readers wait (INVALID_STATE)");
    }

    private static async Task<IResult> List(HttpContext context, BookQueries books)
    {
        var query = new QueryReader(context);
        var filter = new BookFilter(
            query.Get(Text), query.Get(Status), query.Get(Author), query.Get(Publisher), (int?)query.Get(Year), query.Get(Sort)!, query.Get(Order) == "desc");
        var page = query.ReadPage();
        query.Done();
        var (found, total) = await books.List(filter, page.Offset, page.Limit, context.RequestAborted);
        return LunaAnswers.List(context, found.Select(Book.Of), page, total);
    }

    private static async Task<IResult> ByIsbn(HttpContext context, string isbn, BookQueries books) =>
        Isbn.TryParse(isbn, out var normal) && await books.ByIsbn(normal, context.RequestAborted) is { } book ? One(context, book) : NotFound();

    private static async Task<IResult> Get(HttpContext context, string id, BookService books) =>
        await books.Book(PathId.Read(id, Unknown)).Get() is { } book ? One(context, book) : NotFound();

    private static async Task<IResult> Availability(HttpContext context, string id, BookService books) =>
        await books.Book(PathId.Read(id, Unknown)).Get() is { } book ? LunaAnswers.Plain(context, BookAvailability.Of(book)) : NotFound();

    // Always as an attachment: what others uploaded is shown by no browser as a page of ours.
    private static async Task<IResult> Cover(HttpContext context, string id, BookService books, UploadService uploads)
    {
        if (await books.Book(PathId.Read(id, Unknown)).Get() is not { } book)
            return NotFound();
        return book.Facts.CoverImageUrl is { } key && await uploads.Find(key) is { } upload && await uploads.Open(upload, context.RequestAborted) is { } content
            ? Results.Stream(content, upload.ContentType, upload.FileName, enableRangeProcessing: content.CanSeek)
            : ApiError.NotFound("The book has no uploaded cover").ToResult();
    }

    private static async Task<IResult> Create(HttpContext context, BookService books)
    {
        var body = await context.ReadBody<CreateBookBody>();
        BookInput.Check(context, body.PublicationYear);
        var call = context.CallContext();
        var outcome = await books.Create(call, BookService.NewId(call), body.Facts, body.Offered).WithinDeadline(context);
        if (outcome.Accepted)
            context.Response.Headers.Location = $"{Mounts.Luna.Path}/api/v1/books/{outcome.Value.Id}";
        return LunaAnswers.Of(context, outcome, Book.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Update(HttpContext context, string id, BookService books)
    {
        var book = PathId.Read(id, Unknown);
        var change = await context.ReadChange<UpdateBookBody>();
        BookInput.Check(context, change.Body.PublicationYear);
        return Shown(context, await books.Change(context.CallContext(), book, change.Body.Change(change.Fields)).WithinDeadline(context));
    }

    private static async Task<IResult> SetStatus(HttpContext context, string id, BookService books)
    {
        var book = PathId.Read(id, Unknown);
        var body = await context.ReadBody<BookStatusBody>();
        return Shown(context, await books.Change(context.CallContext(), book, new UpdateBookBody { Status = body.Status }.Change([])).WithinDeadline(context));
    }

    private static async Task<IResult> Delete(HttpContext context, string id, BookService books)
    {
        var outcome = await books.Book(PathId.Read(id, Unknown)).Delete(context.CallContext()).WithinDeadline(context);
        return outcome.Accepted ? LunaAnswers.Plain(context, new LunaMessage("The book is deleted")) : outcome.Refusal.ToError().ToResult();
    }

    private static IResult Shown(HttpContext context, Outcome<BookView> outcome) => LunaAnswers.Of(context, outcome, Book.Of);

    private static IResult One(HttpContext context, BookView book) => LunaAnswers.One(context, book.Version, Book.Of(book));

    private static IResult NotFound() => ApiError.NotFound(Unknown).ToResult();
}
