using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Notifications;

namespace Hss.Grains.Notifications;

/// <summary>One notification.</summary>
[GrainType("notification")]
public sealed class NotificationGrain(EntityServices services) : AggregateGrain<NotificationState>(NotificationKind.Instance, services), INotificationGrain
{
    /// <inheritdoc />
    public Task<Outcome<bool>> Make(CallContext context, MakeNotification command, NotificationPreferences preferences) =>
        Execute(context, (state, now) => NotificationRules.Make(state, command, preferences, now), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<NotificationView>> Read(CallContext context) =>
        Execute(context, (state, now) => NotificationRules.Read(state, context.Actor, now), NotificationViews.Of);

    /// <inheritdoc />
    public Task<Outcome<bool>> Delete(CallContext context) =>
        Execute(context, (state, now) => NotificationRules.Delete(state, context.Actor, now), static _ => true);

    /// <inheritdoc />
    public Task<NotificationView?> Get() =>
        Read(static (state, version) => NotificationRules.IsInAnInbox(state) ? NotificationViews.Of(state) with { Version = version } : null);
}
