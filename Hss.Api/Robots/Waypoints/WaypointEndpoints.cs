using Hss.Api.Library;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Entities;
using Hss.Silo.Robots.Waypoints;

namespace Hss.Api.Robots.Waypoints;

/// <summary>The places that robots know, <c>/luna/api/v1/robot/waypoints</c>.</summary>
public static class WaypointEndpoints
{
    private const string Unknown = "Waypoint not found";

    private static readonly QueryParameter<bool?> Active = Parameters.Flag("is_active", "Only those that people should choose, or only the others");

    /// <summary>Maps them.</summary>
    public static void MapWaypoints(this RouteGroupBuilder robot)
    {
        var waypoints = robot.MapGroup("/waypoints").WithTags("Waypoints").NeedsLibrarian().Path("id", "The waypoint's id, a UUID");
        waypoints.MapGet("/", List).WithSummary("List waypoints by name").Query(LunaLists.Page, LunaLists.Limit, Active).Answers(typeof(LunaList<Waypoint>));
        waypoints.MapGet("/{id}", Get).WithSummary("Read a waypoint").AnswersOne(typeof(LunaAnswer<Waypoint>));
        waypoints.MapPost("/", Create).WithSummary("Make a waypoint").Body(typeof(CreateWaypointBody)).Answers(typeof(LunaAnswer<Waypoint>), 201)
            .Refuses(409, "Another has its name (WAYPOINT_NAME_TAKEN) or its code (WAYPOINT_CODE_TAKEN)");
        waypoints.MapPut("/{id}", Update).WithSummary("Change a waypoint").Body(typeof(UpdateWaypointBody)).Answers(typeof(LunaAnswer<Waypoint>))
            .Refuses(409, "Another has its name (WAYPOINT_NAME_TAKEN) or its code (WAYPOINT_CODE_TAKEN)");
        waypoints.MapDelete("/{id}", Delete).WithSummary("Delete a waypoint that no open task and no robot names").Answers(typeof(LunaAnswer<LunaMessage>))
            .Refuses(409, "Open tasks or robots name it (WAYPOINT_IN_USE); details.users says which");
    }

    private static async Task<IResult> List(HttpContext context, WaypointQueries waypoints)
    {
        var query = new QueryReader(context);
        var (page, active) = (query.ReadPage(), query.Get(Active));
        query.Done();
        var (found, total) = await waypoints.List(active, page.Offset, page.Limit, context.RequestAborted);
        return LunaAnswers.List(context, found.Select(Waypoint.Of), page, total);
    }

    private static async Task<IResult> Get(HttpContext context, string id, WaypointService waypoints) =>
        await waypoints.Waypoint(PathId.Read(id, Unknown)).Get() is { } waypoint
            ? LunaAnswers.One(context, waypoint.Version, Waypoint.Of(waypoint))
            : ApiError.NotFound(Unknown).ToResult();

    private static async Task<IResult> Create(HttpContext context, WaypointService waypoints)
    {
        var body = await context.ReadBody<CreateWaypointBody>();
        var call = context.CallContext();
        return LunaAnswers.Of(context, await waypoints.Create(call, NewId(call), body.Facts).WithinDeadline(context), Waypoint.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Update(HttpContext context, string id, WaypointService waypoints)
    {
        var change = await context.ReadChange<UpdateWaypointBody>();
        return LunaAnswers.Of(context, await waypoints.Change(context.CallContext(), PathId.Read(id, Unknown), change.Body.Facts, change.Fields).WithinDeadline(context), Waypoint.Of);
    }

    private static async Task<IResult> Delete(HttpContext context, string id, WaypointService waypoints)
    {
        var outcome = await waypoints.Delete(context.CallContext(), PathId.Read(id, Unknown), context.RequestAborted).WithinDeadline(context);
        return LunaAnswers.Untagged(context, outcome, _ => new LunaMessage("Waypoint deleted"));
    }

    // A repeat of the same operation finds the same.
    private static string NewId(CallContext call) => call.Operation is { } operation ? WaypointService.IdOf($"waypoint {operation.Id}") : Guid.NewGuid().ToString();
}
