using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Sockets;

namespace Hss.Api.Robots.Sessions;

/// <summary>
/// The handshake of a robot's session, <c>/luna/api/v1/robot/session</c>. The robot's token comes in the Authorization header, or the first frame signs
/// the robot in; never in the address, which ends up in logs.
/// </summary>
public static class RobotSocketEndpoint
{
    /// <summary>Maps it.</summary>
    public static void MapRobotSocket(this RouteGroupBuilder robot) =>
        robot.MapMethods("/session", Handshake.Methods, Connect).NeedsRobot().ExcludeFromDescription();

    private static async Task<IResult> Connect(HttpContext context, RobotSockets sockets)
    {
        if (Handshake.Refusal(context) is { } refusal)
            return refusal;
        var robot = RobotSignIn.RobotOf(context);
        if (robot is null && context.Request.Headers.Authorization.Count > 0)
            throw new ApiException(ApiError.Unauthorized("The token is no robot's, is invalid or has expired"));
        var call = context.CallContext() with { Operation = null };
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await sockets.Serve(socket, robot, call, context.RequestAborted);
        return Results.Empty;
    }
}
