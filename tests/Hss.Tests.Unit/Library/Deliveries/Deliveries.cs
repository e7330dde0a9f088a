using Hss.Grains.Entities;
using Hss.Grains.Library.Deliveries;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Tests.Unit.Library.Deliveries;

/// <summary>Deliveries for tests of their rules.</summary>
internal static class Deliveries
{
    public const string Id = "00112233-4455-4677-8899-aabb00000000";
    public const string BookId = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    public const string Robot = "5f0c3c64-1111-4222-8333-444455556666";

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    public static readonly DeliveryOptions Options = new(TimeSpan.FromMinutes(5));

    public static readonly CallContext Student = new("stu", "STUDENT", "r");
    public static readonly CallContext Other = new("other", "STUDENT", "r");
    public static readonly CallContext Librarian = new("lib", "LIBRARIAN", "r");
    public static readonly CallContext Administrator = new("adm", "ADMIN", "r");

    public static readonly RequestBook Wanted = new("stu", BookId, "Reading room", "Soon", Wait: true);
    public static readonly BookGrant Reserved = new("Emma", "A-1", null);

    public static readonly DeliveryState Pending = After(new(Id), s => DeliveryRules.Request(s, Wanted, Reserved, Start));
    public static readonly DeliveryState Waiting = After(new(Id), s => DeliveryRules.Request(s, Wanted, Reserved with { QueuePosition = 3 }, Start));
    public static readonly DeliveryState Approved = After(Pending, s => DeliveryRules.Approve(s, Start));
    public static readonly DeliveryState Queued = After(Pending, s => DeliveryTaskRules.BookPlaced(s, Start.AddMinutes(1)));
    public static readonly DeliveryState Assigned = After(Queued, s => DeliveryTaskRules.Assign(s, Robot, 1, Start.AddMinutes(2)));
    public static readonly DeliveryState Driving = After(Assigned, s => Report(s, DeliveryTaskStatus.InProgress, Start.AddMinutes(3)));
    public static readonly DeliveryState Arrived = After(Driving, s => Report(s, RobotReports.Arrived, Start.AddMinutes(4)));
    public static readonly DeliveryState Left = After(Arrived, s => Report(s, DeliveryTaskStatus.Completed, Start.AddMinutes(5)));
    public static readonly DeliveryState ByHand = After(Queued, s => ChangeStatus(s, DeliveryTaskStatus.InProgress, Start.AddMinutes(3)));
    public static readonly DeliveryState Returned = After(Driving, s => DeliveryTaskRules.RobotLost(s, Robot, 1, Start.AddMinutes(4)));
    public static readonly DeliveryState Confirmed = After(Arrived, s => DeliveryRules.Confirm(s, Student, Start.AddMinutes(5)));
    public static readonly DeliveryState Cancelled = After(Pending, s => DeliveryRules.Cancel(s, Student, "Changed my mind", Start.AddMinutes(1)));
    public static readonly DeliveryState Failed = After(Driving, s => ChangeStatus(s, DeliveryTaskStatus.Failed, Start.AddMinutes(4)));

    public static readonly DeliveryState Back = After(new(Id), s => DeliveryRules.Return(s, new("stu", BookId, "Room 12"), "Emma", Start));
    public static readonly DeliveryState BackAssigned = After(Back, s => DeliveryTaskRules.Assign(s, Robot, 1, Start.AddMinutes(2)));
    public static readonly DeliveryState BackDriving = After(BackAssigned, s => Report(s, DeliveryTaskStatus.InProgress, Start.AddMinutes(3)));
    public static readonly DeliveryState HandedOver = After(BackDriving, s => DeliveryRules.PickedUp(s, Student, Start.AddMinutes(4)));
    public static readonly DeliveryState BackAgain = After(HandedOver, s => Report(s, DeliveryTaskStatus.Completed, Start.AddMinutes(5)));

    public static readonly DeliveryState Transport = After(
        new(Id), s => DeliveryRules.Create(s, new(TaskTypes.InterStaff, "Desk 1", "Desk 2", "URGENT", null, "Handle with care"), "lib", null, Start));

    /// <summary>A robot's report under the first token.</summary>
    public static Decision Report(DeliveryState state, string said, DateTimeOffset now, double? progress = null) =>
        DeliveryTaskRules.Report(state, new(Robot, 1, said, progress, "Stuck"), Options, now);

    /// <summary>A librarian's change of the task.</summary>
    public static Decision ChangeStatus(DeliveryState state, string status, DateTimeOffset now) =>
        DeliveryTaskRules.ChangeStatus(state, status, "By hand", Options, now);

    /// <summary>A delivery that these have happened to.</summary>
    public static DeliveryState After(DeliveryState state, params Func<DeliveryState, Decision>[] commands) => commands.Aggregate(
        state,
        (now, command) =>
        {
            var decision = command(now);
            Assert.Null(decision.Refusal);
            return decision.Events.Aggregate(now, DeliveryFold.Apply);
        });
}
