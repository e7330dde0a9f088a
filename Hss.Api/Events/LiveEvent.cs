using System.Text.Json.Nodes;
using Hss.Api.Audit;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;

namespace Hss.Api.Events;

/// <summary>An event as live readers get it.</summary>
/// <param name="Topic">The topic of the entity, <c>luna.deliveries.&lt;id&gt;</c>.</param>
/// <param name="Data">What happened; null when it cannot be opened.</param>
public sealed record LiveEvent(string Topic, string Id, long Version, string Type, DateTimeOffset At, string Actor, JsonNode? Data)
{
    /// <summary>A stored event, opened.</summary>
    public static LiveEvent Of(FeedEvent e, EntityKinds kinds, EntityCodec codec) => new(
        $"{kinds.Find(e.Key.Kind)?.Topic}.{e.Key.Id}", e.Key.Id, e.Event.Version, e.Event.Type, e.Event.At, e.Event.Actor, AuditEntry.DataOf(e, kinds, codec));
}
