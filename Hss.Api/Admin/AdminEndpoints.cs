using System.ComponentModel.DataAnnotations;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Silo.Admin;
using Hss.Silo.Journal;

namespace Hss.Api.Admin;

/// <summary>What operators do with effects and due work, <c>/api/v1/admin/…</c>.</summary>
public static class AdminEndpoints
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    /// <summary>Maps them.</summary>
    public static void MapAdmin(this RouteGroupBuilder root)
    {
        var admin = root.MapGroup("/api/v1/admin").WithTags("Operations").Operator();
        admin.MapGet("/effects", Effects);
        // Ids of effects have slashes, so they are sent escaped.
        admin.MapPost("/effects/{id}/retry", (HttpContext context, string id, OperatorService operators) => Act(context, id, operators.Retry)).Body(typeof(ReasonBody));
        admin.MapPost("/effects/{id}/discard", (HttpContext context, string id, OperatorService operators) => Act(context, id, operators.Discard)).Body(typeof(ReasonBody));
        admin.MapGet("/due", Due);
    }

    private static async Task<IResult> Effects(HttpContext context, JournalAdministration journal)
    {
        var query = new QueryReader(context.Request.Query);
        var state = query.Choice("state", ["pending", "parked"]) ?? "pending";
        var limit = query.Whole("limit", DefaultLimit, 1, MaxLimit);
        query.Done();
        return new JsonAnswer(new { state, effects = await journal.Effects(state == "parked", limit, context.RequestAborted) });
    }

    private static async Task<IResult> Due(HttpContext context, JournalAdministration journal)
    {
        var query = new QueryReader(context.Request.Query);
        var limit = query.Whole("limit", DefaultLimit, 1, MaxLimit);
        query.Done();
        var due = await journal.Due(limit, context.RequestAborted);
        return new JsonAnswer(new { due = due.Select(d => new { kind = d.Key.Kind, id = d.Key.Id, due_at = d.DueAt, claimed_until = d.ClaimedUntil }) });
    }

    private static async Task<IResult> Act(
        HttpContext context, string id, Func<Interfaces.Entities.CallContext, string, string, Task<Interfaces.Entities.Outcome<bool>>> act)
    {
        var body = await context.ReadBody<ReasonBody>();
        var outcome = await act(context.CallContext(), Uri.UnescapeDataString(id), body.Reason!.Trim()).WithinDeadline(context);
        if (outcome.Replayed)
            context.Response.Headers[Answer.ReplayedHeader] = "true";
        return outcome.Refusal?.ToError().ToResult() ?? Results.NoContent();
    }
}

/// <summary>Why an operator does it.</summary>
public sealed record ReasonBody
{
    /// <summary>Up to 500 characters; it is journaled.</summary>
    [Required, StringLength(500)]
    public string? Reason { get; init; }
}
