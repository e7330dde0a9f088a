using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Notifications;

namespace Hss.Grains.Library.Deliveries;

/// <summary>
/// What readers hear of their requests and returns: created, queued, on its way, arrived, completed, cancelled; return received. Transports are staff's
/// own business.
/// </summary>
public static class DeliveryNotices
{
    private const string Request = "REQUEST_STATUS";
    private const string Delivery = "DELIVERY_UPDATE";

    /// <summary>The notices of a commit: one each for what is news by the end of it.</summary>
    internal static IEnumerable<Effect> Of(DeliveryState after, ImmutableArray<IEntityEvent> events)
    {
        if (!after.IsRequest && !after.IsReturn)
            return [];
        // The end is the news; what led to it in the same commit is not.
        var news = after.IsOpen ? events : [events[^1]];
        return news.Select(e => Of(after, e)).OfType<Effect>();
    }

    private static Effect? Of(DeliveryState after, IEntityEvent e)
    {
        var book = after.BookTitle is { } title ? $"\"{title}\"" : "The book";
        return e switch
        {
            BookRequested { QueuePosition: { } position } => Note("created", Request, "Request received", $"You are number {position} in the queue for {book}."),
            BookRequested => Note("created", Request, "Request received", $"{book} is reserved for you and goes to {after.Destination}."),
            RequestGranted => Note("granted", Request, "Book reserved", $"A copy of {book} is reserved for you and goes to {after.Destination}."),
            ReturnRequested => Note("created", Request, "Return received", $"A robot picks {book} up at {after.Source}."),
            BookPlaced => Note("queued", Delivery, "Delivery queued", $"{book} waits for a robot."),
            TaskStarted when after.IsReturn => Note("on-its-way", Delivery, "Pickup on its way", $"A robot is on its way to pick up {book}."),
            TaskStarted => Note("on-its-way", Delivery, "Delivery on its way", $"{book} is on its way to {after.Destination}."),
            RobotArrived when after.IsReturn => Note("arrived", Delivery, "Robot arrived", $"The robot is at {after.Source}: please hand {book} over."),
            RobotArrived => Note("arrived", Delivery, "Delivery arrived", $"{book} is at {after.Destination}: please confirm that you have it."),
            TaskCompleted when after.IsReturn => Note("received", Request, "Return received", $"{book} is back in the library. Thank you."),
            TaskCompleted when after.Task!.ArrivedAt is null => Note("arrived", Delivery, "Delivery arrived", $"{book} is at {after.Destination}: please confirm that you have it."),
            RequestCompleted { Confirmed: true } => Note("completed", Request, "Request completed", $"You have {book}."),
            RequestCompleted => Note("completed", Request, "Request completed", $"The request for {book} was closed without your confirmation; it counts as yours."),
            DeliveryStopped { Reason: { } reason } => Note("cancelled", Request, Cancelled(after), $"{book}: {reason}"),
            DeliveryStopped => Note("cancelled", Request, Cancelled(after), $"{book} will not be {(after.IsReturn ? "picked up" : "brought")}."),
            _ => null,
        };

        Effect Note(string id, string type, string title, string message) => new Notice(after.UserId, type, title, message, Subject(after)).As(id);
    }

    private static string Cancelled(DeliveryState after) => after.IsReturn ? "Return cancelled" : "Request cancelled";

    private static NoticeSubject Subject(DeliveryState after) => new(
        RequestId: after.IsRequest ? after.Id : null,
        ReturnId: after.IsReturn ? after.Id : null,
        TaskId: after.Task is null ? null : after.Id,
        BookId: after.BookId,
        RobotId: after.Task?.RobotId,
        Status: after.Asked);
}
