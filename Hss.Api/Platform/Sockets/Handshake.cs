using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;

namespace Hss.Api.Platform.Sockets;

/// <summary>What all WebSocket addresses ask of a handshake.</summary>
public static class Handshake
{
    /// <summary>When to try again with one connection less open.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(15);

    /// <summary>Over HTTP/2 a handshake is a CONNECT.</summary>
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Connect];

    /// <summary>The connection has no room beside the account's others.</summary>
    public static ApiException TooMany => new(new(StatusCodes.Status429TooManyRequests, "too_many_requests", "Too many live connections") { RetryAfter = RetryAfter });

    /// <summary>The refusal of a request that is none, or null.</summary>
    public static IResult? Refusal(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
            return null;
        context.Response.Headers.Upgrade = "websocket";
        return new ApiError(StatusCodes.Status426UpgradeRequired, "upgrade_required", "This address speaks WebSocket only").ToResult();
    }

    /// <summary>Whether a script of another site speaks for its reader: a browser sends the cookie from any site.</summary>
    public static bool IsForeign(HttpContext context) =>
        context.CallerOrNull() is not null && context.Request.Headers.Authorization.Count == 0 && CookieOrigin.IsForeign(context);
}
