using System.Collections.Immutable;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets;

namespace Hss.Silo.Assets.Registry;

/// <summary>An event of an asset.</summary>
/// <param name="Version">Its place in the asset's life.</param>
/// <param name="Actor">Who: an account, or <c>system</c>.</param>
public sealed record AssetMoment(long Version, IEntityEvent Event, string Actor, DateTimeOffset At);

/// <summary>What an asset was, from its events; they stay when it is deleted.</summary>
public sealed class AssetHistory(IJournal journal, EntityCodec codec)
{
    private const int Recent = 200;

    // What is decided about a workflow, and reservations, change nothing that history tells.
    private static readonly ImmutableArray<string> Told =
    [
        .. ((Type[])[
            typeof(AssetCreated), typeof(AssetChanged), typeof(AssetStatusChanged), typeof(AssetAssigned), typeof(AssetUnassigned), typeof(AssetMoved), typeof(AssetDeleted),
        ]).Select(type => AssetKind.Instance.EventTypes.Single(t => t.Type == type).Name),
    ];

    /// <summary>What happened to an asset, newest first.</summary>
    public async Task<ImmutableArray<AssetMoment>> Page(string id, int skip, int limit, CancellationToken cancellation)
    {
        var events = await journal.Events(
            Of(id) with { Types = Told, Descending = true, Limit = (int)Math.Min((long)skip + limit, int.MaxValue) }, cancellation).ConfigureAwait(false);
        return [.. events.Skip(skip).Select(e => new AssetMoment(e.Event.Version, Decode(e), e.Event.Actor, e.Event.At))];
    }

    /// <summary>Since when its holder has it, or null when that is long ago.</summary>
    public async Task<DateTimeOffset?> AssignedAt(string id, CancellationToken cancellation) =>
        (await Page(id, 0, Recent, cancellation).ConfigureAwait(false)).FirstOrDefault(m => m.Event switch
        {
            AssetAssigned or AssetCreated => true,
            AssetChanged change => change.Before.AssignedTo != change.After.AssignedTo,
            _ => false,
        })?.At;

    /// <summary>The asset as it was at a time: the fold of its events until then. Null when it was not there.</summary>
    public async Task<AssetView?> AsOf(string id, DateTimeOffset at, CancellationToken cancellation)
    {
        // Stored times are whole microseconds.
        var until = at < DateTimeOffset.MaxValue.AddMicroseconds(-1) ? at.AddMicroseconds(1) : at;
        var events = await journal.Events(Of(id) with { To = until, Limit = int.MaxValue }, cancellation).ConfigureAwait(false);
        var state = events.Select(Decode).Aggregate(AssetKind.Instance.Initial(id), AssetKind.Instance.Apply);
        return state.Exists ? AssetViews.Of(state) with { Version = events[^1].Event.Version } : null;
    }

    private static EventQuery Of(string id) => new() { Kind = AssetKind.Instance.Name, Id = id };

    private IEntityEvent Decode(FeedEvent e) => codec.DecodeEvent(AssetKind.Instance, e.Key, e.Event);
}
