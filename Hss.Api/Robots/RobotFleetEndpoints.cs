using Hss.Api.Library;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Silo.Robots;

namespace Hss.Api.Robots;

/// <summary>Robots as librarians see them.</summary>
public static class RobotFleetEndpoints
{
    internal const string Unknown = "Robot not found";

    /// <summary>Maps them.</summary>
    public static void MapRobotFleet(this RouteGroupBuilder robot)
    {
        robot.MapPost("/", Register).WithSummary("Register a robot; its credential is shown this once").NeedsLibrarian().IgnoresIdempotencyKey()
            .Body(typeof(RegisterRobotBody)).Answers(typeof(LunaAnswer<RegisteredRobot>), 201).Refuses(409, "A robot with this name exists");
        robot.MapGet("/status", List).WithSummary("Where all robots are and what they do, by name").NeedsLibrarian()
            .Query(LunaLists.Page, LunaLists.Limit).Answers(typeof(LunaList<Robot>));
        robot.MapGet("/status/{robot}", Get).WithSummary("Where a robot is and what it does").NeedsLibrarian().Path("robot", "The robot's id or name")
            .Answers(typeof(LunaAnswer<Robot>));
        robot.MapGet("/tasks", Tasks).WithSummary("What robots are carrying out, by the robot's name").NeedsLibrarian()
            .Query(LunaLists.Page, LunaLists.Limit).Answers(typeof(LunaList<RobotTask>));
    }

    private static async Task<IResult> Register(HttpContext context, RobotService robots)
    {
        var body = await context.ReadBody<RegisterRobotBody>();
        var credential = RobotService.NewCredential();
        var outcome = await robots.Register(context.CallContext(), Guid.NewGuid().ToString(), body.RobotName!.Trim(), credential).WithinDeadline(context);
        return LunaAnswers.Untagged(context, outcome, robot => new RegisteredRobot(robot.Id, robot.Name, credential), StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(HttpContext context, RobotQueries robots, TimeProvider time)
    {
        var query = new QueryReader(context);
        var page = query.ReadPage();
        query.Done();
        var (found, total) = await robots.List(page.Offset, page.Limit, context.RequestAborted);
        var now = time.GetUtcNow();
        return LunaAnswers.List(context, found.Select(r => Robot.Of(r, now)), page, total);
    }

    // It changes all the time, without a version for each position: no ETag.
    private static async Task<IResult> Get(HttpContext context, string robot, RobotService robots, TimeProvider time) =>
        await robots.Find(robot, context.RequestAborted) is { } id && await robots.Robot(id).Get() is { } found
            ? LunaAnswers.Plain(context, Robot.Of(found, time.GetUtcNow()))
            : ApiError.NotFound(Unknown).ToResult();

    private static async Task<IResult> Tasks(HttpContext context, RobotQueries robots)
    {
        var query = new QueryReader(context);
        var page = query.ReadPage();
        query.Done();
        var (found, total) = await robots.Tasks(page.Offset, page.Limit, context.RequestAborted);
        return LunaAnswers.List(context, found.Select(t => RobotTask.Of(t.Robot, t.Delivery)), page, total);
    }
}
