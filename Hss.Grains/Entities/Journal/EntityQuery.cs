using System.Collections.Immutable;

namespace Hss.Grains.Entities.Journal;

/// <summary>What a list wants. Filters are joined by "and"; values within one by "or".</summary>
public sealed record EntityQuery(string Kind)
{
    /// <summary>Only of this account.</summary>
    public string? Owner { get; init; }

    /// <summary>Only these ids; null for all.</summary>
    public ImmutableArray<string>? Ids { get; init; }

    /// <summary>Only in one of these statuses; empty for all.</summary>
    public ImmutableArray<string> Statuses { get; init; } = [];

    /// <summary>Not in any of these statuses (deleted ones).</summary>
    public ImmutableArray<string> ExceptStatuses { get; init; } = [];

    /// <summary>Facet filters.</summary>
    public ImmutableArray<FacetFilter> Facets { get; init; } = [];

    /// <summary>Link filters: the entity has this value under this name.</summary>
    public ImmutableArray<EntityLink> Links { get; init; } = [];

    /// <summary>Normalised text that <c>search</c> contains.</summary>
    public string? Search { get; init; }

    /// <summary>More normalised texts that <c>search</c> contains, each of them.</summary>
    public ImmutableArray<string> SearchAll { get; init; } = [];

    /// <summary>Order; ties by id in the direction of the first.</summary>
    public ImmutableArray<SortKey> Sort { get; init; } = [];

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>How many to pass over.</summary>
    public int Offset { get; init; }
}

/// <summary>A condition on a facet.</summary>
/// <param name="Value">Text, or a number (invariant culture) for numeric facets.</param>
public sealed record FacetFilter(string Name, FacetOperator Operator, string Value, bool Numeric = false);

/// <summary>How a facet is compared.</summary>
public enum FacetOperator
{
    /// <summary>Equal.</summary>
    Equal,

    /// <summary>At least.</summary>
    AtLeast,

    /// <summary>At most.</summary>
    AtMost,
}

/// <summary>One key of a list's order.</summary>
/// <param name="Field"><c>created_at</c>, <c>updated_at</c>, <c>id</c>, <c>status</c>, or <c>facet:name</c>.</param>
public sealed record SortKey(string Field, bool Descending = false, bool Numeric = false);
