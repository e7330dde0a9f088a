using Hss.Grains.Assets;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.Identity;

namespace Hss.Silo.Assets.Accounts;

/// <summary>What admins do to members beyond one call to the account.</summary>
public sealed class MemberService(IdentityService identity, IJournal journal)
{
    private const string WorkflowKind = "workflow";

    private const string Pending = "pending";

    /// <summary>
    /// Takes the role in asset management away and ends the account's sessions; an account without any other role is deleted. Refused while assets
    /// are assigned to it or workflows of it are pending, with the counts.
    /// </summary>
    public async Task<Outcome<AccountView>> Remove(CallContext context, string id)
    {
        if ((await identity.Account(id).Get().ConfigureAwait(false))?.MembershipIn(AssetMembers.System) is null)
            return new Refusal(RefusalCodes.NotFound, "User not found");
        var assets = await AssetUse.Count(journal, AssetUse.Holder, id).ConfigureAwait(false);
        var workflows = (await journal.List(new EntityQuery(WorkflowKind) { Owner = id, Statuses = [Pending], Limit = 1 }, default).ConfigureAwait(false)).Total;
        return assets + workflows > 0
            ? new Refusal(RefusalCodes.Conflict, $"Cannot delete user - assigned assets: {assets}, pending workflows: {workflows}")
            : await identity.Account(id).Leave(context, AssetMembers.System).ConfigureAwait(false);
    }
}
