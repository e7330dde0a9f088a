using Hss.Grains.Library.Deliveries;
using Hss.Interfaces.Library;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Library.Deliveries;

/// <summary>Any order of commands: the stored state is the fold of the stored events, a delivery ends at most once, and its token never goes back.</summary>
public sealed class DeliveryFoldTests
{
    [Fact]
    public void AnyOrderOfCommands_OfARequest_FoldsToTheStoredState_AndEndsAtMostOnce() => Holds(
        (s, now) => DeliveryRules.Request(s, Deliveries.Wanted, Deliveries.Reserved, now),
        (s, now) => DeliveryRules.Granted(s, now));

    [Fact]
    public void AnyOrderOfCommands_OfAWaitingRequest_FoldsToTheStoredState_AndEndsAtMostOnce() => Holds(
        (s, now) => DeliveryRules.Request(s, Deliveries.Wanted, Deliveries.Reserved with { QueuePosition = 1 }, now),
        (s, now) => DeliveryRules.Granted(s, now));

    [Fact]
    public void AnyOrderOfCommands_OfAReturn_FoldsToTheStoredState_AndEndsAtMostOnce() => Holds(
        (s, now) => DeliveryRules.Return(s, new("stu", Deliveries.BookId, "Room 12"), "Emma", now),
        (s, now) => DeliveryRules.PickedUp(s, Deliveries.Student, now));

    [Fact]
    public void AnyOrderOfCommands_OfATransport_FoldsToTheStoredState_AndEndsAtMostOnce() => Holds(
        (s, now) => DeliveryRules.Create(s, new(TaskTypes.Transfer, "A", "B", "HIGH", Deliveries.BookId, null), "lib", "Emma", now),
        (s, now) => DeliveryTaskRules.BookPlaced(s, now));

    private static void Holds(params Func<DeliveryState, DateTimeOffset, Grains.Entities.Decision>[] own) => FoldProperty.Holds(
        DeliveryKind.Instance,
        Deliveries.Id,
        [
            .. own,
            (s, now) => DeliveryRules.GiveUp(s, now),
            (s, now) => DeliveryRules.Approve(s, now),
            (s, now) => DeliveryTaskRules.BookPlaced(s, now),
            (s, now) => DeliveryTaskRules.Assign(s, Deliveries.Robot, (s.Task?.FencingToken ?? 0) + 1, now),
            (s, now) => DeliveryTaskRules.GiveUp(s, (s.Task?.FencingToken ?? 0) + 1, now),
            (s, now) => DeliveryTaskRules.Report(s, new(Deliveries.Robot, s.Task?.FencingToken ?? 0, DeliveryTaskStatus.InProgress, 0.5, null), Deliveries.Options, now),
            (s, now) => DeliveryTaskRules.Report(s, new(Deliveries.Robot, s.Task?.FencingToken ?? 0, RobotReports.Arrived, null, null), Deliveries.Options, now),
            (s, now) => DeliveryTaskRules.Report(s, new(Deliveries.Robot, s.Task?.FencingToken ?? 0, DeliveryTaskStatus.Completed, null, null), Deliveries.Options, now),
            (s, now) => DeliveryTaskRules.RobotLost(s, Deliveries.Robot, s.Task?.FencingToken ?? 0, now),
            (s, now) => Deliveries.ChangeStatus(s, DeliveryTaskStatus.InProgress, now),
            (s, now) => Deliveries.ChangeStatus(s, DeliveryTaskStatus.Completed, now),
            (s, now) => Deliveries.ChangeStatus(s, DeliveryTaskStatus.Failed, now),
            (s, now) => DeliveryRules.Cancel(s, Deliveries.Student, "No", now),
            (s, now) => DeliveryRules.Confirm(s, Deliveries.Student, now),
            (s, now) => DeliveryRules.Wake(s, now),
        ],
        (state, events) => events.Count(e => e is RequestCompleted or DeliveryStopped) + (state.IsRequest ? 0 : events.Count(e => e is TaskCompleted)) <= 1
            && events.Count(e => e is TaskCompleted) <= 1
            && (state.End.Length > 0) == (state.ClosedAt is not null)
            && (state.IsOpen || state.ConfirmBy is null)
            && !(state.IsOpen && state is { IsRequest: true, Task.Status: DeliveryTaskStatus.Completed, ConfirmBy: null })
            && !(state.Abandoned && state.Exists)
            && !(state.IsWithRobot && state.Task!.FencingToken == 0)
            && !(state.End.Length > 0 && state.HasOpenTask));
}
