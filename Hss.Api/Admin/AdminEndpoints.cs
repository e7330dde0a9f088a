using System.Collections.Immutable;
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
    private static readonly QueryParameter<int> Limit = Parameters.Limit(100, 1000);
    private static readonly QueryParameter<string?> State = Parameters.Choice("state", "Effects that wait, or those that failed ten times", ["pending", "parked"], "pending");

    /// <summary>Maps them.</summary>
    public static void MapAdmin(this RouteGroupBuilder root)
    {
        var admin = root.MapGroup("/api/v1/admin").WithTags("Operations").Operator();
        admin.MapGet("/effects", Effects).WithSummary("List the messages that entities have to send").Query(State, Limit).Answers(typeof(EffectsAnswer));
        // Ids of effects have slashes, so they are sent escaped.
        var effect = admin.MapGroup("/effects/{id}").Path("id", "The effect's id, with its slashes escaped as %2F");
        effect.MapPost("/retry", (HttpContext context, string id, OperatorService operators) => Act(context, id, operators.Retry))
            .WithSummary("Send an effect again now").Body(typeof(ReasonBody)).AnswersNothing();
        effect.MapPost("/discard", (HttpContext context, string id, OperatorService operators) => Act(context, id, operators.Discard))
            .WithSummary("Give an effect up").Body(typeof(ReasonBody)).AnswersNothing();
        admin.MapGet("/due", Due).WithSummary("List the entities that wait to be woken, the next one first").Query(Limit).Answers(typeof(DueAnswer));
    }

    private static async Task<IResult> Effects(HttpContext context, JournalAdministration journal)
    {
        var query = new QueryReader(context);
        var (state, limit) = (query.Get(State)!, query.Get(Limit));
        query.Done();
        return new JsonAnswer(new EffectsAnswer(state, await journal.Effects(state == "parked", limit, context.RequestAborted)));
    }

    private static async Task<IResult> Due(HttpContext context, JournalAdministration journal)
    {
        var query = new QueryReader(context);
        var limit = query.Get(Limit);
        query.Done();
        var due = await journal.Due(limit, context.RequestAborted);
        return new JsonAnswer(new DueAnswer([.. due.Select(d => new DueEntity(d.Key.Kind, d.Key.Id, d.DueAt, d.ClaimedUntil))]));
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

/// <summary>Effects in one state, the next due first.</summary>
public sealed record EffectsAnswer(string State, ImmutableArray<EffectStatus> Effects);

/// <summary>Entities that wait to be woken.</summary>
public sealed record DueAnswer(ImmutableArray<DueEntity> Due);

/// <summary>One entity that waits.</summary>
/// <param name="ClaimedUntil">Until when a worker has taken it; null when none has.</param>
public sealed record DueEntity(string Kind, string Id, DateTimeOffset DueAt, DateTimeOffset? ClaimedUntil);
