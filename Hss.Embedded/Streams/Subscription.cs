using Hss.Embedded.Activations;
using Microsoft.Extensions.Logging;

namespace Hss.Embedded.Streams;

/// <summary>A subscription of whatever item type.</summary>
internal abstract class Subscription : IDisposable
{
    public abstract void Dispose();
}

/// <summary>
/// A subscription's bounded queue. One item at a time is given to the observer: to a grain by a request in its mailbox, to others on the pool.
/// </summary>
internal sealed class Subscription<T>(
    MemoryStreams streams, string provider, StreamId id, IAsyncObserver<T> observer, Activation? activation) : Subscription
{
    private readonly Queue<T> _items = new();
    private bool _delivering;
    private bool _ended;

    /// <summary>Queues an item; when the queue is full the oldest one is dropped.</summary>
    internal void Offer(T item)
    {
        lock (_items)
        {
            if (_ended)
                return;
            if (_items.Count >= streams.Buffer)
                _items.Dequeue();
            _items.Enqueue(item);
            if (_delivering)
                return;
            _delivering = true;
        }

        Deliver();
    }

    public override void Dispose()
    {
        lock (_items)
        {
            _ended = true;
            _items.Clear();
        }

        streams.Remove((provider, id), this);
        activation?.Disown(this);
    }

    private void Deliver()
    {
        if (activation is not null)
            activation.Slot.Post(new Delivery(this) { Slot = activation.Slot });
        else
            ThreadPool.UnsafeQueueUserWorkItem(static self => _ = self.DeliverOutside(), this, preferLocal: false);
    }

    private bool TryTake(out T item)
    {
        lock (_items)
        {
            if (_items.TryDequeue(out item!))
                return true;
            _delivering = false;
            return false;
        }
    }

    private async Task DeliverOutside()
    {
        while (TryTake(out var item))
        {
            try
            {
                await observer.OnNextAsync(item).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                LogError(error);
            }
        }
    }

    private void LogError(Exception error) => streams.Log.LogError(error, "A subscriber of the stream {Provider}:{Stream} failed.", provider, id);

    /// <summary>One item for a grain. The next is posted when it has ended, so that calls come between.</summary>
    private sealed class Delivery(Subscription<T> subscription) : Request
    {
        internal override bool IsStale
        {
            get
            {
                lock (subscription._items)
                    return subscription._ended;
            }
        }

        internal override Task Begin(Grain grain) =>
            subscription.TryTake(out var item) ? subscription.Observe(item) : Task.CompletedTask;

        internal override void Complete(Task task)
        {
            if (task.Exception is { } errors)
                subscription.LogError(errors.InnerException!);
            subscription.DeliverNext();
        }

        internal override void Fail(Exception error)
        {
            subscription.LogError(error);
            subscription.DeliverNext();
        }
    }

    private Task Observe(T item) => observer.OnNextAsync(item);

    private void DeliverNext()
    {
        lock (_items)
        {
            if (_items.Count == 0)
            {
                _delivering = false;
                return;
            }
        }

        Deliver();
    }
}
