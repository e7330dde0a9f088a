using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Deliveries;

/// <summary>
/// The rules of what is asked for: who may ask, approve, confirm and call off, and when. Every decision takes along whom to tell: readers by notices,
/// the title and the robot by being let go.
/// </summary>
public static class DeliveryRules
{
    /// <summary>From where a book comes whose place on the shelves is not known.</summary>
    public const string Desk = "Circulation desk";

    /// <summary>Where returned books go.</summary>
    public const string ReturnsDesk = "Circulation returns";

    /// <summary>Who runs the library, and may see everything.</summary>
    public static readonly ImmutableArray<string> Staff = ["LIBRARIAN", Admin];

    /// <summary>Why there is nothing under an id.</summary>
    public static readonly Refusal NotFound = new(RefusalCodes.NotFound, "Delivery not found");

    private const string Admin = "ADMIN";

    /// <summary>Whether it may still come to stand.</summary>
    public static Decision MayOpen(DeliveryState state)
    {
        if (state.Exists)
            return Decision.Refuse(RefusalCodes.Conflict, "The delivery exists");
        return state.Abandoned ? Decision.Refuse(RefusalCodes.Unavailable, "It took too long; try again") : Decision.Unchanged;
    }

    /// <summary>A reader asks for a book, of which a copy or a place in the queue is held.</summary>
    public static Decision Request(DeliveryState state, RequestBook command, BookGrant grant, DateTimeOffset now) => MayOpen(state).Refusal is { } refusal
        ? refusal
        : Decided(state, new BookRequested(
            command.UserId, command.BookId, grant.Title, grant.ShelfLocation ?? Desk, command.Location, command.Notes, grant.QueuePosition, now));

    /// <summary>A reader gives a book back, whose return is announced to the title.</summary>
    public static Decision Return(DeliveryState state, ReturnBook command, string? title, DateTimeOffset now) => MayOpen(state).Refusal is { } refusal
        ? refusal
        : Decided(state, new ReturnRequested(command.UserId, command.BookId, title, command.Location, ReturnsDesk, now));

    /// <summary>A librarian wants something carried.</summary>
    public static Decision Create(DeliveryState state, CreateDelivery command, string actor, string? title, DateTimeOffset now) => MayOpen(state).Refusal is { } refusal
        ? refusal
        : Decided(state, new TransportRequested(
            actor, command.TaskType, command.Source, command.Destination, command.Priority, command.BookId, title, command.Notes, now));

    /// <summary>A copy came free for the reader who waited.</summary>
    public static Decision Granted(DeliveryState state, DateTimeOffset now) =>
        state is { IsOpen: true, Task: null } ? Decided(state, new RequestGranted(now)) : Decision.Unchanged;

    /// <summary>A librarian approves a request, or schedules a return.</summary>
    public static Decision Approve(DeliveryState state, DateTimeOffset now)
    {
        if (state.Asked is not { } asked)
            return NotFound;
        return asked == AskedStatus.Pending ? Decided(state, new DeliveryApproved(now)) : Invalid($"It is not pending (current status: {asked})");
    }

    /// <summary>The reader hands a returned book over: to the robot that came, or at the desk while no robot has the task.</summary>
    public static Decision PickedUp(DeliveryState state, CallContext context, DateTimeOffset now)
    {
        if (!state.IsReturn)
            return NotFound;
        if (MayAct(state, context, admin: false) is { } refusal)
            return refusal;
        if (!state.IsOpen || state.PickedUpAt is not null)
            return Invalid($"The book was handed over, or is not expected any more (current status: {state.Asked})");
        return state.Task!.Status switch
        {
            DeliveryTaskStatus.Queued => Decided(state, new TaskStarted("Handed over at the desk", now), new BookHandedOver(now)),
            DeliveryTaskStatus.InProgress => Decided(state, new BookHandedOver(now)),
            _ => Invalid("The robot has not come yet"),
        };
    }

    /// <summary>
    /// The reader has the book: while it is IN_PROGRESS and has arrived (nobody says so of what is carried by hand), or when its task is COMPLETED. It
    /// closes the task, too.
    /// </summary>
    public static Decision Confirm(DeliveryState state, CallContext context, DateTimeOffset now)
    {
        if (!state.IsRequest)
            return NotFound;
        if (MayAct(state, context, admin: false) is { } refusal)
            return refusal;
        return state switch
        {
            { IsOpen: false } => Invalid($"The request is closed (current status: {state.Asked})"),
            { Task.Status: DeliveryTaskStatus.Completed } => Decided(state, new RequestCompleted(Confirmed: true, now)),
            { Task: { Status: DeliveryTaskStatus.InProgress, RobotId: null } or { Status: DeliveryTaskStatus.InProgress, ArrivedAt: not null } } =>
                Decided(state, new TaskCompleted(null, null, now), new RequestCompleted(Confirmed: true, now)),
            _ => Invalid($"The book has not arrived yet (current status: {state.Asked})"),
        };
    }

    /// <summary>Who asked, or an admin, calls it off, until the task is IN_PROGRESS.</summary>
    public static Decision Cancel(DeliveryState state, CallContext context, string? reason, DateTimeOffset now)
    {
        if (state.Asked is not { } asked)
            return NotFound;
        if (MayAct(state, context, admin: true) is { } refusal)
            return refusal;
        if (!state.IsOpen)
            return Invalid($"It is closed (current status: {asked})");
        return state.Task?.Status is DeliveryTaskStatus.InProgress or DeliveryTaskStatus.Completed
            ? Invalid($"It is too late to cancel: the delivery is {state.Task.Status}")
            : Decided(state, new DeliveryStopped(DeliveryTaskStatus.Cancelled, reason, now));
    }

    /// <summary>Decides, once and for all, that what does not stand never will.</summary>
    public static Decision GiveUp(DeliveryState state, DateTimeOffset now) =>
        state.Exists || state.Abandoned ? Decision.Unchanged : Decision.Accept(new DeliveryAbandoned(now));

    /// <summary>Closes a request whose reader has not confirmed it in time.</summary>
    public static Decision Wake(DeliveryState state, DateTimeOffset now)
    {
        if (!(state.ConfirmBy <= now))
            return Decision.Unchanged;
        return state.HasOpenTask
            ? Decided(state, new TaskCompleted(null, null, now), new RequestCompleted(Confirmed: false, now))
            : Decided(state, new RequestCompleted(Confirmed: false, now));
    }

    /// <summary>Whether somebody may see it: who asked, and staff.</summary>
    public static bool MaySee(DeliveryView delivery, string account, string role) => delivery.UserId == account || Staff.Contains(role);

    /// <summary>The state does not allow it.</summary>
    internal static Refusal Invalid(string message) => new(DeliveryCodes.InvalidState, message);

    /// <summary>Accepted, with everybody told.</summary>
    internal static Decision Decided(DeliveryState state, params ImmutableArray<IEntityEvent> events)
    {
        var after = events.Aggregate(state, DeliveryFold.Apply);
        return Decision.Accept(events).With([.. DeliveryParties.LetGo(state, after), .. DeliveryNotices.Of(after, events)]);
    }

    // Others' deliveries do not exist for readers; staff see them, and may not act for their owners.
    private static Refusal? MayAct(DeliveryState state, CallContext context, bool admin)
    {
        if (context.Actor == state.UserId || (admin && context.Role == Admin))
            return null;
        return Staff.Contains(context.Role) ? new(RefusalCodes.Forbidden, "Only who asked for it may do this") : NotFound;
    }
}
