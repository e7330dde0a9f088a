using System.Collections.Immutable;
using Hss.Api.Platform;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Assets;
using Hss.Silo.Assets.Workflows;

namespace Hss.Api.Assets.Workflows;

/// <summary>How many requests were made on each day, <c>/sams/api/v1/statistics/workflow-timeline</c>.</summary>
public static class WorkflowTimelineEndpoints
{
    private const string Usual = "30d";

    private static readonly QueryParameter<string?> DateRange = Parameters.Text("date_range", "7d, 30d or 90d, today included; anything else means 30d");

    /// <summary>Maps it.</summary>
    public static void MapWorkflowTimeline(this RouteGroupBuilder sams) =>
        sams.MapGet("/api/v1/statistics/workflow-timeline", Timeline).WithTags("Statistics").WithSummary("Count requests by day and type")
            .NeedsMember().Query(DateRange).Answers(typeof(WorkflowTimeline));

    private static async Task<IResult> Timeline(HttpContext context, WorkflowQueries queries, TimeProvider time)
    {
        var query = new QueryReader(context);
        var asked = query.Get(DateRange);
        query.Done();
        var (range, days) = asked switch
        {
            "7d" => (asked, 7),
            "90d" => (asked, 90),
            _ => (Usual, 30),
        };
        var last = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var first = last.AddDays(1 - days);
        var counts = await queries.PerDay(first, last, context.RequestAborted);
        return new JsonAnswer(new WorkflowTimeline(
            [.. Enumerable.Range(0, days).Select(n => WorkflowDay.Of(first.AddDays(n), (day, type) => counts.GetValueOrDefault((day, type))))], range, first, last));
    }
}

/// <summary>How many requests were made on each day (UTC), from the first to the last.</summary>
/// <param name="Timeline">Every day, also one without any.</param>
/// <param name="DateRange"><c>7d</c>, <c>30d</c> or <c>90d</c>.</param>
public sealed record WorkflowTimeline(ImmutableArray<WorkflowDay> Timeline, string DateRange, DateOnly StartDate, DateOnly EndDate);

/// <summary>How many requests of each type were made on a day.</summary>
public sealed record WorkflowDay(DateOnly Date, long Checkout, long Checkin, long Transfer, long Maintenance, long Disposal)
{
    /// <summary>As counted.</summary>
    public static WorkflowDay Of(DateOnly day, Func<DateOnly, string, long> count) => new(
        day,
        count(day, WorkflowTypes.Checkout),
        count(day, WorkflowTypes.Checkin),
        count(day, WorkflowTypes.Transfer),
        count(day, WorkflowTypes.Maintenance),
        count(day, WorkflowTypes.Disposal));
}
