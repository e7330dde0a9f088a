using System.Collections.Immutable;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Grains.Notifications;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Notifications;
using Hss.Silo.Effects;
using Hss.Silo.Identity;

namespace Hss.Silo.Notifications;

/// <summary>
/// Puts a notice into its readers' inboxes. Each notification's id follows from the effect and the account, so this may be cut off and begin again. Who
/// is no member of LUNA any more is told nothing.
/// </summary>
public sealed class NoticeHandler(EntityCodec codec, NotificationService notifications, IdentityService identity, IdentityQueries accounts) : IEffectHandler
{
    private const string System = "luna";

    private static readonly ImmutableArray<string> StaffLinks = ["luna:LIBRARIAN", "luna:ADMIN"];

    /// <inheritdoc />
    public string Target => Notice.Target;

    /// <inheritdoc />
    public async Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var notice = codec.Decode<Notice>(effect.Source, effect.Payload);
        var readers = notice.AccountId is { } account ? await Member(account).ConfigureAwait(false) : await Staff(cancellation).ConfigureAwait(false);
        await FanOut.Each(readers, reader => Deliver(effect, notice, reader), cancellation).ConfigureAwait(false);
    }

    private async Task Deliver(PendingEffect effect, Notice notice, AccountView reader)
    {
        var s = notice.Subject;
        var command = new MakeNotification(
            NotificationService.IdOf(effect.Id, reader.Id),
            reader.Id,
            reader.Email,
            notice.Type,
            notice.Title,
            notice.Message,
            new(s.RequestId, s.ReturnId, s.TaskId, s.BookId, s.RobotId, s.Status));
        var outcome = await notifications.Inbox(reader.Id).Deliver(CallContext.System("notice"), command).ConfigureAwait(false);
        if (!outcome.Accepted)
            throw new InvalidOperationException($"A notification was refused: {outcome.Refusal.Message}");
    }

    private async Task<ImmutableArray<AccountView>> Member(string id) =>
        await identity.Account(id).Get().ConfigureAwait(false) is { } account && IsMember(account) ? [account] : [];

    // Those who keep the library by a role of theirs in it; an operator of the platform without one is not disturbed.
    private async Task<ImmutableArray<AccountView>> Staff(CancellationToken cancellation)
    {
        var found = new Dictionary<string, AccountView>(StringComparer.Ordinal);
        foreach (var link in StaffLinks)
        {
            foreach (var account in (await accounts.Accounts(int.MaxValue, 0, link, cancellation).ConfigureAwait(false)).Accounts)
                found[account.Id] = account;
        }

        return [.. found.Values.Where(IsMember)];
    }

    private static bool IsMember(AccountView account) =>
        SystemRoles.Effective(System, account.RoleIn(System), account.RoleIn(AccountRules.Platform)) is not null
        && !account.Inactive.Contains(System)
        && !account.Inactive.Contains(AccountRules.Platform);
}
