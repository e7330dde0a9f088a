using Hss.Api.Library;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Silo.Robots;

namespace Hss.Api.Robots;

/// <summary>Emergency stops, of one robot and of all, and their resets. A service stop, not a safety circuit.</summary>
public static class EmergencyStopEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapEmergencyStops(this RouteGroupBuilder robot)
    {
        var stops = robot.MapGroup("/emergency-stop").WithTags("Emergency stop").NeedsLibrarian();
        stops.MapPost("/", StopAll).WithSummary("Stop all robots until the stop is reset, also those that are registered later; a service stop, not a safety circuit")
            .Body(typeof(EmergencyStopBody), required: false).Answers(typeof(LunaAnswer<EmergencyStopAnswer>));
        stops.MapPost("/reset", ResetAll).WithSummary("Lift the stop of all robots; stops of single robots stay")
            .Body(typeof(ResetStopBody)).Answers(typeof(LunaAnswer<EmergencyStopAnswer>)).Refuses(409, "There is no stop of all robots (INVALID_STATE)");
        stops.MapPost("/{id}", Stop).WithSummary("Stop a robot until its stop is reset; it keeps its task").Path("id", "The robot's id or name")
            .Body(typeof(EmergencyStopBody), required: false).Answers(typeof(LunaAnswer<EmergencyStopAnswer>));
        stops.MapPost("/{id}/reset", Reset).WithSummary("Lift the stop of a robot; a stop of all stays").Path("id", "The robot's id or name")
            .Body(typeof(ResetStopBody)).Answers(typeof(LunaAnswer<EmergencyStopAnswer>)).Refuses(409, "The robot is under no stop of its own (INVALID_STATE)");
    }

    private static async Task<IResult> StopAll(HttpContext context, EmergencyStopService stops)
    {
        var body = await context.ReadBody<EmergencyStopBody>(allowEmpty: true);
        // Whoever presses the button and goes away has pressed it: nothing here is cancelled with the request.
        var outcome = await stops.StopAll(context.CallContext(), body.Reason, CancellationToken.None).WithinDeadline(context);
        return LunaAnswers.Untagged(context, outcome, robots => new EmergencyStopAnswer([.. robots.Select(StoppedRobot.Of)]));
    }

    private static async Task<IResult> ResetAll(HttpContext context, EmergencyStopService stops)
    {
        var body = await context.ReadBody<ResetStopBody>();
        var outcome = await stops.ResetAll(context.CallContext(), body.Reason!.Trim(), CancellationToken.None).WithinDeadline(context);
        return LunaAnswers.Untagged(context, outcome, robots => new EmergencyStopAnswer([.. robots.Select(StoppedRobot.Of)]));
    }

    private static async Task<IResult> Stop(HttpContext context, string id, RobotService robots, EmergencyStopService stops)
    {
        var body = await context.ReadBody<EmergencyStopBody>(allowEmpty: true);
        if (await robots.Find(id, context.RequestAborted) is not { } robot)
            return ApiError.NotFound(RobotFleetEndpoints.Unknown).ToResult();
        var outcome = await stops.Stop(context.CallContext(), robot, body.Reason).WithinDeadline(context);
        return LunaAnswers.Untagged(context, outcome, stopped => new EmergencyStopAnswer([.. stopped.Select(StoppedRobot.Of)]));
    }

    private static async Task<IResult> Reset(HttpContext context, string id, RobotService robots, EmergencyStopService stops)
    {
        var body = await context.ReadBody<ResetStopBody>();
        if (await robots.Find(id, context.RequestAborted) is not { } robot)
            return ApiError.NotFound(RobotFleetEndpoints.Unknown).ToResult();
        var outcome = await stops.Reset(context.CallContext(), robot, body.Reason!.Trim()).WithinDeadline(context);
        return LunaAnswers.Untagged(context, outcome, reset => new EmergencyStopAnswer([.. reset.Select(StoppedRobot.Of)]));
    }
}
