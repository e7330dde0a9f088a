using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Registry;

/// <summary>The asset is there.</summary>
public sealed record AssetCreated(
    string Tag, EntityKey TagKeeper, AssetDetails Details, string Status, string? AssignedTo, DateTimeOffset At) : IEntityEvent;

/// <summary>The id was given up before the asset was made.</summary>
public sealed record AssetAbandoned(DateTimeOffset At) : IEntityEvent;

/// <summary>What is said about it, or who has it, was changed at once.</summary>
/// <param name="Fields">The names of what changed, as the contract writes them.</param>
public sealed record AssetChanged(
    ImmutableArray<string> Fields, AssetStanding Before, AssetStanding After, AssetDetails Old, AssetDetails New, DateTimeOffset At) : IEntityEvent;

/// <summary>Its status is another one. Who had it loses it by an event of its own.</summary>
public sealed record AssetStatusChanged(string From, string To, string? Reason, string? WorkflowId, DateTimeOffset At) : IEntityEvent;

/// <summary>Somebody has it now.</summary>
/// <param name="From">Who had it until now, or null.</param>
/// <param name="OldStatus">Its status until now.</param>
/// <param name="DueBack">Until when, or null.</param>
/// <param name="Transferred">Whether it went from one person to another by a workflow.</param>
public sealed record AssetAssigned(
    string? From, string To, string OldStatus, DateTimeOffset? DueBack, bool Transferred, string? Reason, string? WorkflowId, DateTimeOffset At) : IEntityEvent;

/// <summary>Its holder has it no longer.</summary>
/// <param name="OldStatus">Its status until now.</param>
/// <param name="NewStatus">Its status from now on.</param>
public sealed record AssetUnassigned(
    string? From, string OldStatus, string NewStatus, string? Reason, string? WorkflowId, DateTimeOffset At) : IEntityEvent;

/// <summary>It is somewhere else, or nowhere in particular.</summary>
public sealed record AssetMoved(string? From, string? To, string? Reason, DateTimeOffset At) : IEntityEvent;

/// <summary>It is deleted and disposed.</summary>
public sealed record AssetDeleted(AssetStanding Before, DateTimeOffset At) : IEntityEvent;

/// <summary>A workflow is being approved.</summary>
public sealed record AssetHeld(WorkflowStep Step, DateTimeOffset Until) : IEntityEvent;

/// <summary>The workflow is decided.</summary>
public sealed record AssetReleased(EntityKey Workflow, DateTimeOffset At) : IEntityEvent;

/// <summary>It is kept for a person.</summary>
public sealed record AssetReserved(AssetReservation Reservation, DateTimeOffset At) : IEntityEvent;

/// <summary>It is kept for a person no longer.</summary>
public sealed record AssetReservationCancelled(AssetReservation Reservation, DateTimeOffset At) : IEntityEvent;

/// <summary>Status and holder of one moment.</summary>
public sealed record AssetStanding(string Status, string? AssignedTo);
