using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Events;

namespace Hss.Api.Events;

/// <summary>Where one live reader is in the feed. It pulls at its own pace: a slow reader misses nothing and holds nobody up.</summary>
public sealed class FeedCursor(FeedTailer tailer, TimeProvider time)
{
    private string _epoch = "";
    private long _seq;

    /// <summary>The id that a reader comes back with to go on from here, <c>epoch-seq</c>.</summary>
    public string Id => IdOf(_seq);

    /// <summary>The id of an event.</summary>
    public string IdOf(long seq) => $"{_epoch}-{seq}";

    /// <summary>
    /// Begins after the event with this id, or now when it is empty. False: the id is of another epoch (a restored backup) or none at all, and the
    /// reader, which begins now, has to read anew what it shows.
    /// </summary>
    public async Task<bool> Begin(string lastId, CancellationToken stop)
    {
        (_epoch, _seq) = (tailer.Position.Epoch, tailer.Position.Seq);
        if (lastId.Length == 0)
            return true;
        var dash = lastId.LastIndexOf('-');
        if (dash < 0 || lastId[..dash] != _epoch || !long.TryParse(lastId.AsSpan(dash + 1), out var seq) || seq < 0)
            return false;
        // It may be ahead of this process when another one gave it.
        if (seq > _seq)
        {
            await tailer.Advance(stop);
            _seq = tailer.Position.Seq;
        }

        if (seq > _seq)
            return false;
        _seq = seq;
        return true;
    }

    /// <summary>Waits for events, no longer than this.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken stop)
    {
        try
        {
            await tailer.Beyond(_seq).WaitAsync(atMost > TimeSpan.Zero ? atMost : TimeSpan.Zero, time, stop);
        }
        catch (TimeoutException)
        {
            // There are none yet.
        }
    }

    /// <summary>The next events; the cursor stays until they are passed.</summary>
    public ValueTask<ImmutableArray<FeedEvent>> Next(int limit, CancellationToken stop) => tailer.After(_seq, limit, stop);

    /// <summary>Goes on behind an event.</summary>
    public void Pass(FeedEvent e) => _seq = e.Seq;
}
