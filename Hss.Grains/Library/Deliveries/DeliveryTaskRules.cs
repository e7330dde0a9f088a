using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Deliveries;

/// <summary>
/// The rules of tasks: PENDING, QUEUED, ASSIGNED, IN_PROGRESS, COMPLETED, with FAILED and CANCELLED from any that is not final. A task is one robot's
/// at a time, under a token that grows: whoever comes with an older one is refused.
/// </summary>
public static class DeliveryTaskRules
{
    /// <summary>How far a robot must have come for that to be stored.</summary>
    public const double ProgressStep = 0.1;

    private static readonly Refusal Stale = new(DeliveryCodes.StaleToken, "The task is not this robot's under this token (any more)");

    /// <summary>A librarian has put the book on the robot's place.</summary>
    public static Decision BookPlaced(DeliveryState state, DateTimeOffset now)
    {
        if (!state.Exists)
            return DeliveryRules.NotFound;
        return state.Task?.Status == DeliveryTaskStatus.Pending
            ? DeliveryRules.Decided(state, new BookPlaced(now))
            : DeliveryRules.Invalid($"The task does not wait for the book (current status: {state.Task?.Status ?? "none"})");
    }

    /// <summary>A librarian moves the task on.</summary>
    public static Decision ChangeStatus(DeliveryState state, string status, string? reason, DeliveryOptions options, DateTimeOffset now)
    {
        if (!state.Exists)
            return DeliveryRules.NotFound;
        if (state.Task is not { } task)
            return DeliveryRules.Invalid("The reader waits for a copy: there is no task yet");
        if (!state.HasOpenTask)
            return DeliveryRules.Invalid($"Cannot change status of a terminal task (current status: {task.Status})");
        return (task.Status, status) switch
        {
            (_, DeliveryTaskStatus.Failed or DeliveryTaskStatus.Cancelled) => DeliveryRules.Decided(state, new DeliveryStopped(status, reason, now)),
            (DeliveryTaskStatus.Queued or DeliveryTaskStatus.Assigned, DeliveryTaskStatus.InProgress) => DeliveryRules.Decided(state, new TaskStarted(reason, now)),
            // Who has the returned book in hand knows better than whether its reader has said so.
            (DeliveryTaskStatus.InProgress, DeliveryTaskStatus.Completed) when state is { IsReturn: true, PickedUpAt: null } =>
                DeliveryRules.Decided(state, new BookHandedOver(now), new TaskCompleted(null, reason, now)),
            (DeliveryTaskStatus.InProgress, DeliveryTaskStatus.Completed) => DeliveryRules.Decided(state, new TaskCompleted(ConfirmBy(state, options, now), reason, now)),
            _ => DeliveryRules.Invalid($"Illegal status transition: {task.Status} -> {status}"),
        };
    }

    /// <summary>Whether a robot may have the task.</summary>
    public static Decision MayAssign(DeliveryState state)
    {
        if (!state.Exists)
            return DeliveryRules.NotFound;
        return state.Task?.Status == DeliveryTaskStatus.Queued
            ? Decision.Unchanged
            : DeliveryRules.Invalid($"The task is not queued (current status: {state.Task?.Status ?? "none"})");
    }

    /// <summary>Gives the task to a robot that is held for it under this token.</summary>
    public static Decision Assign(DeliveryState state, string robotId, long token, DateTimeOffset now)
    {
        if (MayAssign(state).Refusal is { } refusal)
            return refusal;
        return state.Task!.FencingToken + 1 == token
            ? DeliveryRules.Decided(state, new TaskAssigned(robotId, token, now))
            : Decision.Refuse(RefusalCodes.Unavailable, "The assignment took too long; try again");
    }

    /// <summary>Decides, once and for all, that an assignment which holds a robot and was not committed is void.</summary>
    public static Decision GiveUp(DeliveryState state, long token, DateTimeOffset now) =>
        state.Task is { } task && token > task.FencingToken ? Decision.Accept(new AssignmentGivenUp(token, now)) : Decision.Unchanged;

    /// <summary>Whether this robot has the task under this token.</summary>
    public static bool Holds(DeliveryState state, string robotId, long token) =>
        state is { IsWithRobot: true, Task: { } task } && task.RobotId == robotId && task.FencingToken == token;

    /// <summary>The robot says how far it is.</summary>
    public static Decision Report(DeliveryState state, TaskReport report, DeliveryOptions options, DateTimeOffset now)
    {
        if (state.Task is not { } task || task.RobotId != report.RobotId || task.FencingToken != report.FencingToken)
            return Stale;
        return task.Status switch
        {
            DeliveryTaskStatus.Assigned or DeliveryTaskStatus.InProgress => Reported(state, report, options, now),
            // What was confirmed meanwhile is no news to a robot that has arrived.
            DeliveryTaskStatus.Completed when report.State != DeliveryTaskStatus.Failed => Decision.Unchanged,
            DeliveryTaskStatus.Failed when report.State == DeliveryTaskStatus.Failed => Decision.Unchanged,
            _ => Stale,
        };
    }

    /// <summary>The robot is lost: the task goes back to the head of its priority's queue.</summary>
    public static Decision RobotLost(DeliveryState state, string robotId, long token, DateTimeOffset now) =>
        Holds(state, robotId, token) ? DeliveryRules.Decided(state, new TaskReturned(token + 1, now)) : Decision.Unchanged;

    private static Decision Reported(DeliveryState state, TaskReport report, DeliveryOptions options, DateTimeOffset now)
    {
        if (report.State == DeliveryTaskStatus.Failed)
            return DeliveryRules.Decided(state, new DeliveryStopped(DeliveryTaskStatus.Failed, report.Reason, now));
        if (report.State == DeliveryTaskStatus.Completed && state is { IsReturn: true, PickedUpAt: null })
            return DeliveryRules.Invalid("The reader has not handed the book over yet");
        var task = state.Task!;
        var events = ImmutableArray.CreateBuilder<IEntityEvent>();
        if (task.Status == DeliveryTaskStatus.Assigned)
            events.Add(new TaskStarted(null, now));
        if (report.Progress is { } progress && Math.Abs(progress - (task.Progress ?? 0)) >= ProgressStep)
            events.Add(new TaskProgressed(progress, now));
        if (report.State == RobotReports.Arrived && task.ArrivedAt is null)
            events.Add(new RobotArrived(ConfirmBy(state, options, now), now));
        if (report.State == DeliveryTaskStatus.Completed)
            events.Add(new TaskCompleted(ConfirmBy(state, options, now), null, now));
        return events.Count == 0 ? Decision.Unchanged : DeliveryRules.Decided(state, events.ToImmutable());
    }

    // From arrival: a task that is completed later moves nothing.
    private static DateTimeOffset? ConfirmBy(DeliveryState state, DeliveryOptions options, DateTimeOffset now) =>
        state.IsRequest ? state.ConfirmBy ?? now + options.ConfirmTime : null;
}
