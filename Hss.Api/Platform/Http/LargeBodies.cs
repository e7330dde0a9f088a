using Microsoft.AspNetCore.Http.Features;

namespace Hss.Api.Platform.Http;

/// <summary>
/// Reads a body that was refused by its length to its end, and throws it away: a client reads the answer when it has sent everything, and
/// finds the connection cut if nobody took it.
/// </summary>
public sealed class LargeBodies(RequestDelegate next)
{
    // Who sends more than this sends it in vain. The server's least rate for bodies (240 B/s) keeps the time of the rest within bounds.
    private const long MostRead = 64 * 1024 * 1024;

    /// <summary>Goes on, and stays until the body is read.</summary>
    public async Task Invoke(HttpContext context)
    {
        var body = context.Request.Body;
        await next(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false, MaxRequestBodySize: { } limit } size
            || context.Request.ContentLength is not { } length
            || length <= limit
            || length > MostRead
            || context.Request.Headers.Expect.Count > 0) // It waits for the answer before it sends anything.
            return;
        size.MaxRequestBodySize = null;
        try
        {
            await body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // It has gone, or is too slow; its answer is written.
        }
    }
}
