using System.Collections.Immutable;
using Hss.Api.Platform;
using Hss.Api.Platform.OpenApi;
using Hss.Interfaces.Assets.Workflows;
using Hss.Silo.Assets.References;
using Hss.Silo.Assets.Statistics;

namespace Hss.Api.Assets.Statistics;

/// <summary>Counts of assets and workflows, <c>/sams/api/v1/statistics</c>; every member reads them.</summary>
public static class StatisticsEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapStatistics(this RouteGroupBuilder sams)
    {
        var statistics = sams.MapGroup("/api/v1/statistics").WithTags("Statistics").NeedsMember();
        statistics.MapGet("/overview", Overview).WithSummary("See all counts together").Answers(typeof(StatisticsOverview));
        statistics.MapGet("/assets-by-category", ByCategory).WithSummary("Count assets by category, the most first").Answers(typeof(AssetsOfCategory[]));
        statistics.MapGet("/assets-by-location", ByLocation).WithSummary("Count assets by location, the most first").Answers(typeof(AssetsAtLocation[]));
        statistics.MapGet("/assets-by-status", ByStatus).WithSummary("Count assets by status, the most first").Answers(typeof(AssetsInStatus[]));
        statistics.MapGet("/assets-by-grade", ByGrade).WithSummary("Count assets by grade, A first").Answers(typeof(AssetsOfGrade[]));
        statistics.MapGet("/workflow-stats", Workflows).WithSummary("Count workflows by status and type").Answers(typeof(WorkflowStatistics));
    }

    private static async Task<IResult> Overview(HttpContext context, AssetStatistics statistics)
    {
        var stop = context.RequestAborted;
        var assets = await statistics.ByStatus(stop);
        var workflows = await statistics.WorkflowsByStatus(stop);
        return new JsonAnswer(new StatisticsOverview(
            assets.Sum(s => s.Count),
            assets.ToImmutableSortedDictionary(s => s.Status, s => s.Count),
            workflows.GetValueOrDefault(WorkflowStatus.Pending),
            await statistics.Members(stop),
            await statistics.Categories(stop),
            await statistics.Locations(stop)));
    }

    private static async Task<IResult> ByCategory(HttpContext context, AssetStatistics statistics, AssetReferences references)
    {
        var counts = await statistics.ByCategory(context.RequestAborted);
        var categories = await references.Categories(counts.Keys, context.RequestAborted);
        return new JsonAnswer(MostFirst(
            counts.Where(c => categories.ContainsKey(c.Key)).Select(c => new AssetsOfCategory(c.Key, categories[c.Key].Details.Name, categories[c.Key].Details.Code, c.Value)),
            c => c.AssetCount,
            c => c.CategoryName));
    }

    private static async Task<IResult> ByLocation(HttpContext context, AssetStatistics statistics, AssetReferences references)
    {
        var counts = await statistics.ByLocation(context.RequestAborted);
        var locations = await references.Locations(counts.Keys, context.RequestAborted);
        return new JsonAnswer(MostFirst(
            counts.Where(c => locations.ContainsKey(c.Key)).Select(c => locations[c.Key].Details is var d ? new AssetsAtLocation(c.Key, d.Name, d.Code, d.Site, c.Value) : null!),
            c => c.AssetCount,
            c => c.LocationName));
    }

    private static async Task<IResult> ByStatus(HttpContext context, AssetStatistics statistics) => new JsonAnswer(MostFirst(
        (await statistics.ByStatus(context.RequestAborted)).Where(s => s.Count > 0).Select(s => new AssetsInStatus(s.Status, s.Count)), s => s.AssetCount, s => s.Status));

    private static async Task<IResult> ByGrade(HttpContext context, AssetStatistics statistics) =>
        new JsonAnswer((await statistics.ByGrade(context.RequestAborted)).Where(g => g.Count > 0).Select(g => new AssetsOfGrade(g.Grade, g.Count)).ToArray());

    private static async Task<IResult> Workflows(HttpContext context, AssetStatistics statistics)
    {
        var byStatus = await statistics.WorkflowsByStatus(context.RequestAborted);
        return new JsonAnswer(new WorkflowStatistics(
            byStatus.Values.Sum(),
            WorkflowStatus.All.ToImmutableSortedDictionary(s => s, s => byStatus.GetValueOrDefault(s)),
            (await statistics.WorkflowsByType(context.RequestAborted)).ToImmutableSortedDictionary()));
    }

    // As the contract has it: by count, the most first; within the same count in the order of the alphabet.
    private static T[] MostFirst<T>(IEnumerable<T> rows, Func<T, long> count, Func<T, string> name) =>
        [.. rows.OrderByDescending(count).ThenBy(name, StringComparer.Ordinal)];
}
