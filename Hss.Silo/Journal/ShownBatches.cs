using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Silo.Journal;

/// <summary>
/// Gives the events of this process's batches to the feed, in their order, each batch when all its entities show what they committed: a reader that is told of an event
/// and asks the entity then does not meet the state before. What is read from the table instead (others' commits, a gap, the look of every second) may still come before that.
/// </summary>
public sealed class ShownBatches(TimeProvider time)
{
    /// <summary>
    /// How long a batch, and all behind it, wait for an entity that does not show its commit; seen at the next commit that is shown. The feed looks at the table as often.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<Batch> _waiting = new();
    private readonly Dictionary<EntityKey, Batch> _unshown = [];

    /// <summary>Raised for one batch after the other with its events; with none when their places in the feed are not known.</summary>
    public event Action<ImmutableArray<FeedEvent>>? Published;

    /// <summary>A batch became durable; its entities are not told yet.</summary>
    public void Add(ImmutableArray<EntityKey> entities, ImmutableArray<FeedEvent> events)
    {
        var batch = new Batch(entities, events, time.GetTimestamp()) { Unshown = entities.Length };
        lock (_gate)
        {
            _waiting.Enqueue(batch);
            foreach (var entity in entities)
                _unshown[entity] = batch;
        }
    }

    /// <summary>An entity shows all that it committed.</summary>
    public void Show(EntityKey entity)
    {
        // Published under the lock: that keeps the order. Nobody waits in there.
        lock (_gate)
        {
            if (_unshown.Remove(entity, out var shown))
                shown.Unshown--;
            while (_waiting.TryPeek(out var first) && (first.Unshown == 0 || time.GetElapsedTime(first.At) >= Patience))
            {
                Forget(_waiting.Dequeue());
                Published?.Invoke(first.Events);
            }
        }
    }

    private void Forget(Batch batch)
    {
        if (batch.Unshown == 0)
            return;
        foreach (var entity in batch.Entities)
        {
            if (_unshown.TryGetValue(entity, out var of) && of == batch)
                _unshown.Remove(entity);
        }
    }

    private sealed class Batch(ImmutableArray<EntityKey> entities, ImmutableArray<FeedEvent> events, long at)
    {
        public ImmutableArray<EntityKey> Entities => entities;

        public ImmutableArray<FeedEvent> Events => events;

        public long At => at;

        public int Unshown { get; set; }
    }
}
