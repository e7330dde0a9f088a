using Microsoft.AspNetCore.Http.Features;

namespace Hss.Api.Platform.Http;

/// <summary>
/// Reads a body that was refused to its end, and throws it away: a client reads the answer when it has sent everything, and finds the connection cut if nobody took it.
/// </summary>
public sealed class LargeBodies(RequestDelegate next)
{
    // Who sends more than this sends it in vain. The server's least rate for bodies (240 B/s) keeps the time of the rest within bounds.
    private const long MostRead = 64 * 1024 * 1024;

    /// <summary>Goes on, and stays until the body is read.</summary>
    public async Task Invoke(HttpContext context)
    {
        var body = context.Request.Body;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false, MaxRequestBodySize: { } limit } size)
        {
            await next(context);
        }
        else if (context.Request.ContentLength is { } length)
        {
            await next(context);
            if (length > limit && length <= MostRead && !size.IsReadOnly)
            {
                size.MaxRequestBodySize = null;
                await Drain(context, body);
            }
        }
        else if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            // It comes in chunks, and the server cuts the connection at its own limit. So the limit is ours, and the server's is how much is thrown away.
            size.MaxRequestBodySize = MostRead;
            context.Request.Body = new BoundedBody(body, limit);
            await next(context);
            await Drain(context, body);
        }
        else
        {
            await next(context);
        }
    }

    private static async Task Drain(HttpContext context, Stream body)
    {
        // It waits for the answer before it sends anything.
        if (context.Request.Headers.Expect.Count > 0)
            return;
        try
        {
            await body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // It has gone, is too slow, or sends without end; its answer is written.
        }
    }
}
