using Hss.Api.Events;
using Hss.Api.Library;
using Hss.Api.Platform.Access;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Notifications;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;

namespace Hss.Api.Notifications.Live;

/// <summary>Who hears what on LUNA's socket, and in which frame.</summary>
public sealed class LiveFrames(EntityKinds kinds, EntityCodec codec)
{
    private static readonly string[] WorkTopics = ["luna.deliveries", "luna.robots", "luna.books"];

    /// <summary>
    /// Whether a caller hears an event: notifications of one's own, whoever one is; of deliveries one's own; of deliveries, robots and books those who
    /// keep the library all that is meant for them.
    /// </summary>
    public bool Hears(Caller caller, FeedEvent e)
    {
        var audience = e.Event.Audience;
        if (e.Key.Kind == NotificationKind.Instance.Name)
            return audience == caller.Id;
        return WorkTopics.Contains(kinds.Find(e.Key.Kind)?.Topic)
            && (audience.Split(' ').Contains(caller.Id) || (caller.IsLibrarian() && Topics.MayHear(caller, audience)));
    }

    /// <summary>The frame of an event; null when it cannot be opened by this program.</summary>
    public LiveFrame? Of(string id, FeedEvent e) =>
        e.Key.Kind == NotificationKind.Instance.Name ? OfNotification(id, e) : new(LiveFrame.Status, id, e.Event.At, Status(e));

    /// <summary>The frame of where a robot is: only the newest counts, so nobody can come back to it.</summary>
    public static LiveFrame Of(RobotTelemetry t) => new(LiveFrame.Status, null, t.At, new
    {
        @event = "robot.telemetry",
        robot_id = t.RobotId,
        robot_name = t.Name,
        status = t.Status,
        position = t.Position is { } p ? new { x = p.X, y = p.Y, z = p.Z } : null,
        battery_level = t.Battery,
    });

    private LiveFrame? OfNotification(string id, FeedEvent e)
    {
        try
        {
            return codec.DecodeEvent(NotificationKind.Instance, e.Key, e.Event) switch
            {
                NotificationMade made => new(LiveFrame.Notification, id, made.At, NotificationAnswer.Of(NotificationViews.Of(NotificationRules.Apply(new(e.Key.Id), made)))),
                NotificationRead read => new(LiveFrame.Status, id, read.At, new { @event = e.Event.Type, id = e.Key.Id, is_read = true, read_at = read.At }),
                _ => new(LiveFrame.Status, id, e.Event.At, new { @event = e.Event.Type, id = e.Key.Id }),
            };
        }
        catch (JournalException fault) when (fault.Fault == JournalFault.Unreadable)
        {
            return null;
        }
    }

    private object Status(FeedEvent e)
    {
        var live = LiveEvent.Of(e, kinds, codec);
        return new { @event = live.Type, topic = live.Topic, id = live.Id, version = live.Version, actor = live.Actor, data = live.Data };
    }
}
