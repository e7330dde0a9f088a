using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets.Imports;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Imports;

/// <summary>An import's durable state: the fold of its events. The rows are in the events alone, a part each.</summary>
public sealed record ImportState(string Id)
{
    /// <summary>The status of an id that was given up before its import was accepted.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>Empty until it is decided whether it is accepted; see <see cref="ImportStatus"/>.</summary>
    public string Status { get; init; } = "";

    /// <summary>How many rows.</summary>
    public int Rows { get; init; }

    /// <summary>How many parts.</summary>
    public int Parts { get; init; }

    /// <summary>Parts whose rows were all tried.</summary>
    public int PartsDone { get; init; }

    /// <summary>Rows in those parts.</summary>
    public int RowsDone { get; init; }

    /// <summary>Rows that could not become assets.</summary>
    public ImmutableArray<ImportRowError> Errors { get; init; } = [];

    /// <summary>The categories and locations that are held until the end.</summary>
    public ImmutableArray<EntityKey> References { get; init; } = [];

    /// <summary>The series that numbers were taken of.</summary>
    public ImmutableArray<EntityKey> Series { get; init; } = [];

    /// <summary>Who imports.</summary>
    public string By { get; init; } = "";

    /// <summary>That account's role.</summary>
    public string Role { get; init; } = "";

    /// <summary>The request that it came with.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Whether it was ever accepted.</summary>
    public bool WasAccepted => Parts > 0;
}

/// <summary>All that the rows need is held; the rows follow, a part each, in the same commit.</summary>
public sealed record ImportAccepted(
    int Rows, int Parts, ImmutableArray<EntityKey> References, ImmutableArray<EntityKey> Series, string By, string Role, string RequestId, DateTimeOffset At) : IEntityEvent;

/// <summary>Some of the rows. They are not shown with the event: they become assets, which show them.</summary>
public sealed record ImportRowsKept([property: Secret] ImmutableArray<ImportRow> Rows) : IEntityEvent;

/// <summary>The id was given up before the import was accepted.</summary>
public sealed record ImportAbandoned(DateTimeOffset At) : IEntityEvent;

/// <summary>The rows become assets from now on.</summary>
public sealed record ImportStarted(DateTimeOffset At) : IEntityEvent;

/// <summary>The rows of a part are assets, but for those that are named.</summary>
public sealed record ImportAdvanced(int Part, int Rows, ImmutableArray<ImportRowError> Errors, DateTimeOffset At) : IEntityEvent;

/// <summary>All rows were tried.</summary>
public sealed record ImportEnded(string Status, DateTimeOffset At) : IEntityEvent;
