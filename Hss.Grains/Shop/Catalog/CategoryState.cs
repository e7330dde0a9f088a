using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Shop.Catalog;

/// <summary>A category's durable state: the fold of its events.</summary>
public sealed record CategoryState(string Id)
{
    /// <summary>The status of a category that exists.</summary>
    public const string Active = "active";

    /// <summary>The status of a category that was deleted.</summary>
    public const string Deleted = "deleted";

    /// <summary>The status of a number that was given up before its category was made.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>Empty until it is decided whether the category is made.</summary>
    public string Status { get; init; } = "";

    /// <summary>As it is shown.</summary>
    public string Name { get; init; } = "";

    /// <summary>The unique name of it.</summary>
    public EntityKey UniqueName { get; init; }

    /// <summary>Products that are about to refer to it.</summary>
    public ImmutableArray<CategoryHold> Holds { get; init; } = [];

    /// <summary>Whether it is there.</summary>
    public bool Exists => Status == Active;
}

/// <summary>A product is about to refer to the category.</summary>
public sealed record CategoryHold(EntityKey Product, DateTimeOffset Until) : IReferenceHold
{
    EntityKey IReferenceHold.Referrer => Product;
}

/// <summary>The category is there.</summary>
public sealed record CategoryCreated(string Name, EntityKey UniqueName, DateTimeOffset At) : IEntityEvent;

/// <summary>The number was given up before the category was made.</summary>
public sealed record CategoryAbandoned(DateTimeOffset At) : IEntityEvent;

/// <summary>It has another name.</summary>
public sealed record CategoryRenamed(string Name, EntityKey UniqueName, DateTimeOffset At) : IEntityEvent;

/// <summary>A product is about to refer to it.</summary>
public sealed record CategoryHeld(EntityKey Product, DateTimeOffset Until) : IEntityEvent;

/// <summary>The product's own row says now whether it refers to it.</summary>
public sealed record CategoryReleased(EntityKey Product) : IEntityEvent;

/// <summary>The category is gone.</summary>
public sealed record CategoryDeleted(DateTimeOffset At) : IEntityEvent;
