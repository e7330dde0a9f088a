using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Notifications;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Notifications;
using Hss.Silo.Effects;

namespace Hss.Silo.Notifications;

/// <summary>The grains of notifications and inboxes.</summary>
public sealed class NotificationService(IGrainFactory grains, NotificationQueries queries)
{
    private const int GuidSize = 16;

    /// <summary>The grain of a notification.</summary>
    public INotificationGrain Notification(string id) => grains.GetGrain<INotificationGrain>(NotificationKind.Instance.Key(id).ToString());

    /// <summary>The grain of an account's inbox.</summary>
    public INotificationInboxGrain Inbox(string account) => grains.GetGrain<INotificationInboxGrain>(InboxKind.Instance.Key(account).ToString());

    /// <summary>
    /// The caller has read all that is in the inbox now; answers how many were unread. Each is a commit of its own, many in one write; what is made or
    /// taken away meanwhile is no fault.
    /// </summary>
    public async Task<int> ReadAll(CallContext context, CancellationToken cancellation)
    {
        var unread = await queries.Unread(context.Actor, cancellation).ConfigureAwait(false);
        var each = context.OfOneStep();
        await FanOut.Each(unread, id => Notification(id).Read(each), cancellation).ConfigureAwait(false);
        return unread.Length;
    }

    /// <summary>The id of the notification that an effect comes to in an account's inbox.</summary>
    public static string IdOf(string effectId, string account) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"notification {effectId} {account}")).AsSpan(0, GuidSize)).ToString();
}
