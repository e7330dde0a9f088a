using Hss.Api.Library;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Robots;
using Hss.Silo.Robots;

namespace Hss.Api.Robots.Sessions;

/// <summary>What robots call over HTTP: the same grain answers as behind their WebSocket.</summary>
public static class RobotSessionEndpoints
{
    private static readonly RobotBeat OnlyHeard = new(null, null, null, null, null, null);

    /// <summary>Maps them.</summary>
    public static void MapRobotSessions(this RouteGroupBuilder robot)
    {
        var own = robot.MapGroup("/{id}").Path("id", "The robot's id or name");
        own.MapPost("/sign-in", SignIn).WithSummary("Sign a robot in with its credential").IgnoresIdempotencyKey().Body(typeof(RobotSignInBody))
            .Answers(typeof(LunaAnswer<RobotToken>)).Refuses(401, "The credential is not this robot's");
        own.MapPost("/heartbeat", Heartbeat).WithSummary("Say where the robot is and how far its task is, and hear what it has to do; every 5 s").NeedsRobot()
            .Body(typeof(HeartbeatBody)).Answers(typeof(LunaAnswer<HeartbeatAnswer>)).Refuses(409, "The task has another fencing token (STALE_FENCING_TOKEN)");
        own.MapGet("/next-task", NextTask).WithSummary("Hear what the robot has to do; counts as a heartbeat").NeedsRobot().Answers(typeof(LunaAnswer<HeartbeatAnswer>));
        own.MapPost("/tasks/{task}/progress", Progress).WithSummary("Say how far the robot's task is; counts as a heartbeat").NeedsRobot()
            .Path("task", "The task's id, a UUID").Body(typeof(TaskProgressBody)).Answers(typeof(LunaAnswer<HeartbeatAnswer>))
            .Refuses(409, "The task has another fencing token (STALE_FENCING_TOKEN)");
    }

    private static async Task<IResult> SignIn(HttpContext context, string id, RobotService robots)
    {
        var body = await context.ReadBody<RobotSignInBody>();
        if (await robots.Find(id, context.RequestAborted) is not { } robot)
            return ApiError.NotFound(RobotFleetEndpoints.Unknown).ToResult();
        return await robots.SignIn(robot, body.Credential!) is { } token
            ? LunaAnswers.Plain(context, new RobotToken(token, (int)robots.TokenLifetime.TotalSeconds))
            : ApiError.Unauthorized("The credential is not this robot's").ToResult();
    }

    private static async Task<IResult> Heartbeat(HttpContext context, string id, RobotService robots, TimeProvider time)
    {
        var robot = await RobotSignIn.Admit(context, id, robots);
        var body = await context.ReadBody<HeartbeatBody>();
        return await Beat(context, robots, time, robot, body.Beat(), body.Task?.TaskId, body.Task);
    }

    private static async Task<IResult> NextTask(HttpContext context, string id, RobotService robots, TimeProvider time) =>
        await Beat(context, robots, time, await RobotSignIn.Admit(context, id, robots), OnlyHeard, null, null);

    private static async Task<IResult> Progress(HttpContext context, string id, string task, RobotService robots, TimeProvider time)
    {
        var robot = await RobotSignIn.Admit(context, id, robots);
        if (!Guid.TryParseExact(task, "D", out var taskId))
            return ApiError.NotFound("Task not found").ToResult();
        return await Beat(context, robots, time, robot, OnlyHeard, taskId, await context.ReadBody<TaskProgressBody>());
    }

    private static async Task<IResult> Beat(HttpContext context, RobotService robots, TimeProvider time, string robot, RobotBeat beat, Guid? task, TaskProgressBody? report)
    {
        var outcome = await robots.Beat(RobotSignIn.Call(context, robot), robot, beat, task?.ToString(), report?.Report(robot)).WithinDeadline(context);
        return LunaAnswers.Untagged(context, outcome, orders => HeartbeatAnswer.Of(orders, time.GetUtcNow()));
    }
}
