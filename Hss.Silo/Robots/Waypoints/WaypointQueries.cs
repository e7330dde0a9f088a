using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Library.Deliveries;
using Hss.Grains.Robots;
using Hss.Grains.Robots.Waypoints;
using Hss.Interfaces.Library;
using Hss.Interfaces.Robots;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Robots.Waypoints;

/// <summary>An open task or a robot that names a waypoint.</summary>
/// <param name="Kind"><c>task</c> or <c>robot</c>.</param>
/// <param name="Name">What it is called: the sort of the task, or the robot's name.</param>
public sealed record WaypointUser(string Kind, string Id, string Name);

/// <summary>Waypoints from committed rows, and who names one.</summary>
public sealed class WaypointQueries(IJournal journal, EntityCodec codec, RobotQueries robots, ILogger<WaypointQueries> log)
{
    private static readonly ImmutableArray<string> OpenTasks =
        [DeliveryTaskStatus.Pending, DeliveryTaskStatus.Queued, DeliveryTaskStatus.Assigned, DeliveryTaskStatus.InProgress];

    private static readonly EntityQuery Made = new(WaypointKind.Instance.Name)
    {
        Statuses = [WaypointLife.Made],
        Sort = [new($"facet:{WaypointKind.NameFacet}")],
    };

    /// <summary>A page of waypoints by name, with the number of all that match.</summary>
    /// <param name="active">Only those that people should choose, or only the others; null for both.</param>
    public async Task<(ImmutableArray<WaypointView> Items, long Total)> List(bool? active, int offset, int limit, CancellationToken cancellation)
    {
        var query = Made with
        {
            Facets = active is { } wanted ? [new(WaypointKind.ActiveFacet, FacetOperator.Equal, wanted ? RobotKind.Yes : RobotKind.No)] : [],
            Offset = offset,
            Limit = limit,
        };
        var page = await journal.List(query, cancellation).ConfigureAwait(false);
        return ([.. codec.DecodeReadable(WaypointKind.Instance, page.Rows, log).Select(r => WaypointViews.Of(r.State) with { Version = r.Row.Version })], page.Total);
    }

    /// <summary>All places on the plan.</summary>
    public async Task<ImmutableArray<WaypointFacts>> Places(CancellationToken cancellation) =>
        [.. (await List(null, 0, int.MaxValue, cancellation).ConfigureAwait(false)).Items.Select(w => w.Facts)];

    /// <summary>Open tasks from or to it and robots at it, by its name or its code.</summary>
    public async Task<ImmutableArray<WaypointUser>> Users(WaypointFacts waypoint, CancellationToken cancellation)
    {
        HashSet<string> texts = [SearchText.Of(waypoint.Name), SearchText.Of(waypoint.Code)];
        var users = ImmutableArray.CreateBuilder<WaypointUser>();
        foreach (var status in OpenTasks)
        {
            var query = new EntityQuery(DeliveryKind.Instance.Name) { Facets = [new(DeliveryKind.TaskFacet, FacetOperator.Equal, status)], Limit = int.MaxValue };
            var page = await journal.List(query, cancellation).ConfigureAwait(false);
            users.AddRange(codec.DecodeReadable(DeliveryKind.Instance, page.Rows, log)
                .Where(r => texts.Contains(SearchText.Of(r.State.Source)) || texts.Contains(SearchText.Of(r.State.Destination)))
                .Select(r => new WaypointUser("task", r.State.Id, r.State.TaskType)));
        }

        foreach (var text in texts)
            users.AddRange((await robots.At(text, cancellation).ConfigureAwait(false)).Select(r => new WaypointUser("robot", r.Id, r.Name)));
        return [.. users.Distinct()];
    }
}
