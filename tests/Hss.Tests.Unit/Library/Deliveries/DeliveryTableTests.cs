using Hss.Grains.Entities;
using Hss.Grains.Library.Deliveries;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using static Hss.Tests.Unit.Library.Deliveries.Deliveries;

namespace Hss.Tests.Unit.Library.Deliveries;

/// <summary>
/// Every state of a delivery under every verb: what becomes of what was asked for and of the task (<c>asked/task</c>), <c>=</c> when nothing changes,
/// <c>!</c> for INVALID_STATE, <c>?</c> for not found, <c>x</c> for a stale token.
/// </summary>
public sealed class DeliveryTableTests
{
    private const string Table = """
        state        | approve              | placed             | start                   | complete              | fail             | stop                | cancel              | confirm             | handover              | granted         | assign               | lost
        Nothing      | ?                    | ?                  | ?                       | ?                     | ?                | ?                   | ?                   | ?                   | ?                     | =               | ?                    | =
        Waiting      | APPROVED/none        | !                  | !                       | !                     | !                | !                   | CANCELLED/none      | !                   | ?                     | PENDING/PENDING | !                    | =
        Pending      | APPROVED/PENDING     | PENDING/QUEUED     | !                       | !                     | CANCELLED/FAILED | CANCELLED/CANCELLED | CANCELLED/CANCELLED | !                   | ?                     | =               | !                    | =
        Approved     | !                    | APPROVED/QUEUED    | !                       | !                     | CANCELLED/FAILED | CANCELLED/CANCELLED | CANCELLED/CANCELLED | !                   | ?                     | =               | !                    | =
        Queued       | APPROVED/QUEUED      | !                  | IN_PROGRESS/IN_PROGRESS | !                     | CANCELLED/FAILED | CANCELLED/CANCELLED | CANCELLED/CANCELLED | !                   | ?                     | =               | PENDING/ASSIGNED     | =
        Returned     | APPROVED/QUEUED      | !                  | IN_PROGRESS/IN_PROGRESS | !                     | CANCELLED/FAILED | CANCELLED/CANCELLED | CANCELLED/CANCELLED | !                   | ?                     | =               | PENDING/ASSIGNED     | =
        Assigned     | APPROVED/ASSIGNED    | !                  | IN_PROGRESS/IN_PROGRESS | !                     | CANCELLED/FAILED | CANCELLED/CANCELLED | CANCELLED/CANCELLED | !                   | ?                     | =               | !                    | PENDING/QUEUED
        Driving      | !                    | !                  | !                       | IN_PROGRESS/COMPLETED | CANCELLED/FAILED | CANCELLED/CANCELLED | !                   | !                   | ?                     | =               | !                    | PENDING/QUEUED
        ByHand       | !                    | !                  | !                       | IN_PROGRESS/COMPLETED | CANCELLED/FAILED | CANCELLED/CANCELLED | !                   | COMPLETED/COMPLETED | ?                     | =               | !                    | =
        Arrived      | !                    | !                  | !                       | IN_PROGRESS/COMPLETED | CANCELLED/FAILED | CANCELLED/CANCELLED | !                   | COMPLETED/COMPLETED | ?                     | =               | !                    | PENDING/QUEUED
        Left         | !                    | !                  | !                       | !                     | !                | !                   | !                   | COMPLETED/COMPLETED | ?                     | =               | !                    | =
        Confirmed    | !                    | !                  | !                       | !                     | !                | !                   | !                   | !                   | ?                     | =               | !                    | =
        Cancelled    | !                    | !                  | !                       | !                     | !                | !                   | !                   | !                   | ?                     | =               | !                    | =
        Failed       | !                    | !                  | !                       | !                     | !                | !                   | !                   | !                   | ?                     | =               | !                    | =
        Back         | PICKUP_SCHEDULED/QUEUED   | !             | PENDING/IN_PROGRESS     | !                     | CANCELLED/FAILED | CANCELLED/CANCELLED | CANCELLED/CANCELLED | ?                   | PICKED_UP/IN_PROGRESS | =               | PENDING/ASSIGNED     | =
        BackAssigned | PICKUP_SCHEDULED/ASSIGNED | !             | PENDING/IN_PROGRESS     | !                     | CANCELLED/FAILED | CANCELLED/CANCELLED | CANCELLED/CANCELLED | ?                   | !                     | =               | !                    | PENDING/QUEUED
        BackDriving  | PICKUP_SCHEDULED/IN_PROGRESS | !          | !                       | COMPLETED/COMPLETED   | CANCELLED/FAILED | CANCELLED/CANCELLED | !                   | ?                   | PICKED_UP/IN_PROGRESS | =               | !                    | PENDING/QUEUED
        HandedOver   | !                    | !                  | !                       | COMPLETED/COMPLETED   | CANCELLED/FAILED | CANCELLED/CANCELLED | !                   | ?                   | !                     | =               | !                    | PICKED_UP/QUEUED
        BackAgain    | !                    | !                  | !                       | !                     | !                | !                   | !                   | ?                   | !                     | =               | !                    | =
        Transport    | ?                    | none/QUEUED        | !                       | !                     | none/FAILED      | none/CANCELLED      | ?                   | ?                   | ?                     | =               | !                    | =
        """;

    private const string Reports = """
        state        | IN_PROGRESS             | ARRIVED                 | COMPLETED             | FAILED
        Waiting      | x                       | x                       | x                     | x
        Queued       | x                       | x                       | x                     | x
        Returned     | x                       | x                       | x                     | x
        Assigned     | IN_PROGRESS/IN_PROGRESS | IN_PROGRESS/IN_PROGRESS | IN_PROGRESS/COMPLETED | CANCELLED/FAILED
        Driving      | =                       | IN_PROGRESS/IN_PROGRESS | IN_PROGRESS/COMPLETED | CANCELLED/FAILED
        Arrived      | =                       | =                       | IN_PROGRESS/COMPLETED | CANCELLED/FAILED
        ByHand       | x                       | x                       | x                     | x
        Left         | =                       | =                       | =                     | x
        Confirmed    | =                       | =                       | =                     | x
        Cancelled    | x                       | x                       | x                     | x
        Failed       | x                       | x                       | x                     | =
        BackAssigned | PENDING/IN_PROGRESS     | PENDING/IN_PROGRESS     | !                     | CANCELLED/FAILED
        BackDriving  | =                       | PENDING/IN_PROGRESS     | !                     | CANCELLED/FAILED
        HandedOver   | =                       | PICKED_UP/IN_PROGRESS   | COMPLETED/COMPLETED   | CANCELLED/FAILED
        BackAgain    | =                       | =                       | =                     | x
        """;

    private static readonly DateTimeOffset Later = Start.AddHours(1);

    public static TheoryData<string, string, string> Verbs => Cells(Table);

    public static TheoryData<string, string, string> Said => Cells(Reports);

    [Theory]
    [MemberData(nameof(Verbs))]
    public void EveryVerb_InEveryState_IsDecidedAsTheTableSays(string name, string verb, string expected)
    {
        var state = State(name);

        Assert.Equal(expected, Result(state, Decide(state, verb)));
    }

    [Theory]
    [MemberData(nameof(Said))]
    public void EveryReportOfTheRobot_InEveryState_IsDecidedAsTheTableSays(string name, string said, string expected)
    {
        var state = State(name);

        Assert.Equal(expected, Result(state, Report(state, said, Later)));
    }

    private static Decision Decide(DeliveryState state, string verb) => verb switch
    {
        "approve" => DeliveryRules.Approve(state, Later),
        "placed" => DeliveryTaskRules.BookPlaced(state, Later),
        "start" => ChangeStatus(state, DeliveryTaskStatus.InProgress, Later),
        "complete" => ChangeStatus(state, DeliveryTaskStatus.Completed, Later),
        "fail" => ChangeStatus(state, DeliveryTaskStatus.Failed, Later),
        "stop" => ChangeStatus(state, DeliveryTaskStatus.Cancelled, Later),
        "cancel" => DeliveryRules.Cancel(state, Student, null, Later),
        "confirm" => DeliveryRules.Confirm(state, Student, Later),
        "handover" => DeliveryRules.PickedUp(state, Student, Later),
        "granted" => DeliveryRules.Granted(state, Later),
        "assign" => DeliveryTaskRules.Assign(state, Robot, (state.Task?.FencingToken ?? 0) + 1, Later),
        _ => DeliveryTaskRules.RobotLost(state, Robot, 1, Later),
    };

    private static string Result(DeliveryState before, Decision decision)
    {
        if (decision.Refusal is { } refusal)
        {
            return refusal.Code switch
            {
                DeliveryCodes.InvalidState => "!",
                DeliveryCodes.StaleToken => "x",
                RefusalCodes.NotFound => "?",
                _ => refusal.Code,
            };
        }

        if (decision.Events.IsEmpty)
            return "=";
        var after = decision.Events.Aggregate(before, DeliveryFold.Apply);
        return $"{after.Asked ?? "none"}/{after.Task?.Status ?? "none"}";
    }

    private static DeliveryState State(string name) => name switch
    {
        "Nothing" => new(Id),
        "Waiting" => Waiting,
        "Pending" => Pending,
        "Approved" => Approved,
        "Queued" => Queued,
        "Returned" => Returned,
        "Assigned" => Assigned,
        "Driving" => Driving,
        "ByHand" => ByHand,
        "Arrived" => Arrived,
        "Left" => Left,
        "Confirmed" => Confirmed,
        "Cancelled" => Cancelled,
        "Failed" => Failed,
        "Back" => Back,
        "BackAssigned" => BackAssigned,
        "BackDriving" => BackDriving,
        "HandedOver" => HandedOver,
        "BackAgain" => BackAgain,
        "Transport" => Transport,
        _ => throw new ArgumentException(name, nameof(name)),
    };

    private static TheoryData<string, string, string> Cells(string table)
    {
        var rows = table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        var data = new TheoryData<string, string, string>();
        foreach (var row in rows.Skip(1))
        {
            for (var i = 1; i < row.Length; i++)
                data.Add(row[0], rows[0][i], row[i]);
        }

        return data;
    }
}
