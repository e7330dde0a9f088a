using System.Text.Json;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Audit;

namespace Hss.Api.Audit;

/// <summary>The audit of everything, <c>/api/v1/audit</c>: operators only.</summary>
public static class AuditEndpoints
{
    private static readonly QueryParameter<string?> Of = Parameters.Text("entity", "Only events of this kind, or kind/id");
    private static readonly QueryParameter<string?> Actor = Parameters.Text("actor", "Only events of this account");
    private static readonly QueryParameter<string?> Type = Parameters.Text("type", "Only events of this type, for example booking.approved");
    private static readonly QueryParameter<DateTimeOffset?> From = Parameters.Time("from", "Only events from this time on");
    private static readonly QueryParameter<DateTimeOffset?> To = Parameters.Time("to", "Only events before this time");
    private static readonly QueryParameter<long> Cursor = Parameters.Whole("cursor", "Only events before this seq: the next_cursor of the page before", 0L, 0, long.MaxValue);
    private static readonly QueryParameter<int> Limit = Parameters.Limit(100, 500);

    private static readonly QueryParameter<string?> Kind = Parameters.Text("kind", "The kind of the entity to verify; with id");
    private static readonly QueryParameter<string?> Id = Parameters.Text("id", "The entity to verify; with kind");
    private static readonly QueryParameter<long?> FromSeq = Parameters.Optional("from_seq", "The first event to verify; with to_seq", 1, long.MaxValue - 1);
    private static readonly QueryParameter<long?> ToSeq = Parameters.Optional("to_seq", "The last event to verify; with from_seq", 1, long.MaxValue - 1);

    /// <summary>Maps them.</summary>
    public static void MapAudit(this RouteGroupBuilder root)
    {
        var audit = root.MapGroup("/api/v1/audit").WithTags("Audit").Operator();
        audit.MapGet("/", List).WithSummary("List events of everything, newest first").Query(Of, Actor, Type, From, To, Cursor, Limit).Answers(typeof(AuditPage));
        audit.MapGet("/verify", Verify).WithSummary("Verify the hash chain of one entity, or all chains of a part of the journal (one JSON line a step)")
            .Query(Kind, Id, FromSeq, ToSeq).Answers(typeof(VerifyStep)).AlsoAs("application/x-ndjson")
            .Refuses(404, "No such entity");
        audit.MapPost("/verify", VerifyAll).WithSummary("Begin to verify the whole journal").IgnoresIdempotencyKey().Answers(typeof(VerifyJobAnswer), 202);
        audit.MapGet("/verify/{job}", Job).WithSummary("See how far a verification is").Path("job", "The id that the start of the verification answered")
            .Answers(typeof(VerifyJobAnswer));
    }

    private static async Task<IResult> List(HttpContext context, IJournal journal, EntityKinds kinds, EntityCodec codec)
    {
        var query = new QueryReader(context);
        var entity = Entity(query, query.Get(Of));
        var (limit, cursor) = (query.Get(Limit), query.Get(Cursor));
        var (from, to) = (query.Get(From), query.Get(To));
        var (actor, type) = (query.Get(Actor), query.Get(Type));
        query.Done();
        var events = await journal.Events(
            new()
            {
                Kind = entity?.Kind,
                Id = entity?.Id is { Length: > 0 } id ? id : null,
                Actor = actor,
                Types = type is null ? [] : [type],
                From = from,
                To = to,
                BeforeSeq = cursor,
                Descending = true,
                Limit = limit,
            },
            context.RequestAborted);
        var next = events.Length == limit ? events[^1].Seq : (long?)null;
        return new JsonAnswer(new AuditPage([.. events.Select(e => AuditEntry.Of(e, kinds, codec))], next));
    }

    private static async Task<IResult> Verify(HttpContext context, AuditVerifier verifier)
    {
        var query = new QueryReader(context);
        var (kind, id) = (query.Get(Kind), query.Get(Id));
        var (from, to) = (query.Get(FromSeq), query.Get(ToSeq));
        if (kind is null != id is null)
            query.Fault(kind is null ? Kind : Id, "is required with the other");
        if (kind is null && (from is null || to is null))
            query.Fault(FromSeq, "and to_seq, or kind and id, are required; POST verifies the whole journal");
        if (kind is null && from > to)
            query.Fault(ToSeq, "must not be below from_seq");
        query.Done();
        if (kind is not null)
        {
            return await verifier.Entity(new(kind, id!), context.RequestAborted) is { } result
                ? new JsonAnswer(VerifyStep.Of(result))
                : ApiError.NotFound("No such entity").ToResult();
        }

        await Stream(context, verifier.Span(from!.Value, to!.Value, context.RequestAborted));
        return Results.Empty;
    }

    private static JsonAnswer VerifyAll(HttpContext context, VerifyJobs jobs)
    {
        var job = jobs.Start();
        context.Response.Headers.Location = $"/api/v1/audit/verify/{job.Id}";
        return new JsonAnswer(VerifyJobAnswer.Of(job), StatusCodes.Status202Accepted);
    }

    private static IResult Job(string job, VerifyJobs jobs) =>
        jobs.Find(job) is { } found ? new JsonAnswer(VerifyJobAnswer.Of(found)) : ApiError.NotFound("No such verification").ToResult();

    // One line of JSON for each step, so that a long verification shows where it is.
    private static async Task Stream(HttpContext context, IAsyncEnumerable<VerifyProgress> steps)
    {
        context.Response.ContentType = "application/x-ndjson";
        await foreach (var step in steps)
        {
            await context.Response.WriteAsync(JsonSerializer.Serialize(VerifyStep.Of(step), JsonAnswer.Options) + "\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static EntityKey? Entity(QueryReader query, string? text)
    {
        if (text is null)
            return null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash != 0)
            return slash < 0 ? new(text, "") : new(text[..slash], text[(slash + 1)..]);
        query.Fault(Of, "must be a kind, or kind/id");
        return null;
    }
}
