using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.References;

/// <summary>The durable state of a category or location: the fold of its events.</summary>
public sealed record ReferenceState<TDetails>(string Id)
    where TDetails : class, IReferenceDetails
{
    /// <summary>Empty until it is decided whether it is made; else one of <see cref="ReferenceStatus"/>.</summary>
    public string Status { get; init; } = "";

    /// <summary>What it says; null until it is made.</summary>
    public TDetails? Details { get; init; }

    /// <summary>The unique name of its code.</summary>
    public EntityKey CodeName { get; init; }

    /// <summary>The unique name of its name, where names are unique.</summary>
    public EntityKey? UniqueName { get; init; }

    /// <summary>What is about to refer to it.</summary>
    public ImmutableArray<ReferenceHold> Holds { get; init; } = [];

    /// <summary>How many holds there ever were: who looks up what refers to it sees by this whether something came meanwhile.</summary>
    public long Referrals { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When what it says last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it is there.</summary>
    public bool Exists => Status == ReferenceStatus.Made;

    /// <summary>Whether a unique name is its own.</summary>
    public bool Owns(EntityKey name) => Exists && (CodeName == name || UniqueName == name);
}

/// <summary>The life of a category or location.</summary>
public static class ReferenceStatus
{
    /// <summary>It is there.</summary>
    public const string Made = "made";

    /// <summary>It was deleted.</summary>
    public const string Deleted = "deleted";

    /// <summary>The id was given up before it was made.</summary>
    public const string Abandoned = "abandoned";
}

/// <summary>Something is about to refer to it.</summary>
public sealed record ReferenceHold(EntityKey Referrer, DateTimeOffset Until) : IReferenceHold;

/// <summary>It is there.</summary>
public sealed record ReferenceCreated<TDetails>(TDetails Details, EntityKey CodeName, EntityKey? UniqueName, DateTimeOffset At) : IEntityEvent;

/// <summary>The id was given up before it was made.</summary>
public sealed record ReferenceAbandoned(DateTimeOffset At) : IEntityEvent;

/// <summary>It says something else.</summary>
public sealed record ReferenceChanged<TDetails>(TDetails Details, EntityKey? UniqueName, DateTimeOffset At) : IEntityEvent;

/// <summary>Something is about to refer to it.</summary>
public sealed record ReferenceHeld(EntityKey Referrer, DateTimeOffset Until) : IEntityEvent;

/// <summary>The referrer's own row says now whether it refers to it.</summary>
public sealed record ReferenceReleased(EntityKey Referrer) : IEntityEvent;

/// <summary>It is gone.</summary>
public sealed record ReferenceDeleted(DateTimeOffset At) : IEntityEvent;
