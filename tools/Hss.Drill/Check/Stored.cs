using System.Collections.Immutable;
using Hss.Silo.Audit;

namespace Hss.Drill.Check;

/// <summary>What is stored when all is quiet.</summary>
/// <param name="Events">Of the kinds that the drill writes, in the order of the feed.</param>
/// <param name="Stocks">The quantities of each product of the drill.</param>
/// <param name="Broken">What <c>audit/verify</c> found broken in the whole journal, or null.</param>
internal sealed record Stored(ImmutableArray<StoredEvent> Events, ImmutableArray<StoredStock> Stocks, string? Broken)
{
    /// <summary>What lists are answered from, compared with the events of every kind.</summary>
    public ListVerification Lists { get; init; } = new(0, 0, []);

    /// <summary>The events of a kind, by entity, each in its order.</summary>
    public ILookup<string, StoredEvent> Of(string kind) => Events.Where(e => e.Kind == kind).OrderBy(e => e.Version).ToLookup(e => e.Id, StringComparer.Ordinal);
}

/// <summary>A product's quantities as the store answers them.</summary>
internal sealed record StoredStock(string Product, long Available, long Held, long Sold, long Received);
