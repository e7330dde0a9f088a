using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;

namespace Hss.Interfaces.Library;

/// <summary>
/// One delivery, keyed by its UUID: what somebody asked for (a book, a return, a transport by staff) and the robot task that carries it out are one
/// record with one id, so that no crash can part them. It holds its copy at the book and its robot, commits itself, and then confirms; what is left
/// over is settled.
/// </summary>
[GrainTier(GrainTier.Process), Alias("hss.library.delivery")]
public interface IDeliveryGrain : IHoldOwner
{
    /// <summary>
    /// A reader asks for a book: a copy is reserved and the task stands, PENDING; or, if the reader waits, a place in the queue, without a task yet.
    /// Refused as <see cref="IBookGrain.Reserve"/> refuses.
    /// </summary>
    [Alias("request")]
    Task<Outcome<DeliveryView>> Request(CallContext context, RequestBook command);

    /// <summary>A reader gives a book back: its task stands, QUEUED. Refused as <see cref="IBookGrain.AnnounceReturn"/> refuses.</summary>
    [Alias("return")]
    Task<Outcome<DeliveryView>> Return(CallContext context, ReturnBook command);

    /// <summary>A librarian has something carried from one place to another; its task stands, PENDING.</summary>
    [Alias("create")]
    Task<Outcome<DeliveryView>> Create(CallContext context, CreateDelivery command);

    /// <summary>A copy came free for this reader, who waited: the task stands now. For the effect of the book's commit; again changes nothing.</summary>
    [Alias("granted")]
    Task<Outcome<DeliveryView>> Granted(CallContext context);

    /// <summary>A librarian approves a request, or schedules a return. Optional: nothing waits for it.</summary>
    [Alias("approve")]
    Task<Outcome<DeliveryView>> Approve(CallContext context);

    /// <summary>A librarian has put the book on the robot's place: PENDING to QUEUED.</summary>
    [Alias("book-placed")]
    Task<Outcome<DeliveryView>> BookPlaced(CallContext context);

    /// <summary>The reader has handed a returned book to the robot.</summary>
    [Alias("picked-up")]
    Task<Outcome<DeliveryView>> PickedUp(CallContext context);

    /// <summary>The reader has the book in hand: request and task are closed, and the copy is checked out.</summary>
    [Alias("confirm-delivery")]
    Task<Outcome<DeliveryView>> ConfirmDelivery(CallContext context);

    /// <summary>A librarian moves the task: <c>IN_PROGRESS</c>, <c>COMPLETED</c>, <c>FAILED</c> or <c>CANCELLED</c>, where the contract allows it.</summary>
    /// <param name="reason">At most 500 characters, or null.</param>
    [Alias("change-status")]
    Task<Outcome<DeliveryView>> ChangeStatus(CallContext context, string status, string? reason);

    /// <summary>Who asked, or an admin, calls it off: until the task is IN_PROGRESS. A librarian cancels the task (<see cref="ChangeStatus"/>).</summary>
    [Alias("cancel")]
    Task<Outcome<DeliveryView>> Cancel(CallContext context, string? reason);

    /// <summary>
    /// The dispatcher gives the task to a robot: the robot is held, the assignment committed with a higher fencing token, the robot confirmed.
    /// Refused with <see cref="DeliveryCodes.InvalidState"/> when the task is not QUEUED, and as <see cref="IRobotGrain.Hold"/> refuses.
    /// </summary>
    [Alias("assign")]
    Task<Outcome<DeliveryView>> Assign(CallContext context, string robotId);

    /// <summary>
    /// The robot says how far it is. Refused with <see cref="DeliveryCodes.StaleToken"/> when the task is not this robot's with this token (any more); a
    /// state that was reported before, or lies behind, changes nothing. COMPLETED frees the robot: a request then waits for its reader, a transport is
    /// done, a return is done if its reader has handed the book over, and is refused with <see cref="DeliveryCodes.InvalidState"/> before. ARRIVED is the
    /// reader's place; the robot keeps the task there, until it is confirmed, closed, or reported COMPLETED or FAILED.
    /// </summary>
    [Alias("report")]
    Task<Outcome<DeliveryView>> Report(CallContext context, TaskReport report);

    /// <summary>
    /// The robot with this token is lost: the task goes back to the head of its priority's queue, with a higher token. For the effect of the robot's
    /// commit; any other robot or token changes nothing.
    /// </summary>
    [Alias("robot-lost")]
    Task<Outcome<DeliveryView>> RobotLost(CallContext context, string robotId, long fencingToken);

    /// <summary>The committed delivery, or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<DeliveryView?> Get();
}
