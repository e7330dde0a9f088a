using System.Collections.Immutable;
using Hss.Api.Platform.Wire;

namespace Hss.Api.Library;

/// <summary>Which page a caller wants.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Limit">Rows a page.</param>
public readonly record struct LunaPage(int Number, int Limit)
{
    /// <summary>How many rows come before it.</summary>
    public int Offset => (Number - 1) * Limit;
}

/// <summary>What all lists of LUNA read: page, limit, and where they can be sorted, sort and order.</summary>
public static class LunaLists
{
    private const int MaxLimit = 100;

    /// <summary>From 1; a page behind the last is empty.</summary>
    public static readonly QueryParameter<int> Page = Parameters.Whole("page", "Which page, from 1", 1, 1, int.MaxValue / MaxLimit);

    /// <summary>1..100 rows a page, 20 when nothing is said; out of bounds is a fault.</summary>
    public static readonly QueryParameter<int> Limit = Parameters.Limit(20, MaxLimit);

    /// <summary>What a list is sorted by.</summary>
    public static QueryParameter<string?> Sort(ImmutableArray<string> fields, string otherwise) => Parameters.Choice("sort", "What to sort by", fields, otherwise);

    /// <summary>The direction; a list keeps one of each default.</summary>
    public static QueryParameter<string?> Order(string otherwise = "asc") => Parameters.Choice("order", "Upwards or downwards", ["asc", "desc"], otherwise);

    /// <summary>Reads <see cref="Page"/> and <see cref="Limit"/>.</summary>
    public static LunaPage ReadPage(this QueryReader query) => new(query.Get(Page), query.Get(Limit));
}
