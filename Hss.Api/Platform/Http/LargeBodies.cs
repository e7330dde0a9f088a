using Microsoft.AspNetCore.Http.Features;

namespace Hss.Api.Platform.Http;

/// <summary>
/// Reads what is left of a body that was refused, and throws it away: a client reads the answer when it has sent everything, and finds the connection cut if nobody took it.
/// </summary>
public sealed class LargeBodies(RequestDelegate next, TimeProvider time)
{
    /// <summary>How long the rest of a body is read after the answer; who sends for longer is cut off.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Goes on, and stays until the body is read.</summary>
    public async Task Invoke(HttpContext context)
    {
        var body = context.Request.Body;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false, MaxRequestBodySize: { } limit } server)
        {
            await next(context);
        }
        else if (context.Request.ContentLength is { } length)
        {
            await next(context);
            // Who expects "100 Continue" waits for the answer before it sends anything.
            if (length <= limit || server.IsReadOnly || context.Request.Headers.Expect.Count > 0)
                return;
            server.MaxRequestBodySize = null;
            await Drain(body, context.RequestAborted);
        }
        else if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            // It comes in chunks, and at its own limit the server would cut the connection: so the limit is ours, which routes may change as they would the server's.
            server.MaxRequestBodySize = null;
            var bounded = new BoundedBody(body, limit);
            context.Features.Set<IHttpMaxRequestBodySizeFeature>(bounded);
            context.Request.Body = bounded;
            await next(context);
            if (context.Request.Headers.Expect.Count == 0 || bounded.IsReadOnly)
                await Drain(body, context.RequestAborted);
        }
        else
        {
            await next(context);
        }
    }

    private async Task Drain(Stream body, CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted);
        try
        {
            await body.CopyToAsync(Stream.Null, either.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // It has gone, is too slow, or sends without end; its answer is written.
        }
    }
}
