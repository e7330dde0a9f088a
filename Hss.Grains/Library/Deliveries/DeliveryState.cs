using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Deliveries;

/// <summary>A delivery's durable state: the fold of its events.</summary>
public sealed record DeliveryState(string Id)
{
    /// <summary>Whether it was given up before it stood: it never will.</summary>
    public bool Abandoned { get; init; }

    /// <summary>Empty, or one of <see cref="TaskTypes"/>.</summary>
    public string TaskType { get; init; } = "";

    /// <summary>The reader of a request or return; the librarian of a transport.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The title, or null.</summary>
    public string? BookId { get; init; }

    /// <summary>The title's name when it was asked for, or null.</summary>
    public string? BookTitle { get; init; }

    /// <summary>From where.</summary>
    public string Source { get; init; } = "";

    /// <summary>To where.</summary>
    public string Destination { get; init; } = "";

    /// <summary>One of <see cref="Priorities"/>.</summary>
    public string Priority { get; init; } = Priorities.Normal;

    /// <summary>In the words of who asked, or null.</summary>
    public string? Notes { get; init; }

    /// <summary>The place in the title's queue when it was asked for; null when a copy was free.</summary>
    public int? QueuePosition { get; init; }

    /// <summary>Whether a librarian has approved it.</summary>
    public bool Approved { get; init; }

    /// <summary>Null while the reader waits for a copy, and when the wait was called off.</summary>
    public DeliveryTask? Task { get; init; }

    /// <summary>Empty while it is open; then COMPLETED or CANCELLED.</summary>
    public string End { get; init; } = "";

    /// <summary>When the reader handed a returned book over.</summary>
    public DateTimeOffset? PickedUpAt { get; init; }

    /// <summary>When a request closes by itself; null while nothing has arrived.</summary>
    public DateTimeOffset? ConfirmBy { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When the request closed by itself, as nobody confirmed it.</summary>
    public DateTimeOffset? ClosedUnconfirmedAt { get; init; }

    /// <summary>Why it failed or was called off, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed for callers.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it stands.</summary>
    public bool Exists => TaskType.Length > 0;

    /// <summary>Whether it stands and has not ended.</summary>
    public bool IsOpen => Exists && End.Length == 0;

    /// <summary>A book to its reader.</summary>
    public bool IsRequest => TaskType == TaskTypes.StudentDelivery;

    /// <summary>A book back from its reader.</summary>
    public bool IsReturn => TaskType == TaskTypes.ReturnPickup;

    /// <summary>Whether its task is one robot's now.</summary>
    public bool IsWithRobot => Task is { RobotId: not null, Status: DeliveryTaskStatus.Assigned or DeliveryTaskStatus.InProgress };

    /// <summary>Whether its task can still change.</summary>
    public bool HasOpenTask => Task is { Status: not (DeliveryTaskStatus.Completed or DeliveryTaskStatus.Failed or DeliveryTaskStatus.Cancelled) };

    /// <summary>The status of the request or return, as the contract spells it; null of a transport.</summary>
    public string? Asked => this switch
    {
        { IsRequest: false, IsReturn: false } => null,
        { End.Length: > 0 } => End,
        { IsRequest: true, Task.Status: DeliveryTaskStatus.InProgress or DeliveryTaskStatus.Completed } => AskedStatus.InProgress,
        { IsReturn: true, PickedUpAt: not null } => AskedStatus.PickedUp,
        { Approved: true } => IsRequest ? AskedStatus.Approved : AskedStatus.PickupScheduled,
        _ => AskedStatus.Pending,
    };
}
