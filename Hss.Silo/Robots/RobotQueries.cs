using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Robots;
using Hss.Interfaces.Library;
using Hss.Interfaces.Robots;

namespace Hss.Silo.Robots;

/// <summary>Which robots there are, from committed rows; each is then asked itself, as it knows more than is stored.</summary>
public sealed class RobotQueries(IJournal journal, IGrainFactory grains)
{
    private static readonly EntityQuery Registered = new(RobotKind.Instance.Name)
    {
        Statuses = [RobotLife.Registered],
        Sort = [new($"facet:{RobotKind.NameFacet}")],
    };

    /// <summary>A page of robots by name, with the number of all.</summary>
    public async Task<(ImmutableArray<RobotView> Items, long Total)> List(int offset, int limit, CancellationToken cancellation)
    {
        var page = await journal.List(Registered with { Offset = offset, Limit = limit }, cancellation).ConfigureAwait(false);
        return (await Views(page.Rows.Select(r => r.Key.Id)).ConfigureAwait(false), page.Total);
    }

    /// <summary>The ids of all robots.</summary>
    public async Task<ImmutableArray<string>> All(CancellationToken cancellation)
    {
        var page = await journal.List(Registered with { Limit = int.MaxValue }, cancellation).ConfigureAwait(false);
        return [.. page.Rows.Select(r => r.Key.Id)];
    }

    /// <summary>The id of the robot with this name, or null.</summary>
    public Task<string?> Named(string name, CancellationToken cancellation) => First(RobotKind.NameFacet, name, cancellation);

    /// <summary>The robots that last said that they are at a place, by its text.</summary>
    public async Task<ImmutableArray<RobotView>> At(string place, CancellationToken cancellation)
    {
        var query = Registered with { Facets = [new(RobotKind.LocationFacet, FacetOperator.Equal, SearchText.Of(place))], Limit = int.MaxValue };
        return await Views((await journal.List(query, cancellation).ConfigureAwait(false)).Rows.Select(r => r.Key.Id)).ConfigureAwait(false);
    }

    /// <summary>Robots that are idle, hold nothing and are not stopped, as far as the rows say.</summary>
    public async Task<ImmutableArray<RobotView>> Idle(int limit, CancellationToken cancellation)
    {
        var query = Registered with
        {
            Facets =
            [
                new(RobotKind.StatusFacet, FacetOperator.Equal, RobotStatus.Idle),
                new(RobotKind.TaskFacet, FacetOperator.Equal, RobotKind.No),
                new(RobotKind.StopFacet, FacetOperator.Equal, RobotKind.No),
            ],
            Limit = limit,
        };
        return await Views((await journal.List(query, cancellation).ConfigureAwait(false)).Rows.Select(r => r.Key.Id)).ConfigureAwait(false);
    }

    /// <summary>A page of what robots are carrying out, by the robot's name, with the number of all robots that hold something.</summary>
    public async Task<(ImmutableArray<(RobotView Robot, DeliveryView Delivery)> Items, long Total)> Tasks(int offset, int limit, CancellationToken cancellation)
    {
        var query = Registered with { Facets = [new(RobotKind.TaskFacet, FacetOperator.Equal, RobotKind.Yes)], Offset = offset, Limit = limit };
        var page = await journal.List(query, cancellation).ConfigureAwait(false);
        var busy = (await Views(page.Rows.Select(r => r.Key.Id)).ConfigureAwait(false)).Where(r => r.Task is not null).ToList();
        var deliveries = await Task.WhenAll(busy.Select(r => grains.GetGrain<IDeliveryGrain>(r.Task!.Owner.ToString()).Get())).ConfigureAwait(false);
        return ([.. busy.Zip(deliveries).Where(p => p.Second is { Task: not null }).Select(p => (p.First, p.Second!))], page.Total);
    }

    private async Task<string?> First(string facet, string value, CancellationToken cancellation)
    {
        var query = Registered with { Facets = [new(facet, FacetOperator.Equal, SearchText.Of(value))], Limit = 1 };
        return (await journal.List(query, cancellation).ConfigureAwait(false)).Rows is [var row, ..] ? row.Key.Id : null;
    }

    private async Task<ImmutableArray<RobotView>> Views(IEnumerable<string> ids)
    {
        var views = await Task.WhenAll(ids.Select(id => grains.GetGrain<IRobotGrain>(RobotKind.Instance.Key(id).ToString()).Get())).ConfigureAwait(false);
        return [.. views.OfType<RobotView>()];
    }
}
