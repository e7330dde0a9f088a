using System.Text.Json;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
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
    private const int DefaultLimit = 100;
    private const int MaxLimit = 500;

    /// <summary>Maps them.</summary>
    public static void MapAudit(this RouteGroupBuilder root)
    {
        var audit = root.MapGroup("/api/v1/audit").WithTags("Audit").Operator();
        audit.MapGet("/", List);
        audit.MapGet("/verify", Verify);
        audit.MapPost("/verify", VerifyAll).IgnoresIdempotencyKey();
        audit.MapGet("/verify/{job}", Job);
    }

    private static async Task<IResult> List(HttpContext context, IJournal journal, EntityKinds kinds, EntityCodec codec)
    {
        var query = new QueryReader(context.Request.Query);
        var entity = Entity(query, query.Text("entity"));
        var (limit, cursor) = (query.Whole("limit", DefaultLimit, 1, MaxLimit), query.Whole("cursor", 0L, 0, long.MaxValue));
        var (from, to) = (query.Time("from"), query.Time("to"));
        var (actor, type) = (query.Text("actor"), query.Text("type"));
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
        return new JsonAnswer(new { events = events.Select(e => AuditEntry.Of(e, kinds, codec)), next_cursor = next });
    }

    private static async Task<IResult> Verify(HttpContext context, AuditVerifier verifier)
    {
        var query = new QueryReader(context.Request.Query);
        var (kind, id) = (query.Text("kind"), query.Text("id"));
        var (from, to) = (query.Whole("from_seq", 0L, 1, long.MaxValue - 1), query.Whole("to_seq", 0L, 1, long.MaxValue - 1));
        if (kind is null != id is null)
            query.Fault(kind is null ? "kind" : "id", "is required with the other");
        if (kind is null && (from == 0 || to == 0))
            query.Fault("from_seq", "and to_seq, or kind and id, are required; POST verifies the whole journal");
        if (kind is null && from > to)
            query.Fault("to_seq", "must not be below from_seq");
        query.Done();
        if (kind is not null)
        {
            return await verifier.Entity(new(kind, id!), context.RequestAborted) is { } result
                ? new JsonAnswer(VerifyAnswer.Of(result))
                : ApiError.NotFound("No such entity").ToResult();
        }

        await Stream(context, verifier.Span(from, to, context.RequestAborted));
        return Results.Empty;
    }

    private static JsonAnswer VerifyAll(HttpContext context, VerifyJobs jobs)
    {
        var job = jobs.Start();
        context.Response.Headers.Location = $"/api/v1/audit/verify/{job.Id}";
        return new JsonAnswer(VerifyAnswer.Of(job), StatusCodes.Status202Accepted);
    }

    private static IResult Job(string job, VerifyJobs jobs) =>
        jobs.Find(job) is { } found ? new JsonAnswer(VerifyAnswer.Of(found)) : ApiError.NotFound("No such verification").ToResult();

    // One line of JSON for each step, so that a long verification shows where it is.
    private static async Task Stream(HttpContext context, IAsyncEnumerable<VerifyProgress> steps)
    {
        context.Response.ContentType = "application/x-ndjson";
        await foreach (var step in steps)
        {
            await context.Response.WriteAsync(JsonSerializer.Serialize(VerifyAnswer.Of(step), JsonAnswer.Options) + "\n", context.RequestAborted);
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
        query.Fault("entity", "must be a kind, or kind/id");
        return null;
    }
}
