using System.Collections.Immutable;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Library.Deliveries;
using Hss.Interfaces.Library;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Library.Deliveries;

/// <summary>Which deliveries a list wants; null for all.</summary>
public sealed record DeliveryFilter
{
    /// <summary>Who asked.</summary>
    public string? Owner { get; init; }

    /// <summary><see cref="DeliveryKind.Request"/>, <see cref="DeliveryKind.Return"/> or <see cref="DeliveryKind.Transport"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>Whether only those that have a task.</summary>
    public bool WithTask { get; init; }

    /// <summary>One of <see cref="TaskTypes"/>.</summary>
    public string? TaskType { get; init; }

    /// <summary>The task's status.</summary>
    public string? TaskStatus { get; init; }

    /// <summary>The request's or return's status.</summary>
    public string? Asked { get; init; }

    /// <summary>The title.</summary>
    public string? Book { get; init; }

    /// <summary>The robot that has, or last had, the task.</summary>
    public string? Robot { get; init; }
}

/// <summary>Lists of deliveries, from committed rows: an acknowledged one is in them at once.</summary>
public sealed class DeliveryQueries(IJournal journal, EntityCodec codec, ILogger<DeliveryQueries> log)
{
    /// <summary>The order in which queued tasks are given out.</summary>
    public static readonly SortKey ByRank = new($"facet:{DeliveryKind.RankFacet}");

    private static readonly EntityQuery Standing = new(DeliveryKind.Instance.Name) { Statuses = [DeliveryKind.Open, DeliveryKind.Closed] };

    /// <summary>A page of deliveries, with the number of all that match.</summary>
    public async Task<(ImmutableArray<DeliveryView> Items, long Total)> List(DeliveryFilter filter, SortKey sort, int offset, int limit, CancellationToken cancellation)
    {
        var query = Standing with
        {
            Owner = filter.Owner,
            Facets =
            [
                .. Equal(DeliveryKind.SortFacet, filter.Sort),
                .. Equal(DeliveryKind.TypeFacet, filter.TaskType),
                .. Equal(DeliveryKind.TaskFacet, filter.TaskStatus),
                .. Equal(DeliveryKind.AskedFacet, filter.Asked),
                .. Equal(DeliveryKind.BookFacet, filter.Book),
                .. Equal(DeliveryKind.RobotFacet, filter.Robot),
                // Whatever has a task has a rank.
                .. filter.WithTask ? (FacetFilter[])[new(DeliveryKind.RankFacet, FacetOperator.AtLeast, "0")] : [],
            ],
            Sort = [sort],
            Offset = offset,
            Limit = limit,
        };
        var page = await journal.List(query, cancellation).ConfigureAwait(false);
        return ([.. codec.DecodeReadable(DeliveryKind.Instance, page.Rows, log).Select(r => DeliveryViews.Of(r.State) with { Version = r.Row.Version })], page.Total);
    }

    /// <summary>How many requests and returns of an account are open: an account with one is not deleted.</summary>
    public async Task<long> Active(string account, CancellationToken cancellation)
    {
        var counts = await journal.Count(Standing with { Owner = account, Statuses = [DeliveryKind.Open] }, [$"facet:{DeliveryKind.SortFacet}"], cancellation).ConfigureAwait(false);
        return counts.Where(c => c.First is DeliveryKind.Request or DeliveryKind.Return).Sum(c => c.Count);
    }

    private static IEnumerable<FacetFilter> Equal(string facet, string? value) => value is null ? [] : [new(facet, FacetOperator.Equal, value)];
}
