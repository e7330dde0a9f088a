using System.Collections.Immutable;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Interfaces.Entities;
using Hss.Silo.Hosting;

namespace Hss.Api.Events;

/// <summary>Serves one live connection: within its account's number of them, until the reader goes, its rights end, or the server stops.</summary>
public sealed class LiveEvents(EventStreams streams, HssSettings settings, LiveConnections connections, IHostApplicationLifetime lifetime)
{
    /// <summary>Sends what happens to a caller who may listen to all of these topics.</summary>
    /// <exception cref="ApiException">429: the account has as many live connections as it may.</exception>
    public async Task<IResult> Serve(HttpContext context, ImmutableArray<Topic> topics)
    {
        if (HeadRequests.IsHead(context))
            return Results.Text("", EventStreams.ContentType);
        if (connections.TryOpen(context.Caller().Id, settings.Limits.LiveConnections) is not { } connection)
            throw new ApiException(new(429, "too_many_requests", "Too many live connections of this account") { RetryAfter = EventStreams.Heartbeat });

        using (connection)
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping))
        {
            try
            {
                await streams.Send(context, topics, stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The reader is gone, or the server stops; it comes back with its last id.
            }
            catch (JournalException) when (context.Response.HasStarted)
            {
                // Rights or events cannot be read now: the reader comes back with its last id.
            }
        }

        return Results.Empty;
    }
}
