using System.Collections.Immutable;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Assets.Workflows;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;
using Hss.Silo.Assets.Workflows;

namespace Hss.Api.Assets.Workflows;

/// <summary>Comments on a workflow: for all who may see it; their author and admins change them.</summary>
public static class WorkflowCommentEndpoints
{
    private const string Unknown = "Comment not found";

    private const string NotTheirs = "The workflow, or the comment, is somebody else's";

    private static readonly QueryParameter<int> Limit = Parameters.Limit(100, 500);

    /// <summary>Maps them.</summary>
    public static void MapWorkflowComments(this RouteGroupBuilder sams)
    {
        var comments = sams.Workflows().MapGroup("/{id}/comments").NeedsMember().Path("comment_id", "The comment's id, a UUID");
        comments.MapGet("/", List).WithSummary("List a workflow's comments, newest first")
            .Query(Parameters.Skip, Limit).Answers(typeof(ImmutableArray<WorkflowComment>)).Refuses(403, NotTheirs);
        comments.MapPost("/", Write).WithSummary("Comment on a workflow")
            .Body(typeof(WorkflowCommentText)).Answers(typeof(WorkflowComment), 201).Refuses(403, NotTheirs);
        comments.MapPut("/{comment_id}", Edit).WithSummary("Give a comment another text")
            .Body(typeof(WorkflowCommentText)).Answers(typeof(WorkflowComment)).Refuses(403, NotTheirs).Refuses(400, "The comment is on another workflow");
        comments.MapDelete("/{comment_id}", Delete).WithSummary("Delete a comment")
            .AnswersNothing().Refuses(403, NotTheirs).Refuses(400, "The comment is on another workflow");
    }

    private static async Task<IResult> List(HttpContext context, string id, WorkflowService workflows, WorkflowQueries queries, WorkflowParties parties)
    {
        var query = new QueryReader(context);
        var (skip, limit) = (query.Get(Parameters.Skip), query.Get(Limit));
        query.Done();
        var workflow = await Seen(context, id, workflows);
        var comments = await queries.Comments(workflow, skip, limit, context.RequestAborted);
        var people = await parties.People(comments.Select(c => c.UserId), context.RequestAborted);
        return new JsonAnswer(comments.Select(c => WorkflowComment.Of(c, people)).ToImmutableArray());
    }

    private static async Task<IResult> Write(HttpContext context, string id, WorkflowService workflows, WorkflowParties parties)
    {
        var body = await context.ReadBody<WorkflowCommentText>();
        var workflow = await Seen(context, id, workflows);
        var outcome = await workflows.Write(context.CallContext(), workflow, body.Comment!.Trim()).WithinDeadline(context);
        return await Answered(context, outcome, parties, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Edit(
        HttpContext context, string id, [Microsoft.AspNetCore.Mvc.FromRoute(Name = "comment_id")] string comment, WorkflowService workflows, WorkflowParties parties)
    {
        var body = await context.ReadBody<WorkflowCommentText>();
        var workflow = await Seen(context, id, workflows);
        var outcome = await workflows.Comment(PathId.Read(comment, Unknown)).Edit(context.CallContext(), workflow, body.Comment!.Trim()).WithinDeadline(context);
        return await Answered(context, outcome, parties);
    }

    private static async Task<IResult> Delete(
        HttpContext context, string id, [Microsoft.AspNetCore.Mvc.FromRoute(Name = "comment_id")] string comment, WorkflowService workflows)
    {
        var workflow = await Seen(context, id, workflows);
        var outcome = await workflows.Comment(PathId.Read(comment, Unknown)).Delete(context.CallContext(), workflow).WithinDeadline(context);
        return outcome.Accepted ? Results.NoContent() : outcome.Refusal.ToError().ToResult();
    }

    // Whoever may see a workflow may see and write its comments.
    private static async Task<string> Seen(HttpContext context, string id, WorkflowService workflows)
    {
        var workflow = await workflows.Workflow(PathId.Read(id, WorkflowEndpoints.Unknown)).Get() ?? throw new ApiException(ApiError.NotFound(WorkflowEndpoints.Unknown));
        return WorkflowRules.MaySee(workflow, context.Caller().Id, context.Caller().RoleOn(Mounts.Sams))
            ? workflow.Id
            : throw new ApiException(ApiError.Forbidden("Access denied to this workflow"));
    }

    private static async Task<IResult> Answered(HttpContext context, Outcome<WorkflowCommentView> outcome, WorkflowParties parties, int status = StatusCodes.Status200OK)
    {
        if (!outcome.Accepted)
            return outcome.Refusal.ToError().ToResult();
        var people = await parties.People([outcome.Value.UserId], context.RequestAborted);
        return Answer.Of(context, outcome, comment => WorkflowComment.Of(comment, people), status);
    }
}
