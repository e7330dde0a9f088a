using System.Collections.Immutable;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Registry;

/// <summary>An asset's durable state: the fold of its events.</summary>
public sealed record AssetState(string Id)
{
    /// <summary>The status of an id that was given up before its asset was made.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>Empty until it is decided whether the asset is made; see <see cref="AssetStatus"/>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Unique, for ever.</summary>
    public string Tag { get; init; } = "";

    /// <summary>What keeps the tag for it: a series of numbers or a unique name.</summary>
    public EntityKey TagKeeper { get; init; }

    /// <summary>What people say about it.</summary>
    public AssetDetails Details { get; init; } = new("", "", null, null, null, null, null, null, null, null);

    /// <summary>Who has it; nobody unless it is assigned.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>When its holder is expected to bring it back.</summary>
    public DateTimeOffset? DueBack { get; init; }

    /// <summary>The workflow by which its holder got it.</summary>
    public string? CheckoutWorkflow { get; init; }

    /// <summary>Those that were not over at the last event about reservations, by time.</summary>
    public ImmutableArray<AssetReservation> Reservations { get; init; } = [];

    /// <summary>The workflow that is being approved, or null.</summary>
    public AssetHold? Hold { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was deleted, or null.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Whether it was ever made.</summary>
    public bool WasMade => Tag.Length > 0;

    /// <summary>Whether it is there.</summary>
    public bool Exists => WasMade && DeletedAt is null;
}

/// <summary>A workflow is being approved.</summary>
public sealed record AssetHold(WorkflowStep Step, DateTimeOffset Until);
