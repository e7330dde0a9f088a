using System.Collections.Immutable;
using System.Text.Json;
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
        var cursor = new FeedCursor(tailer, time);
        var known = await cursor.Begin(context.Request.Headers["Last-Event-ID"].ToString(), stop);
        context.Response.ContentType = ContentType;
        context.Response.Headers["X-Accel-Buffering"] = "no";
        // Before the reader has it: for whoever waits for that, the quiet time has begun.
        var written = time.GetTimestamp();
        await Write(context, $"event: {(known ? "ready" : "reset")}\nid: {cursor.Id}\ndata: {{}}\n\n", stop);
        while (true)
        {
            await cursor.Wait(Heartbeat - time.GetElapsedTime(written), stop);
            // Rights are of this moment: a sign-out or a role that was taken away ends the stream, another role hears other events.
            if (await access.Check(token) is not { } account)
                return;
            var caller = new Caller(account);
            if (!topics.All(t => t.IsFor(caller)))
                return;
            foreach (var e in await cursor.Next(Page, stop))
            {
                cursor.Pass(e);
                if (!topics.Any(t => t.Covers(e)) || !Topics.MayHear(caller, e.Event.Audience))
                    continue;
                await Write(context, Format(cursor.Id, e), stop);
                written = time.GetTimestamp();
            }

            if (time.GetElapsedTime(written) < Heartbeat)
                continue;
            // The id goes on over what this reader does not hear, so that it need not be read again when the reader comes back.
            await Write(context, $": still here\nid: {cursor.Id}\n\n", stop);
            written = time.GetTimestamp();
        }
    }

    private string Format(string id, FeedEvent e) =>
        $"event: {e.Event.Type}\nid: {id}\ndata: {JsonSerializer.Serialize(LiveEvent.Of(e, kinds, codec), JsonAnswer.Options)}\n\n";

    private static async Task Write(HttpContext context, string text, CancellationToken stop)
    {
        await context.Response.WriteAsync(text, stop);
        await context.Response.Body.FlushAsync(stop);
    }
}
