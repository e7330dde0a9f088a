using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Notifications;

/// <summary>What one account wants to hear of and how, keyed by the account. Everything for the account goes through it.</summary>
[GrainTier(GrainTier.Process), Alias("hss.notifications.inbox")]
public interface INotificationInboxGrain : IEntityGrain
{
    /// <summary>Takes a notification in, by the preferences that are committed now; see <see cref="INotificationGrain.Make"/>.</summary>
    [Alias("deliver")]
    Task<Outcome<bool>> Deliver(CallContext context, MakeNotification command);

    /// <summary>Changes preferences. Refused with <see cref="RefusalCodes.Invalid"/> for an unknown type, and for quiet hours that are none.</summary>
    [Alias("prefer")]
    Task<Outcome<InboxView>> Prefer(CallContext context, PreferencesChange change);

    /// <summary>The committed preferences.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<InboxView> Get();
}
