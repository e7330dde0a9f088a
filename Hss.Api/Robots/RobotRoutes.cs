using Hss.Api.Robots.Sessions;
using Hss.Api.Robots.Waypoints;

namespace Hss.Api.Robots;

/// <summary>All routes of robots, <c>/luna/api/v1/robot</c>.</summary>
public static class RobotRoutes
{
    /// <summary>Maps them.</summary>
    public static void MapRobots(this RouteGroupBuilder luna)
    {
        var robot = luna.MapGroup("/api/v1/robot").WithTags("Robots");
        robot.MapRobotSessions();
        robot.MapRobotSocket();
        robot.MapRobotFleet();
        robot.MapEmergencyStops();
        robot.MapWaypoints();
    }
}
