using Hss.Grains.Assets.Workflows;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.Identity;

namespace Hss.Silo.Assets.Workflows;

/// <summary>The grains of workflows and their comments, and what stands around a call of one.</summary>
public sealed class WorkflowService(IGrainFactory grains, IJournal journal, IdentityService identity)
{
    private const string System = "sams";

    private const int UndecidedTries = 200;

    private static readonly TimeSpan UndecidedPause = TimeSpan.FromMilliseconds(25);

    // Nobody's: it only knows how to repeat a kept answer.
    private static readonly string NoWorkflow = Guid.Empty.ToString();

    private static readonly Refusal UserNotFound = new(RefusalCodes.NotFound, "User not found");

    /// <summary>The grain of a workflow.</summary>
    public IWorkflowGrain Workflow(string id) => grains.GetGrain<IWorkflowGrain>(WorkflowKind.Instance.Key(id).ToString());

    /// <summary>The grain of a comment.</summary>
    public IWorkflowCommentGrain Comment(string id) => grains.GetGrain<IWorkflowCommentGrain>(WorkflowCommentKind.Instance.Key(id).ToString());

    /// <summary>Makes a request under a new id; a repeat of a kept operation gets its answer. The receiver of a transfer must be an active member.</summary>
    public async Task<Outcome<WorkflowView>> Request(CallContext context, RequestWorkflow command, CancellationToken cancellation)
    {
        if (await IsRepeat(context).ConfigureAwait(false))
            return await Workflow(NoWorkflow).Request(context, command).ConfigureAwait(false);
        if (command is { Type: WorkflowTypes.Transfer, AssigneeId: { } assignee } && !await IsMember(assignee).ConfigureAwait(false))
            return UserNotFound;
        var id = Guid.NewGuid().ToString();
        return await WhenDecided(() => Workflow(id).Request(context, command), cancellation).ConfigureAwait(false);
    }

    /// <summary>Approves.</summary>
    public Task<Outcome<WorkflowView>> Approve(CallContext context, string id, string? comment, CancellationToken cancellation) =>
        WhenDecided(() => Workflow(id).Approve(context, comment), cancellation);

    /// <summary>Writes a comment under a new id; a repeat of a kept operation gets its answer.</summary>
    public async Task<Outcome<WorkflowCommentView>> Write(CallContext context, string workflow, string text)
    {
        var id = await IsRepeat(context).ConfigureAwait(false) ? NoWorkflow : Guid.NewGuid().ToString();
        return await Comment(id).Write(context, workflow, text).ConfigureAwait(false);
    }

    // While an approval holds the asset, others wait for what becomes of it: then it is known whether the asset is free.
    private static async Task<Outcome<WorkflowView>> WhenDecided(Func<Task<Outcome<WorkflowView>>> call, CancellationToken cancellation)
    {
        for (var tried = 1; ; tried++)
        {
            var outcome = await call().ConfigureAwait(false);
            if (outcome.Refusal?.Code != AssetCodes.Undecided || tried == UndecidedTries)
                return outcome;
            await Task.Delay(UndecidedPause, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsRepeat(CallContext context) =>
        context.Operation is { } operation && await journal.FindOperation(operation.Id).ConfigureAwait(false) is not null;

    private async Task<bool> IsMember(string account) =>
        Guid.TryParseExact(account, "D", out _) && await identity.Account(account).Get().ConfigureAwait(false) is { } found && RoleOf(found) is not null;

    /// <summary>What counts in asset management: null for who is no member, or switched off.</summary>
    internal static string? RoleOf(AccountView account) => account.Inactive.Contains(System) || account.Inactive.Contains(AccountRules.Platform)
        ? null
        : SystemRoles.Effective(System, account.RoleIn(System), account.RoleIn(AccountRules.Platform));
}
