using Hss.Grains.Entities;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Deliveries;

/// <summary>A reader asked for a book. Its task stands at once, unless the reader waits for a copy.</summary>
/// <param name="QueuePosition">The place in the title's queue; null when a copy is reserved.</param>
public sealed record BookRequested(
    string UserId, string BookId, string BookTitle, string Source, string Destination, string? Notes, int? QueuePosition, DateTimeOffset At) : IEntityEvent;

/// <summary>A copy came free for the reader, who waited: the task stands.</summary>
public sealed record RequestGranted(DateTimeOffset At) : IEntityEvent;

/// <summary>A reader gives a book back.</summary>
public sealed record ReturnRequested(string UserId, string BookId, string? BookTitle, string Source, string Destination, DateTimeOffset At) : IEntityEvent;

/// <summary>A librarian wants something carried.</summary>
public sealed record TransportRequested(
    string UserId, string TaskType, string Source, string Destination, string Priority, string? BookId, string? BookTitle, string? Notes, DateTimeOffset At) : IEntityEvent;

/// <summary>It was given up before it stood.</summary>
public sealed record DeliveryAbandoned(DateTimeOffset At) : IEntityEvent;

/// <summary>A librarian approved the request, or scheduled the return.</summary>
public sealed record DeliveryApproved(DateTimeOffset At) : IEntityEvent;

/// <summary>A librarian put the book on the robot's place.</summary>
public sealed record BookPlaced(DateTimeOffset At) : IEntityEvent;

/// <summary>A robot has the task.</summary>
public sealed record TaskAssigned(string RobotId, long FencingToken, DateTimeOffset At) : IEntityEvent;

/// <summary>An assignment held a robot and came to nothing: its token is spent.</summary>
public sealed record AssignmentGivenUp(long FencingToken, DateTimeOffset At) : IEntityEvent;

/// <summary>It is on its way.</summary>
public sealed record TaskStarted(string? Reason, DateTimeOffset At) : IEntityEvent;

/// <summary>The robot came further.</summary>
public sealed record TaskProgressed(double Progress, DateTimeOffset At) : IEntityEvent;

/// <summary>The robot is where it was sent.</summary>
/// <param name="ConfirmBy">When the request closes by itself; null when nobody is waited for.</param>
public sealed record RobotArrived(DateTimeOffset? ConfirmBy, DateTimeOffset At) : IEntityEvent;

/// <summary>The robot was lost: the task stands at the head of its priority's queue again.</summary>
public sealed record TaskReturned(long FencingToken, DateTimeOffset At) : IEntityEvent;

/// <summary>The reader handed a returned book over.</summary>
public sealed record BookHandedOver(DateTimeOffset At) : IEntityEvent;

/// <summary>The task is done. A return and a transport end with it; a request waits for its reader.</summary>
/// <param name="ConfirmBy">When the request closes by itself; null when nobody is waited for.</param>
public sealed record TaskCompleted(DateTimeOffset? ConfirmBy, string? Reason, DateTimeOffset At) : IEntityEvent;

/// <summary>The request ended with its reader having the book.</summary>
/// <param name="Confirmed">Whether the reader said so; else it closed by itself.</param>
public sealed record RequestCompleted(bool Confirmed, DateTimeOffset At) : IEntityEvent;

/// <summary>It failed or was called off, and what was asked for with it.</summary>
/// <param name="Status"><see cref="DeliveryTaskStatus.Failed"/> or <see cref="DeliveryTaskStatus.Cancelled"/>.</param>
public sealed record DeliveryStopped(string Status, string? Reason, DateTimeOffset At) : IEntityEvent;
