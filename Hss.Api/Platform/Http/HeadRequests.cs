namespace Hss.Api.Platform.Http;

/// <summary>
/// Answers HEAD as GET without the body (RFC 9110, 9.3.2): routes see a GET, and the server keeps the body back, as it remembers what came in.
/// </summary>
public sealed class HeadRequests(RequestDelegate next)
{
    /// <summary>Renames and goes on.</summary>
    public async Task Invoke(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        context.Features.Set(Marker.Instance);
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    }

    /// <summary>Whether the caller wants no body: what never ends need not begin.</summary>
    public static bool IsHead(HttpContext context) => context.Features.Get<Marker>() is not null;

    private sealed class Marker
    {
        public static readonly Marker Instance = new();
    }
}
