using Hss.Grains.Assets.Workflows;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.Assets.Registry;

namespace Hss.Silo.Assets.Workflows;

/// <summary>The grains of workflows and their comments, and what stands around a call of one.</summary>
public sealed class WorkflowService(IGrainFactory grains, IJournal journal, AssetService assets)
{
    // Nobody's: it only knows how to repeat a kept answer.
    private static readonly string NoWorkflow = Guid.Empty.ToString();

    private static readonly Refusal UserNotFound = new(RefusalCodes.NotFound, "User not found");

    /// <summary>The grain of a workflow.</summary>
    public IWorkflowGrain Workflow(string id) => grains.GetGrain<IWorkflowGrain>(WorkflowKind.Instance.Key(id).ToString());

    /// <summary>The grain of a comment.</summary>
    public IWorkflowCommentGrain Comment(string id) => grains.GetGrain<IWorkflowCommentGrain>(WorkflowCommentKind.Instance.Key(id).ToString());

    /// <summary>Makes a request under a new id; a repeat of a kept operation gets its answer. The receiver of a transfer must be an active member.</summary>
    public async Task<Outcome<WorkflowView>> Request(CallContext context, RequestWorkflow command)
    {
        if (await IsRepeat(context).ConfigureAwait(false))
            return await Workflow(NoWorkflow).Request(context, command).ConfigureAwait(false);
        if (command is { Type: WorkflowTypes.Transfer, AssigneeId: { } assignee } && !await IsMember(assignee).ConfigureAwait(false))
            return UserNotFound;
        var id = Guid.NewGuid().ToString();
        return await AssetService.Decided(() => Workflow(id).Request(context, command)).ConfigureAwait(false);
    }

    /// <summary>Approves. While another approval holds the asset, this one waits: then it is known whether the asset is free.</summary>
    public Task<Outcome<WorkflowView>> Approve(CallContext context, string id, string? comment) => AssetService.Decided(() => Workflow(id).Approve(context, comment));

    /// <summary>Writes a comment under a new id; a repeat of a kept operation gets its answer.</summary>
    public async Task<Outcome<WorkflowCommentView>> Write(CallContext context, string workflow, string text)
    {
        var id = await IsRepeat(context).ConfigureAwait(false) ? NoWorkflow : Guid.NewGuid().ToString();
        return await Comment(id).Write(context, workflow, text).ConfigureAwait(false);
    }

    private async Task<bool> IsRepeat(CallContext context) =>
        context.Operation is { } operation && await journal.FindOperation(operation.Id).ConfigureAwait(false) is not null;

    private async Task<bool> IsMember(string account) => Guid.TryParseExact(account, "D", out _) && await assets.IsMember(account).ConfigureAwait(false);

    /// <summary>What counts in asset management: null for who is no member, or switched off.</summary>
    internal static string? RoleOf(AccountView account) => account.Inactive.Contains(AssetService.System) || account.Inactive.Contains(AccountRules.Platform)
        ? null
        : SystemRoles.Effective(AssetService.System, account.RoleIn(AssetService.System), account.RoleIn(AccountRules.Platform));
}
