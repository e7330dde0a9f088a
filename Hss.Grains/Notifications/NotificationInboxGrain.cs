using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Notifications;

namespace Hss.Grains.Notifications;

/// <summary>One account's inbox. It waits for nothing of its own while it delivers, so that many notifications go into one write.</summary>
[GrainType("notification_inbox")]
public sealed class NotificationInboxGrain(EntityServices services, IGrainFactory grains)
    : AggregateGrain<InboxState>(InboxKind.Instance, services), INotificationInboxGrain
{
    /// <inheritdoc />
    public async Task<Outcome<bool>> Deliver(CallContext context, MakeNotification command)
    {
        var preferences = await Read(static (state, _) => state.Preferences);
        return await grains.GetGrain<INotificationGrain>(NotificationKind.Instance.Key(command.Id).ToString()).Make(context, command, preferences);
    }

    /// <inheritdoc />
    public Task<Outcome<InboxView>> Prefer(CallContext context, PreferencesChange change) =>
        Execute(context, (state, now) => InboxRules.Prefer(state, change, now), static state => new InboxView(state.Preferences, Version: 0));

    /// <inheritdoc />
    public Task<InboxView> Get() => Read(static (state, version) => new InboxView(state.Preferences, version));
}
