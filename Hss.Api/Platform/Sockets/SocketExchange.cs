using System.Net.WebSockets;
using Hss.Interfaces.Entities;

namespace Hss.Api.Platform.Sockets;

/// <summary>How connections are served and ended.</summary>
public static class SocketExchange
{
    // How long the other end has to answer our goodbye.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Serves a connection to its end. That the other end goes, or is too slow, is no fault: it comes back with the id of the last that it has.</summary>
    public static async Task Serve(FrameSender sender, Func<Task> serve)
    {
        try
        {
            await serve();
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Nobody is there to be told.
        }
        catch (JournalException)
        {
            await sender.Close(WebSocketCloseStatus.InternalServerError, "Try again later");
        }
    }

    /// <summary>Both ways at once; the end of one is the end of the other, and is said where somebody is there to hear it.</summary>
    /// <param name="follow">Sends what happens until <paramref name="stop"/>; ends by itself when the reader's rights do.</param>
    /// <param name="receive">Reads what comes in; answers how to answer the other end's close.</param>
    /// <param name="stop">Ends when the request is aborted or the server stops; ended here when the other end closes.</param>
    public static async Task BothWays(FrameSender sender, Task follow, Task<WebSocketCloseStatus> receive, CancellationTokenSource stop)
    {
        if (await Task.WhenAny(follow, receive) == receive)
        {
            await stop.CancelAsync();
            await Quietly(follow);
            await sender.Close(await receive, "");
            return;
        }

        var (status, reason) = follow.IsCompletedSuccessfully
            ? (WebSocketCloseStatus.PolicyViolation, "The sign-in has ended")
            : follow.IsCanceled ? (WebSocketCloseStatus.EndpointUnavailable, "The server stops") : (WebSocketCloseStatus.InternalServerError, "Try again later");
        await Quietly(follow);
        await Part(sender, status, reason, receive);
    }

    /// <summary>Says goodbye and gives the other end a moment to answer it: who is cut off at once may not even hear why.</summary>
    /// <param name="receive">The read that goes on.</param>
    public static async Task Part(FrameSender sender, WebSocketCloseStatus status, string reason, Task receive)
    {
        await sender.Close(status, reason);
        await Quietly(receive.WaitAsync(Patience));
        sender.Abort();
        await Quietly(receive);
    }

    /// <summary>Waits for a task whatever comes of it.</summary>
    public static async Task Quietly(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
