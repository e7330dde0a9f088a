using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Notifications;

/// <summary>
/// One notification of one account, keyed by a UUID that follows from the effect that it is for: made again, it is the same one. It is an entity of
/// its own, so that an inbox may be long.
/// </summary>
[GrainTier(GrainTier.Resource), Alias("hss.notifications.notification")]
public interface INotificationGrain : IEntityGrain
{
    /// <summary>
    /// Makes it, by the account's preferences of this moment: into the inbox, and by mail where they say so. Nothing is made where no channel wants it.
    /// What was made stays as it is: a second time changes nothing.
    /// </summary>
    [Alias("make")]
    Task<Outcome<bool>> Make(CallContext context, MakeNotification command, NotificationPreferences preferences);

    /// <summary>Its account has read it. Refused with <see cref="RefusalCodes.NotFound"/> for anybody else, and when it is not there. Again changes nothing.</summary>
    [Alias("read")]
    Task<Outcome<NotificationView>> Read(CallContext context);

    /// <summary>Its account takes it away. Refused likewise.</summary>
    [Alias("delete")]
    Task<Outcome<bool>> Delete(CallContext context);

    /// <summary>The committed notification; null when it is not in an inbox.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<NotificationView?> Get();
}
