using System.Collections.Frozen;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Library.Deliveries;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Silo.Library.Deliveries;

namespace Hss.Api.Library.Deliveries;

/// <summary>Returns of books, <c>/luna/api/v1/returns</c>: readers give back what they have; librarians see all.</summary>
public static class ReturnEndpoints
{
    private static readonly QueryParameter<string?> Status = Parameters.Choice("status", "Only returns in this status", AskedStatus.OfReturns);
    private static readonly QueryParameter<string?> Book = Parameters.Text("book_id", "Only those of this book");
    private static readonly QueryParameter<string?> User = Parameters.Text("user_id", "Only those of this reader; librarians only, readers see their own");
    private static readonly QueryParameter<string?> Sort = LunaLists.Sort(["initiated_at", "updated_at", "status"], "initiated_at");
    private static readonly QueryParameter<string?> Order = LunaLists.Order("desc");

    /// <summary>Maps them.</summary>
    public static void MapReturns(this RouteGroupBuilder luna)
    {
        var returns = luna.MapGroup("/api/v1/returns").WithTags("Returns").Path("id", "The return's id, a UUID");
        returns.MapPost("/", Create).WithSummary("Give a book back: a robot is to pick it up").NeedsReader()
            .Body(typeof(CreateBookReturn)).Answers(typeof(LunaAnswer<BookReturn>), 201).Refuses(404, "No such book")
            .Refuses(409, "The caller has no copy of the book that could be returned (BOOK_NOT_CHECKED_OUT)");
        returns.MapGet("/", List).WithSummary("List returns, newest first; readers see their own").NeedsReader()
            .Query(LunaLists.Page, LunaLists.Limit, Status, Book, User, Sort, Order).Answers(typeof(LunaList<BookReturn>));
        returns.MapGet("/returnable-books", Returnable).WithSummary("List the books that the caller has and may give back").NeedsReader()
            .Query(LunaLists.Page, LunaLists.Limit).Answers(typeof(LunaAnswer<LunaItems<ReturnableBook>>));
        returns.MapGet("/{id}", Get).WithSummary("Read a return").NeedsReader().AnswersOne(typeof(LunaAnswer<BookReturn>));
        returns.MapGet("/{id}/activity", Activity).WithSummary("Read a return with its task").NeedsReader().Answers(typeof(LunaAnswer<ReturnActivity>));
        returns.MapMethods("/{id}/cancel", LibraryRoutes.Action, Cancel).WithSummary("Call a return off, until the robot is on its way: the reader keeps the book").NeedsReader()
            .Body(typeof(ReasonRequest), required: false).Answers(typeof(LunaAnswer<BookReturn>))
            .Refuses(403, "Somebody else's, and the caller is no admin").Refuses(409, "The robot is on its way, or the return is closed");
        returns.MapMethods("/{id}/picked-up", LibraryRoutes.Action, PickedUp).WithSummary("Say that one has handed the book over").NeedsReader()
            .Answers(typeof(LunaAnswer<BookReturn>)).Refuses(403, "Somebody else's").Refuses(409, "The robot has not come, or the book was handed over");
        returns.MapMethods("/{id}/confirm-handoff", LibraryRoutes.Action, PickedUp).WithSummary("The same as picked-up, as later clients call it").NeedsReader()
            .Answers(typeof(LunaAnswer<BookReturn>)).Refuses(403, "Somebody else's").Refuses(409, "The robot has not come, or the book was handed over");
        returns.MapMethods("/{id}/approve", LibraryRoutes.Action, Approve).WithSummary("Schedule the pickup; nothing waits for it").NeedsLibrarian()
            .Answers(typeof(LunaAnswer<BookReturn>)).Refuses(409, "It is not pending");
        returns.MapMethods("/{id}/confirm-receipt", LibraryRoutes.Action, Receive).WithSummary("Confirm that the book is back: its task is done, and the copy free").NeedsLibrarian()
            .Answers(typeof(LunaAnswer<BookReturn>)).Refuses(409, "Its task is not IN_PROGRESS");
    }

    private static async Task<IResult> Create(HttpContext context, DeliveryService deliveries)
    {
        var command = (await context.ReadBody<CreateBookReturn>()).Command(context.Caller().Id);
        var outcome = await deliveries.Return(context.CallContext(), command).WithinDeadline(context);
        if (outcome.Accepted)
            context.Response.Headers.Location = $"{Mounts.Luna.Path}/api/v1/returns/{outcome.Value.Id}";
        return LunaAnswers.Of(context, outcome, BookReturn.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(HttpContext context, DeliveryQueries queries, DeliveryReaders readers)
    {
        var (query, caller) = (new QueryReader(context), context.Caller());
        var page = query.ReadPage();
        var (user, sort, order) = (query.Get(User), query.Get(Sort), query.Get(Order));
        var filter = new DeliveryFilter
        {
            Sort = DeliveryKind.Return,
            Owner = caller.IsLibrarian() ? user : caller.Id,
            Asked = query.Get(Status),
            Book = query.Get(Book)?.ToLowerInvariant(),
        };
        query.Done();
        var by = sort switch
        {
            "status" => $"facet:{DeliveryKind.AskedFacet}",
            "updated_at" => sort,
            _ => "created_at",
        };
        var (found, total) = await queries.List(filter, new SortKey(by, order == "desc"), page.Offset, page.Limit, context.RequestAborted);
        var people = await readers.Of(caller.IsLibrarian() ? found.Select(d => d.UserId) : [], context.RequestAborted);
        return LunaAnswers.List(context, found.Select(d => BookReturn.Of(d, people)), page, total);
    }

    private static async Task<IResult> Returnable(HttpContext context, ReturnableBooks books)
    {
        var query = new QueryReader(context);
        var page = query.ReadPage();
        query.Done();
        var (found, total) = await books.Of(context.Caller().Id, page.Offset, page.Limit, context.RequestAborted);
        var items = found.Select(b => new ReturnableBook(b.Book.Id, b.Share.DeliveryId, b.Book.Facts.Title, b.Book.Facts.Author, b.Book.Facts.Isbn, b.Share.Since));
        return LunaAnswers.Plain(context, new LunaItems<ReturnableBook>([.. items], LunaPagination.Of(page, total)));
    }

    private static async Task<IResult> Get(HttpContext context, string id, DeliveryService deliveries, DeliveryReaders readers)
    {
        var found = await Find(context, id, deliveries);
        return LunaAnswers.One(context, found.Version, BookReturn.Of(found, await Seen(context, found, readers)));
    }

    private static async Task<IResult> Activity(HttpContext context, string id, DeliveryService deliveries, DeliveryReaders readers)
    {
        var found = await Find(context, id, deliveries);
        var people = await Seen(context, found, readers);
        return LunaAnswers.Plain(context, new ReturnActivity(BookReturn.Of(found, people), DeliveryTaskBody.Of(found, people)));
    }

    private static async Task<IResult> Cancel(HttpContext context, string id, DeliveryService deliveries)
    {
        var body = await context.ReadBody<ReasonRequest>(allowEmpty: true);
        return await Do(context, id, deliveries, found => found.Cancel(context.CallContext(), body.Said));
    }

    private static Task<IResult> PickedUp(HttpContext context, string id, DeliveryService deliveries) =>
        Do(context, id, deliveries, found => found.PickedUp(context.CallContext()));

    private static Task<IResult> Approve(HttpContext context, string id, DeliveryService deliveries) =>
        Do(context, id, deliveries, found => found.Approve(context.CallContext()));

    private static Task<IResult> Receive(HttpContext context, string id, DeliveryService deliveries) =>
        Do(context, id, deliveries, found => found.ChangeStatus(context.CallContext(), DeliveryTaskStatus.Completed, null));

    private static async Task<IResult> Do(HttpContext context, string id, DeliveryService deliveries, Func<IDeliveryGrain, Task<Outcome<DeliveryView>>> action)
    {
        var found = await Find(context, id, deliveries);
        return LunaAnswers.Of(context, await action(deliveries.Delivery(found.Id)).WithinDeadline(context), BookReturn.Of);
    }

    private static Task<DeliveryView> Find(HttpContext context, string id, DeliveryService deliveries) =>
        DeliveryPaths.Asked(context, id, TaskTypes.ReturnPickup, DeliveryPaths.NoReturn, deliveries);

    private static async Task<FrozenDictionary<string, Reader>> Seen(HttpContext context, DeliveryView found, DeliveryReaders readers) =>
        await readers.Of(context.Caller().IsLibrarian() ? [found.UserId] : [], context.RequestAborted);
}
