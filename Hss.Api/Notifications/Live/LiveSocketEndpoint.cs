using Hss.Api.Events;
using Hss.Api.Library;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Sockets;
using Hss.Api.Platform.Wire;
using Hss.Silo.Hosting;

namespace Hss.Api.Notifications.Live;

/// <summary>
/// The handshake of LUNA's live connection, <c>/luna/ws?resume_from=</c>, also <c>/luna/api/v1/notifications/ws</c>. With a token it is answered by HTTP
/// when it is refused: 401 for a bad one, 403 without a role or from another site. Without one the first frame signs in (<see cref="LiveSignIn"/>).
/// </summary>
public static class LiveSocketEndpoint
{
    private static readonly QueryParameter<string?> ResumeFrom = Parameters.Text("resume_from", "The id of the last frame that the reader has");

    // Connections of one address that have not signed in yet.
    private const int Strangers = 100;

    /// <summary>Maps it.</summary>
    public static void MapLiveSocket(this RouteGroupBuilder luna)
    {
        foreach (var path in (string[])["/ws", "/api/v1/notifications/ws"])
            luna.MapMethods(path, Handshake.Methods, Connect).Query(ResumeFrom).ExcludeFromDescription();
    }

    private static async Task<IResult> Connect(HttpContext context, LiveSockets sockets, LiveConnections connections, HssSettings settings)
    {
        if (Handshake.Refusal(context) is { } refusal)
            return refusal;
        if (Handshake.IsForeign(context))
            throw new ApiException(ApiError.Forbidden("A cookie does not count from another site"));
        var caller = context.CallerOrNull();
        if (caller is not null)
            Guards.Hold(context, Mounts.Luna, LunaRoles.Student, LunaRoles.Librarian, LunaRoles.Admin);
        var query = new QueryReader(context);
        var resumeFrom = query.Get(ResumeFrom) ?? "";
        query.Done();
        using var place = Open(context, connections, settings, caller) ?? throw Handshake.TooMany;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await sockets.Serve(socket, caller, resumeFrom, place, context.RequestAborted);
        return Results.Empty;
    }

    private static IDisposable? Open(HttpContext context, LiveConnections connections, HssSettings settings, Caller? caller) => caller is null
        ? connections.TryOpen($"address {context.Connection.RemoteIpAddress}", Strangers)
        : connections.TryOpen(caller.Id, settings.Limits.LiveConnections);
}
