using Hss.Grains.Entities;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Deliveries;

/// <summary>What each event makes of a delivery.</summary>
public static class DeliveryFold
{
    /// <summary>The state after an event.</summary>
    public static DeliveryState Apply(DeliveryState state, IEntityEvent e) => e switch
    {
        BookRequested r => state with
        {
            TaskType = TaskTypes.StudentDelivery,
            UserId = r.UserId,
            BookId = r.BookId,
            BookTitle = r.BookTitle,
            Source = r.Source,
            Destination = r.Destination,
            Notes = r.Notes,
            QueuePosition = r.QueuePosition,
            Task = r.QueuePosition is null ? NewTask(DeliveryTaskStatus.Pending, r.At) : null,
            CreatedAt = r.At,
            UpdatedAt = r.At,
        },
        RequestGranted g => state with { Task = NewTask(DeliveryTaskStatus.Pending, g.At), UpdatedAt = g.At },
        ReturnRequested r => state with
        {
            TaskType = TaskTypes.ReturnPickup,
            UserId = r.UserId,
            BookId = r.BookId,
            BookTitle = r.BookTitle,
            Source = r.Source,
            Destination = r.Destination,
            Task = NewTask(DeliveryTaskStatus.Queued, r.At),
            CreatedAt = r.At,
            UpdatedAt = r.At,
        },
        TransportRequested t => state with
        {
            TaskType = t.TaskType,
            UserId = t.UserId,
            BookId = t.BookId,
            BookTitle = t.BookTitle,
            Source = t.Source,
            Destination = t.Destination,
            Priority = t.Priority,
            Notes = t.Notes,
            Task = NewTask(DeliveryTaskStatus.Pending, t.At),
            CreatedAt = t.At,
            UpdatedAt = t.At,
        },
        DeliveryAbandoned a => state with { Abandoned = true, UpdatedAt = a.At },
        DeliveryApproved a => state with { Approved = true, UpdatedAt = a.At },
        BookPlaced b => InTask(state, b.At, t => t with { Status = DeliveryTaskStatus.Queued }),
        TaskAssigned a => InTask(state, a.At, t => t with { Status = DeliveryTaskStatus.Assigned, RobotId = a.RobotId, FencingToken = a.FencingToken, Returned = false }),
        AssignmentGivenUp a => state with { Task = state.Task! with { FencingToken = a.FencingToken } },
        TaskStarted s => InTask(state, s.At, t => t with { Status = DeliveryTaskStatus.InProgress, StartedAt = s.At, Returned = false }),
        TaskProgressed p => InTask(state, p.At, t => t with { Progress = p.Progress }),
        RobotArrived a => InTask(state, a.At, t => t with { ArrivedAt = a.At }) with { ConfirmBy = a.ConfirmBy },
        TaskReturned r => InTask(state, r.At, t => NewTask(DeliveryTaskStatus.Queued, t.CreatedAt) with { FencingToken = r.FencingToken, Returned = true }) with { ConfirmBy = null },
        BookHandedOver h => state with { PickedUpAt = h.At, UpdatedAt = h.At },
        TaskCompleted c => Completed(state, c),
        RequestCompleted r => state with
        {
            End = AskedStatus.Completed,
            ConfirmBy = null,
            ClosedAt = r.At,
            ClosedUnconfirmedAt = r.Confirmed ? null : r.At,
            UpdatedAt = r.At,
        },
        DeliveryStopped s => state with
        {
            Task = state.Task is { } task ? task with { Status = s.Status, CompletedAt = s.At } : null,
            End = AskedStatus.Cancelled,
            ConfirmBy = null,
            ClosedAt = s.At,
            Reason = s.Reason,
            UpdatedAt = s.At,
        },
        _ => throw new InvalidOperationException($"A delivery has no event {e.GetType().Name}"),
    };

    private static DeliveryState Completed(DeliveryState state, TaskCompleted c)
    {
        var done = InTask(state, c.At, t => t with { Status = DeliveryTaskStatus.Completed, CompletedAt = c.At });
        return state.IsRequest
            ? done with { ConfirmBy = c.ConfirmBy }
            : done with { End = AskedStatus.Completed, ClosedAt = c.At };
    }

    private static DeliveryState InTask(DeliveryState state, DateTimeOffset at, Func<DeliveryTask, DeliveryTask> change) =>
        state with { Task = change(state.Task!), UpdatedAt = at };

    private static DeliveryTask NewTask(string status, DateTimeOffset at) =>
        new(status, RobotId: null, FencingToken: 0, Returned: false, Progress: null, at, StartedAt: null, ArrivedAt: null, CompletedAt: null);
}
