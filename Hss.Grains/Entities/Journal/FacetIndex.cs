namespace Hss.Grains.Entities.Journal;

/// <summary>A facet that lists of a kind filter or sort on: it gets a partial index of that kind's rows.</summary>
/// <param name="Kind">The stored name of the kind.</param>
/// <param name="Facet">The facet's name.</param>
/// <param name="Numeric">Whether it is compared as a number; else as text, byte by byte.</param>
public sealed record FacetIndex(string Kind, string Facet, bool Numeric = false)
{
    /// <summary>The index's name in the database.</summary>
    public string Name => $"{Prefix}{Kind}_{Facet}{(Numeric ? "_number" : "")}";

    /// <summary>How the names of all of them begin.</summary>
    public const string Prefix = "facet_";
}
