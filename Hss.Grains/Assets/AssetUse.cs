using Hss.Grains.Entities.Journal;

namespace Hss.Grains.Assets;

/// <summary>How assets stand in the journal to those who look what refers to them: the stored names, and the count.</summary>
public static class AssetUse
{
    /// <summary>The stored name of the kind.</summary>
    public const string Kind = "asset";

    /// <summary>The facet that names the category.</summary>
    public const string Category = "category";

    /// <summary>The facet that names the location.</summary>
    public const string Location = "location";

    /// <summary>The facet that names who has it.</summary>
    public const string Holder = "holder";

    /// <summary>The stored status of deleted assets: they refer to nothing any more.</summary>
    public const string Deleted = "deleted";

    /// <summary>How many assets that are not deleted have this value.</summary>
    public static async Task<long> Count(IJournal journal, string facet, string value) => (await journal.List(
        new EntityQuery(Kind) { ExceptStatuses = [Deleted], Facets = [new(facet, FacetOperator.Equal, value)], Limit = 1 }, default)).Total;
}
