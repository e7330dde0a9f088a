using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Hss.Api.Audit;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Events;
using Hss.Silo.Hosting;
using Hss.Silo.Identity;

namespace Hss.Api.Events;

/// <summary>
/// Live events, <c>GET /api/v1/events?topics=…</c> (Server-Sent Events). A reader that comes back with <c>Last-Event-ID</c> misses nothing; after
/// a restored backup it gets <c>reset</c>, as its id is of another epoch.
/// </summary>
public static class EventEndpoints
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Maps it.</summary>
    public static void MapEvents(this RouteGroupBuilder root) =>
        root.MapGet("/api/v1/events", Follow).SignedIn().WithTags("Events");

    private static async Task<IResult> Follow(
        HttpContext context, FeedTailer tailer, IJournal journal, EntityKinds kinds, EntityCodec codec, IAccessCheck access, HssSettings settings,
        LiveConnections connections, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        var caller = context.Caller();
        var topics = Topics.Parse(context.Request.Query["topics"].ToString(), kinds);
        foreach (var topic in topics)
            await Admit(topic, caller, journal, context.RequestAborted);
        if (connections.TryOpen(caller.Id, settings.Limits.LiveConnections) is not { } connection)
            throw new ApiException(new(429, "too_many_requests", "Too many live connections of this account") { RetryAfter = Heartbeat });

        using (connection)
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping))
        {
            try
            {
                await Send(context, caller, topics, tailer, kinds, codec, access, time, stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The reader is gone, or the server stops; it comes back with its last id.
            }
        }

        return Results.Empty;
    }

    private static async Task Send(
        HttpContext context, Caller caller, ImmutableArray<Topic> topics, FeedTailer tailer, EntityKinds kinds, EntityCodec codec, IAccessCheck access,
        TimeProvider time, CancellationToken stop)
    {
        var (epoch, newest) = tailer.Position;
        context.Response.ContentType = "text/event-stream";
        var cursor = Cursor(context.Request.Headers["Last-Event-ID"].ToString(), epoch, newest, out var known);
        await Write(context, $"event: {(known ? "ready" : "reset")}\nid: {epoch}-{cursor}\ndata: {{}}\n\n", stop);
        var token = context.Request.Headers.Authorization.ToString() is { Length: > 7 } header ? header[7..] : context.Request.Cookies[SignInGate.AccessCookie] ?? "";
        while (true)
        {
            var beyond = tailer.Beyond(cursor);
            if (!beyond.IsCompleted && await Task.WhenAny(beyond, Task.Delay(Heartbeat, time, stop)) != beyond)
            {
                stop.ThrowIfCancellationRequested();
                await Write(context, ": still here\n\n", stop);
            }

            // Rights are of this moment: a sign-out ends the stream, another role hears other events.
            if (await access.Check(token) is not { } account)
                return;
            caller = new(account);
            foreach (var e in await tailer.After(cursor, stop))
            {
                cursor = e.Seq;
                if (topics.Any(t => t.Covers(e)) && Topics.MayHear(caller, e.Event.Audience))
                    await Write(context, Format(epoch, e, kinds, codec), stop);
            }
        }
    }

    private static async Task Admit(Topic topic, Caller caller, IJournal journal, CancellationToken cancellation)
    {
        var allowed = caller.RoleOn(topic.Mount).Length > 0;
        if (allowed && topic.Id is { } id)
        {
            var newest = await journal.Events(new() { Kind = topic.Kind.Name, Id = id, Descending = true, Limit = 1 }, cancellation);
            allowed = newest is [var e] && Topics.MayHear(caller, e.Event.Audience);
        }

        if (!allowed)
            throw new ApiException(ApiError.Forbidden("This topic is not for you"));
    }

    private static long Cursor(string lastEventId, string epoch, long newest, out bool known)
    {
        var dash = lastEventId.LastIndexOf('-');
        known = lastEventId.Length == 0;
        if (dash > 0 && lastEventId[..dash] == epoch && long.TryParse(lastEventId.AsSpan(dash + 1), out var seq) && seq >= 0 && seq <= newest)
        {
            known = true;
            return seq;
        }

        return newest;
    }

    private static string Format(string epoch, FeedEvent e, EntityKinds kinds, EntityCodec codec)
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

/// <summary>Counts the live connections of each account in this process.</summary>
public sealed class LiveConnections
{
    private readonly ConcurrentDictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>Counts one more; null when the account has as many as it may. Disposing counts it off.</summary>
    public IDisposable? TryOpen(string account, int limit)
    {
        if (_open.AddOrUpdate(account, 1, static (_, n) => n + 1) <= limit)
            return new Connection(this, account);
        Close(account);
        return null;
    }

    private void Close(string account)
    {
        if (_open.AddOrUpdate(account, 0, static (_, n) => n - 1) == 0)
            _open.TryRemove(KeyValuePair.Create(account, 0));
    }

    private sealed class Connection(LiveConnections owner, string account) : IDisposable
    {
        public void Dispose() => owner.Close(account);
    }
}
