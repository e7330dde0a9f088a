using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Deliveries;

/// <summary>Deliveries in the journal.</summary>
public sealed class DeliveryKind() : EntityKind<DeliveryState>(
    "delivery",
    schema: 1,
    EventType.Of<BookRequested>("delivery.book_requested"),
    EventType.Of<RequestGranted>("delivery.granted"),
    EventType.Of<ReturnRequested>("delivery.return_requested"),
    EventType.Of<TransportRequested>("delivery.transport_requested"),
    EventType.Of<DeliveryAbandoned>("delivery.abandoned"),
    EventType.Of<DeliveryApproved>("delivery.approved"),
    EventType.Of<BookPlaced>("delivery.book_placed"),
    EventType.Of<TaskAssigned>("delivery.assigned"),
    EventType.Of<AssignmentGivenUp>("delivery.assignment_given_up"),
    EventType.Of<TaskStarted>("delivery.started"),
    EventType.Of<TaskProgressed>("delivery.progressed"),
    EventType.Of<RobotArrived>("delivery.arrived"),
    EventType.Of<TaskReturned>("delivery.task_returned"),
    EventType.Of<BookHandedOver>("delivery.handed_over"),
    EventType.Of<TaskCompleted>("delivery.task_completed"),
    EventType.Of<RequestCompleted>("delivery.completed"),
    EventType.Of<DeliveryStopped>("delivery.stopped"))
{
    /// <summary>The status of the entity while it is open: somebody still waits for something.</summary>
    public const string Open = "open";

    /// <summary>The status of the entity when it has ended.</summary>
    public const string Closed = "closed";

    /// <summary>The status of the entity that was given up before it stood.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>The facet of <see cref="DeliveryState.TaskType"/>.</summary>
    public const string TypeFacet = "type";

    /// <summary>The facet of the task's status, or <see cref="NoTask"/>.</summary>
    public const string TaskFacet = "task";

    /// <summary>The value of <see cref="TaskFacet"/> where there is no task.</summary>
    public const string NoTask = "none";

    /// <summary>The facet of the request's or return's status; transports have none.</summary>
    public const string AskedFacet = "asked";

    /// <summary>The facet of what sort of delivery it is: <see cref="Request"/>, <see cref="Return"/> or <see cref="Transport"/>.</summary>
    public const string SortFacet = "sort";

    /// <summary>The facet of the title.</summary>
    public const string BookFacet = "book";

    /// <summary>The facet of the robot that has, or last had, the task.</summary>
    public const string RobotFacet = "robot";

    /// <summary>The text facet in whose order queued tasks are given out: priority, then what came back from a lost robot, then age.</summary>
    public const string RankFacet = "rank";

    /// <summary>A book to its reader.</summary>
    public const string Request = "request";

    /// <summary>A book back from its reader.</summary>
    public const string Return = "return";

    /// <summary>A transport by staff.</summary>
    public const string Transport = "transport";

    /// <summary>The one instance.</summary>
    public static readonly DeliveryKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "luna.deliveries";

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets =>
    [
        new(Name, TypeFacet),
        new(Name, TaskFacet),
        new(Name, AskedFacet),
        new(Name, SortFacet),
        new(Name, BookFacet),
        new(Name, RobotFacet),
        new(Name, RankFacet),
    ];

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IDeliveryGrain>(key.ToString());

    /// <inheritdoc />
    public override DeliveryState Initial(string id) => new(id);

    /// <inheritdoc />
    public override DeliveryState Apply(DeliveryState state, IEntityEvent e) => DeliveryFold.Apply(state, e);

    /// <inheritdoc />
    public override DateTimeOffset? DueAt(DeliveryState state) => state.ConfirmBy;

    /// <inheritdoc />
    public override EntityIndex Index(DeliveryState state)
    {
        if (!state.Exists)
            return new(null, state.Abandoned ? Abandoned : "");
        var facets = new JsonObject
        {
            [TypeFacet] = state.TaskType,
            [TaskFacet] = state.Task?.Status ?? NoTask,
            [SortFacet] = SortOf(state),
        };
        Add(AskedFacet, state.Asked);
        Add(BookFacet, state.BookId);
        Add(RobotFacet, state.Task?.RobotId);
        Add(RankFacet, Rank(state));
        return new(state.UserId, state.IsOpen ? Open : Closed, Facets: facets.ToJsonString());

        void Add(string name, string? value)
        {
            if (value is not null)
                facets[name] = value;
        }
    }

    /// <inheritdoc />
    public override string Audience(DeliveryState state, IEntityEvent e) =>
        e is DeliveryAbandoned or AssignmentGivenUp ? "" : $"{state.UserId} luna:LIBRARIAN luna:ADMIN";

    /// <summary>What sort of delivery it is, as <see cref="SortFacet"/> has it.</summary>
    public static string SortOf(DeliveryState state) => state switch
    {
        { IsRequest: true } => Request,
        { IsReturn: true } => Return,
        _ => Transport,
    };

    // Ordinal order of text: the highest priority first, then the task that a lost robot let go, then the oldest.
    private static string? Rank(DeliveryState state) => state.Task is { } task
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{Priorities.All.Length - 1 - Priorities.All.IndexOf(state.Priority)}{(task.Returned ? 0 : 1)}{(task.CreatedAt.UtcTicks / TimeSpan.TicksPerMicrosecond):D18}")
        : null;
}

/// <summary>What callers see of a delivery's state.</summary>
public static class DeliveryViews
{
    /// <summary>The view of a state; the caller adds the version where it knows it.</summary>
    public static DeliveryView Of(DeliveryState state) => new(
        state.Id,
        state.UserId,
        state.TaskType,
        state.BookId,
        state.BookTitle,
        state.Source,
        state.Destination,
        state.Priority,
        state.Notes,
        state.Asked,
        state.Task,
        state.CreatedAt,
        state.UpdatedAt,
        state.PickedUpAt,
        state.ClosedAt,
        state.ClosedUnconfirmedAt,
        state.Reason,
        Version: 0,
        state.IsOpen && state.Task is null ? state.QueuePosition : null);
}
