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

/// <summary>Requests for books, <c>/luna/api/v1/requests</c>: readers ask and see their own; librarians see all.</summary>
public static class RequestEndpoints
{
    private static readonly QueryParameter<string?> Status = Parameters.Choice("status", "Only requests in this status", AskedStatus.OfRequests);
    private static readonly QueryParameter<string?> Book = Parameters.Text("book_id", "Only those for this book");
    private static readonly QueryParameter<string?> User = Parameters.Text("user_id", "Only those of this reader; librarians only, readers see their own");
    private static readonly QueryParameter<string?> Sort = LunaLists.Sort(["requested_at", "updated_at", "status"], "requested_at");
    private static readonly QueryParameter<string?> Order = LunaLists.Order("desc");

    /// <summary>Maps them.</summary>
    public static void MapRequests(this RouteGroupBuilder luna)
    {
        var requests = luna.MapGroup("/api/v1/requests").WithTags("Requests").Path("id", "The request's id, a UUID");
        requests.MapPost("/", Create).WithSummary("Ask for a book: a copy is reserved and its delivery task stands").NeedsReader()
            .Body(typeof(CreateBookRequest)).Answers(typeof(LunaAnswer<BookRequest>), 201).Refuses(404, "No such book")
            .Refuses(409, "No copy is free and the caller does not wait (BOOK_NOT_AVAILABLE), or has reserved the book already (BOOK_ALREADY_RESERVED)");
        requests.MapGet("/", List).WithSummary("List requests, newest first; readers see their own").NeedsReader()
            .Query(LunaLists.Page, LunaLists.Limit, Status, Book, User, Sort, Order).Answers(typeof(LunaList<BookRequest>));
        requests.MapGet("/{id}", Get).WithSummary("Read a request").NeedsReader().AnswersOne(typeof(LunaAnswer<BookRequest>));
        requests.MapGet("/{id}/activity", Activity).WithSummary("Read a request with its task").NeedsReader().Answers(typeof(LunaAnswer<RequestActivity>));
        requests.MapMethods("/{id}/cancel", LibraryRoutes.Action, Cancel).WithSummary("Call a request off, until its book is on its way: the copy is free again").NeedsReader()
            .Body(typeof(ReasonRequest), required: false).Answers(typeof(LunaAnswer<BookRequest>))
            .Refuses(403, "Somebody else's, and the caller is no admin").Refuses(409, "The book is on its way, or the request is closed");
        requests.MapMethods("/{id}/complete", LibraryRoutes.Action, Complete).WithSummary("Confirm that one has the book: request and task are closed").NeedsReader()
            .Answers(typeof(LunaAnswer<BookRequest>)).Refuses(403, "Somebody else's").Refuses(409, "The book has not arrived, or the request is closed");
        requests.MapMethods("/{id}/confirm-delivery", LibraryRoutes.Action, Complete).WithSummary("The same as complete, as later clients call it").NeedsReader()
            .Answers(typeof(LunaAnswer<BookRequest>)).Refuses(403, "Somebody else's").Refuses(409, "The book has not arrived, or the request is closed");
        requests.MapMethods("/{id}/approve", LibraryRoutes.Action, Approve).WithSummary("Approve a request; nothing waits for it").NeedsLibrarian()
            .Answers(typeof(LunaAnswer<BookRequest>)).Refuses(409, "It is not pending");
    }

    private static async Task<IResult> Create(HttpContext context, DeliveryService deliveries)
    {
        var command = (await context.ReadBody<CreateBookRequest>()).Command(context.Caller().Id);
        var outcome = await deliveries.Request(context.CallContext(), command).WithinDeadline(context);
        if (outcome.Accepted)
            context.Response.Headers.Location = $"{Mounts.Luna.Path}/api/v1/requests/{outcome.Value.Id}";
        return LunaAnswers.Of(context, outcome, BookRequest.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(HttpContext context, DeliveryService deliveries, DeliveryQueries queries, DeliveryReaders readers)
    {
        var (query, caller) = (new QueryReader(context), context.Caller());
        var page = query.ReadPage();
        var (user, sort, order) = (query.Get(User), query.Get(Sort), query.Get(Order));
        var filter = new DeliveryFilter
        {
            Sort = DeliveryKind.Request,
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
        var positions = await deliveries.Positions(found);
        var people = await readers.Of(caller.IsLibrarian() ? found.Select(d => d.UserId) : [], context.RequestAborted);
        return LunaAnswers.List(context, found.Select(d => BookRequest.Of(Placed(d, positions), people)), page, total);
    }

    private static async Task<IResult> Get(HttpContext context, string id, DeliveryService deliveries, DeliveryReaders readers)
    {
        var request = await Now(await Find(context, id, deliveries), deliveries);
        return LunaAnswers.One(context, request.Version, BookRequest.Of(request, await Seen(context, request, readers)));
    }

    private static async Task<IResult> Activity(HttpContext context, string id, DeliveryService deliveries, DeliveryReaders readers)
    {
        var request = await Now(await Find(context, id, deliveries), deliveries);
        var people = await Seen(context, request, readers);
        return LunaAnswers.Plain(context, new RequestActivity(BookRequest.Of(request, people), request.Task is null ? null : DeliveryTaskBody.Of(request, people)));
    }

    private static async Task<IResult> Cancel(HttpContext context, string id, DeliveryService deliveries)
    {
        var body = await context.ReadBody<ReasonRequest>(allowEmpty: true);
        return await Do(context, id, deliveries, request => request.Cancel(context.CallContext(), body.Said));
    }

    private static Task<IResult> Complete(HttpContext context, string id, DeliveryService deliveries) =>
        Do(context, id, deliveries, request => request.ConfirmDelivery(context.CallContext()));

    private static Task<IResult> Approve(HttpContext context, string id, DeliveryService deliveries) =>
        Do(context, id, deliveries, request => request.Approve(context.CallContext()));

    private static async Task<IResult> Do(HttpContext context, string id, DeliveryService deliveries, Func<IDeliveryGrain, Task<Outcome<DeliveryView>>> action)
    {
        var request = await Find(context, id, deliveries);
        return LunaAnswers.Of(context, await action(deliveries.Delivery(request.Id)).WithinDeadline(context), BookRequest.Of);
    }

    private static Task<DeliveryView> Find(HttpContext context, string id, DeliveryService deliveries) =>
        DeliveryPaths.Asked(context, id, TaskTypes.StudentDelivery, DeliveryPaths.NoRequest, deliveries);

    private static async Task<FrozenDictionary<string, Reader>> Seen(HttpContext context, DeliveryView request, DeliveryReaders readers) =>
        await readers.Of(context.Caller().IsLibrarian() ? [request.UserId] : [], context.RequestAborted);

    // Those before a reader come to their turn: the place is the queue's of this moment.
    private static async Task<DeliveryView> Now(DeliveryView request, DeliveryService deliveries) => Placed(request, await deliveries.Positions([request]));

    private static DeliveryView Placed(DeliveryView request, FrozenDictionary<string, int> positions) =>
        request.QueuePosition is not null && positions.TryGetValue(request.Id, out var position) ? request with { QueuePosition = position } : request;
}
