using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Hss.Grains.Assets;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Assets.Workflows;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets.Workflows;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Assets.Workflows;

/// <summary>Which workflows a list wants; null for all.</summary>
public sealed record WorkflowFilter(string? Requester, string? Type, string? Status, string? Asset);

/// <summary>Lists of workflows and comments, from committed rows: an acknowledged one is in them at once.</summary>
public sealed class WorkflowQueries(IJournal journal, EntityCodec codec, ILogger<WorkflowQueries> log)
{
    private const string Format = "yyyy-MM-dd";

    private static readonly EntityQuery Newest = new(WorkflowKind.Instance.Name) { ExceptStatuses = [""], Sort = [new("created_at", Descending: true)] };

    /// <summary>A page of workflows, newest first, with the number of all that match.</summary>
    public async Task<(ImmutableArray<WorkflowView> Items, long Total)> List(WorkflowFilter filter, int skip, int limit, CancellationToken cancellation)
    {
        var query = Newest with
        {
            Owner = filter.Requester,
            Statuses = filter.Status is { } status ? [status] : [],
            Facets = [.. Equal(WorkflowKind.TypeFacet, filter.Type), .. Equal(WorkflowKind.AssetFacet, filter.Asset)],
            Offset = skip,
            Limit = limit,
        };
        var page = await journal.List(query, cancellation).ConfigureAwait(false);
        return ([.. Views(page)], page.Total);
    }

    /// <summary>A page of the checkouts whose asset is still out with them past its time, the longest overdue first, with the number of all.</summary>
    /// <param name="holder">Only what this account has; null for everybody's.</param>
    public async Task<(ImmutableArray<WorkflowView> Items, long Total)> Overdue(string? holder, DateTimeOffset now, int skip, int limit, CancellationToken cancellation)
    {
        // The asset knows by which checkout it is out, and until when: that goes when it comes back, or to somebody else.
        var assets = await journal.List(
            new(AssetKind.Instance.Name)
            {
                Facets = [Due(now), .. Equal(AssetUse.Holder, holder)],
                Sort = [new($"facet:{AssetKind.DueFacet}", Numeric: true)],
                Offset = skip,
                Limit = limit,
            },
            cancellation).ConfigureAwait(false);
        ImmutableArray<string> ids = [.. codec.DecodeReadable(AssetKind.Instance, assets.Rows, log).Select(r => r.State.CheckoutWorkflow).OfType<string>()];
        if (ids.IsEmpty)
            return ([], assets.Total);
        var found = Views(await journal.List(Newest with { Ids = ids, Limit = ids.Length }, cancellation).ConfigureAwait(false)).ToFrozenDictionary(w => w.Id, StringComparer.Ordinal);
        return ([.. ids.Select(found.GetValueOrDefault).OfType<WorkflowView>()], assets.Total);
    }

    /// <summary>How many of an account's requests were decided and not yet seen by it.</summary>
    public async Task<long> Unviewed(string requester, CancellationToken cancellation)
    {
        var counts = await journal.Count(
            Newest with
            {
                Owner = requester,
                Statuses = [WorkflowStatus.Approved, WorkflowStatus.Rejected],
                Facets = [.. Equal(WorkflowKind.ViewedFacet, WorkflowKind.Unseen)],
            },
            [],
            cancellation).ConfigureAwait(false);
        return counts.Sum(c => c.Count);
    }

    /// <summary>How many requests of each type were made on each day, from the first to the last; days and types without any are left out.</summary>
    public async Task<FrozenDictionary<(DateOnly Day, string Type), long>> PerDay(DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var counts = await journal.Count(
            Newest with
            {
                Facets =
                [
                    new(WorkflowKind.DayFacet, FacetOperator.AtLeast, Text(first)),
                    new(WorkflowKind.DayFacet, FacetOperator.AtMost, Text(last)),
                ],
            },
            [$"facet:{WorkflowKind.DayFacet}", $"facet:{WorkflowKind.TypeFacet}"],
            cancellation).ConfigureAwait(false);
        return counts.ToFrozenDictionary(c => (DateOnly.ParseExact(c.First!, Format, CultureInfo.InvariantCulture), c.Second!), c => c.Count);
    }

    /// <summary>A page of a workflow's comments, newest first.</summary>
    public async Task<ImmutableArray<WorkflowCommentView>> Comments(string workflow, int skip, int limit, CancellationToken cancellation)
    {
        var page = await journal.List(
            new(WorkflowCommentKind.Instance.Name)
            {
                Statuses = [WorkflowCommentState.Written],
                Facets = [.. Equal(WorkflowCommentKind.WorkflowFacet, workflow)],
                Sort = [new("created_at", Descending: true)],
                Offset = skip,
                Limit = limit,
            },
            cancellation).ConfigureAwait(false);
        return [.. codec.DecodeReadable(WorkflowCommentKind.Instance, page.Rows, log).Select(r => WorkflowCommentViews.Of(r.State) with { Version = r.Row.Version })];
    }

    private static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    private static FacetFilter Due(DateTimeOffset now) =>
        new(AssetKind.DueFacet, FacetOperator.AtMost, AssetKind.Seconds(now).ToString(CultureInfo.InvariantCulture), Numeric: true);

    private static IEnumerable<FacetFilter> Equal(string facet, string? value) => value is null ? [] : [new(facet, FacetOperator.Equal, value)];

    private IEnumerable<WorkflowView> Views(EntityPage page) =>
        codec.DecodeReadable(WorkflowKind.Instance, page.Rows, log).Select(r => WorkflowViews.Of(r.State) with { Version = r.Row.Version });
}
