using System.Collections.Immutable;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Assets.Workflows;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;
using Hss.Silo.Assets.Workflows;

namespace Hss.Api.Assets.Workflows;

/// <summary>Requests about assets, <c>/sams/api/v1/workflows</c>: members ask and see their own; managers and admins see all.</summary>
public static class WorkflowEndpoints
{
    /// <summary>What is said when there is none.</summary>
    public const string Unknown = "Workflow not found";

    private static readonly QueryParameter<string?> Type = Parameters.Choice("workflow_type", "Only requests of this type", WorkflowTypes.All);
    private static readonly QueryParameter<string?> Status = Parameters.Choice("status", "Only those in this status", WorkflowStatus.All);
    private static readonly QueryParameter<string?> AssetId = Parameters.Text("asset_id", "Only those about this asset");

    /// <summary>The group of all routes of workflows.</summary>
    public static RouteGroupBuilder Workflows(this RouteGroupBuilder sams) =>
        sams.MapGroup("/api/v1/workflows").WithTags("Workflows").Path("id", "The workflow's id, a UUID");

    /// <summary>Maps them.</summary>
    public static void MapWorkflows(this RouteGroupBuilder sams)
    {
        var workflows = sams.Workflows();
        workflows.MapGet("/", List).WithSummary("List requests, newest first; employees see their own")
            .NeedsMember().Query(Type, Status, AssetId, Parameters.Skip, AssetLists.Limit).Answers(typeof(AssetList<Workflow>));
        workflows.MapGet("/my-requests", Own).WithSummary("List the caller's requests, newest first")
            .NeedsMember().Query(Type, Status, Parameters.Skip, AssetLists.Limit).Answers(typeof(AssetList<Workflow>));
        workflows.MapGet("/my-unviewed-count", Unviewed).WithSummary("Count the caller's requests that were decided and not yet marked as seen")
            .NeedsMember().Answers(typeof(WorkflowCount));
        workflows.MapGet("/overdue", Overdue).WithSummary("List checkouts whose asset should be back, the longest overdue first; employees see their own")
            .NeedsMember().Query(Parameters.Skip, AssetLists.Limit).Answers(typeof(AssetList<Workflow>));
        workflows.MapGet("/{id}", Get).WithSummary("Read a workflow").NeedsMember().AnswersOne(typeof(Workflow))
            .Refuses(403, "Somebody else's, and the caller is neither manager nor admin");
        workflows.MapPost("/", Create).WithSummary("Ask for something to be done with an asset").NeedsMember()
            .Body(typeof(CreateWorkflowRequest)).Answers(typeof(Workflow), 201)
            .Refuses(400, "The asset cannot be had for it").Refuses(403, "Not for employees").Refuses(404, "No such asset, or no such member");
        workflows.MapPost("/checkout", Checkout).WithSummary("Ask for a free asset").NeedsMember()
            .Body(typeof(CheckoutRequest)).Answers(typeof(Workflow), 201).Refuses(400, "The asset is not available").Refuses(404, "No such asset");
        workflows.MapPost("/checkin", Checkin).WithSummary("Ask for an asset to be taken back").NeedsMember()
            .Body(typeof(CheckinRequest)).Answers(typeof(Workflow), 201).Refuses(400, "The caller does not have the asset").Refuses(404, "No such asset");
    }

    /// <summary>The workflow that an outcome made or changed, with all that it names.</summary>
    internal static async Task<IResult> Answered(HttpContext context, Outcome<WorkflowView> outcome, WorkflowParties parties, int status = StatusCodes.Status200OK)
    {
        if (!outcome.Accepted)
            return outcome.Refusal.ToError().ToResult();
        var named = await parties.Of([outcome.Value], context.RequestAborted);
        return Answer.Of(context, outcome, workflow => Workflow.Of(workflow, named), status);
    }

    /// <summary>Whether the caller sees everybody's.</summary>
    internal static bool SeesAll(Caller caller) => WorkflowRules.Deciders.Contains(caller.RoleOn(Mounts.Sams));

    private static async Task<IResult> List(HttpContext context, WorkflowQueries queries, WorkflowParties parties)
    {
        var query = new QueryReader(context);
        var (caller, asset) = (context.Caller(), query.Get(AssetId));
        var filter = new WorkflowFilter(SeesAll(caller) ? null : caller.Id, query.Get(Type), query.Get(Status), asset?.ToLowerInvariant());
        return await Page(context, query, filter, queries, parties);
    }

    private static async Task<IResult> Own(HttpContext context, WorkflowQueries queries, WorkflowParties parties)
    {
        var query = new QueryReader(context);
        return await Page(context, query, new(context.Caller().Id, query.Get(Type), query.Get(Status), Asset: null), queries, parties);
    }

    private static async Task<IResult> Page(HttpContext context, QueryReader query, WorkflowFilter filter, WorkflowQueries queries, WorkflowParties parties)
    {
        var (skip, limit) = (query.Get(Parameters.Skip), query.Get(AssetLists.Limit));
        query.Done();
        var (items, total) = await queries.List(filter, skip, limit, context.RequestAborted);
        return await Shown(context, items, total, skip, limit, parties);
    }

    private static async Task<IResult> Overdue(HttpContext context, WorkflowQueries queries, WorkflowParties parties, TimeProvider time)
    {
        var query = new QueryReader(context);
        var (skip, limit, caller) = (query.Get(Parameters.Skip), query.Get(AssetLists.Limit), context.Caller());
        query.Done();
        var (items, total) = await queries.Overdue(SeesAll(caller) ? null : caller.Id, time.GetUtcNow(), skip, limit, context.RequestAborted);
        return await Shown(context, items, total, skip, limit, parties);
    }

    private static async Task<IResult> Shown(HttpContext context, ImmutableArray<WorkflowView> items, long total, int skip, int limit, WorkflowParties parties)
    {
        var named = await parties.Of(items, context.RequestAborted);
        return new JsonAnswer(new AssetList<Workflow>([.. items.Select(w => Workflow.Of(w, named))], total, skip, limit));
    }

    private static async Task<IResult> Unviewed(HttpContext context, WorkflowQueries queries) =>
        new JsonAnswer(new WorkflowCount(await queries.Unviewed(context.Caller().Id, context.RequestAborted)));

    private static async Task<IResult> Get(HttpContext context, string id, WorkflowService workflows, WorkflowParties parties)
    {
        if (await workflows.Workflow(PathId.Read(id, Unknown)).Get() is not { } workflow)
            return ApiError.NotFound(Unknown).ToResult();
        if (!WorkflowRules.MaySee(workflow, context.Caller().Id, context.Caller().RoleOn(Mounts.Sams)))
            return ApiError.Forbidden("Not authorized to view this workflow").ToResult();
        return Answer.One(context, workflow.Version, Workflow.Of(workflow, await parties.Of([workflow], context.RequestAborted)));
    }

    private static async Task<IResult> Create(HttpContext context, WorkflowService workflows, WorkflowParties parties) =>
        await Requested(context, (await context.ReadBody<CreateWorkflowRequest>()).Command(context.Caller().Id), workflows, parties);

    private static async Task<IResult> Checkout(HttpContext context, WorkflowService workflows, WorkflowParties parties) =>
        await Requested(context, (await context.ReadBody<CheckoutRequest>()).Command(context.Caller().Id), workflows, parties);

    private static async Task<IResult> Checkin(HttpContext context, WorkflowService workflows, WorkflowParties parties) =>
        await Requested(context, (await context.ReadBody<CheckinRequest>()).Command(), workflows, parties);

    private static async Task<IResult> Requested(HttpContext context, RequestWorkflow command, WorkflowService workflows, WorkflowParties parties)
    {
        var outcome = await workflows.Request(context.CallContext(), command).WithinDeadline(context);
        if (outcome.Accepted)
            context.Response.Headers.Location = $"{Mounts.Sams.Path}/api/v1/workflows/{outcome.Value.Id}";
        return await Answered(context, outcome, parties, StatusCodes.Status201Created);
    }
}
