using System.Collections.Immutable;
using System.Text.Json;
using Hss.Api.Audit;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Events;
using Hss.Silo.Identity;

namespace Hss.Api.Events;

/// <summary>Writes the feed to one reader as Server-Sent Events. How fast the reader takes them is its own affair: the cursor is its own.</summary>
public sealed class EventStreams(FeedTailer tailer, EntityKinds kinds, EntityCodec codec, IAccessCheck access, TimeProvider time)
{
    /// <summary>What streams are sent as.</summary>
    public const string ContentType = "text/event-stream";

    /// <summary>The longest silence on a stream.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    // Rights are looked at again after this many events, however slowly they go out.
    private const int Page = 100;

    /// <summary>Sends until the reader goes, the server stops, or the sign-in ends.</summary>
    public async Task Send(HttpContext context, ImmutableArray<Topic> topics, CancellationToken stop)
    {
        var token = SignInGate.TokenOf(context.Request);
        var (epoch, cursor, known) = await Begin(context.Request.Headers["Last-Event-ID"].ToString(), stop);
        context.Response.ContentType = ContentType;
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await Write(context, $"event: {(known ? "ready" : "reset")}\nid: {epoch}-{cursor}\ndata: {{}}\n\n", stop);
        var written = time.GetTimestamp();
        while (true)
        {
            await More(cursor, Heartbeat - time.GetElapsedTime(written), stop);
            // Rights are of this moment: a sign-out or a role that was taken away ends the stream, another role hears other events.
            if (await access.Check(token) is not { } account)
                return;
            var caller = new Caller(account);
            if (!topics.All(t => t.IsFor(caller)))
                return;
            foreach (var e in await tailer.After(cursor, Page, stop))
            {
                cursor = e.Seq;
                if (!topics.Any(t => t.Covers(e)) || !Topics.MayHear(caller, e.Event.Audience))
                    continue;
                await Write(context, Format(epoch, e), stop);
                written = time.GetTimestamp();
            }

            if (time.GetElapsedTime(written) < Heartbeat)
                continue;
            // The id goes on over what this reader does not hear, so that it need not be read again when the reader comes back.
            await Write(context, $": still here\nid: {epoch}-{cursor}\n\n", stop);
            written = time.GetTimestamp();
        }
    }

    // Where a reader goes on. Its id may be ahead of this process when another one gave it.
    private async Task<(string Epoch, long Cursor, bool Known)> Begin(string lastEventId, CancellationToken stop)
    {
        var position = tailer.Position;
        if (lastEventId.Length == 0)
            return (position.Epoch, position.Seq, true);
        var dash = lastEventId.LastIndexOf('-');
        if (dash < 0 || lastEventId[..dash] != position.Epoch || !long.TryParse(lastEventId.AsSpan(dash + 1), out var seq) || seq < 0)
            return (position.Epoch, position.Seq, false);
        if (seq > position.Seq)
        {
            await tailer.Advance(stop);
            position = tailer.Position;
        }

        return seq <= position.Seq ? (position.Epoch, seq, true) : (position.Epoch, position.Seq, false);
    }

    // Waits for events, no longer than the stream may be silent.
    private async Task More(long cursor, TimeSpan atMost, CancellationToken stop)
    {
        try
        {
            await tailer.Beyond(cursor).WaitAsync(atMost > TimeSpan.Zero ? atMost : TimeSpan.Zero, time, stop);
        }
        catch (TimeoutException)
        {
            // Time for a heartbeat.
        }
    }

    private string Format(string epoch, FeedEvent e)
    {
        var data = JsonSerializer.Serialize(
            new
            {
                topic = $"{kinds.Find(e.Key.Kind)?.Topic}.{e.Key.Id}",
                id = e.Key.Id,
                version = e.Event.Version,
                type = e.Event.Type,
                at = e.Event.At,
                actor = e.Event.Actor,
                data = AuditEntry.DataOf(e, kinds, codec),
            },
            JsonAnswer.Options);
        return $"event: {e.Event.Type}\nid: {epoch}-{e.Seq}\ndata: {data}\n\n";
    }

    private static async Task Write(HttpContext context, string text, CancellationToken stop)
    {
        await context.Response.WriteAsync(text, stop);
        await context.Response.Body.FlushAsync(stop);
    }
}
