using System.Collections.Immutable;
using Hss.Grains.Assets;
using Hss.Grains.Assets.References;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Assets.Workflows;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Workflows;
using Hss.Silo.Assets.Accounts;

namespace Hss.Silo.Assets.Statistics;

/// <summary>Counts of asset management, each one grouped statement over committed rows: an acknowledged write is counted at once.</summary>
public sealed class AssetStatistics(IJournal journal, AssetMembers members, TimeProvider time)
{
    private static EntityQuery Assets => new(AssetKind.Instance.Name) { Statuses = AssetStatus.All };

    /// <summary>How many assets there are in each status, those without any included.</summary>
    public async Task<ImmutableArray<(string Status, long Count)>> ByStatus(CancellationToken cancellation)
    {
        var counts = await Grouped(Assets, "status", cancellation).ConfigureAwait(false);
        return [.. AssetStatus.All.Select(s => (s, counts.GetValueOrDefault(s)))];
    }

    /// <summary>How many assets there are of each grade, the newest first.</summary>
    public async Task<ImmutableArray<(string Grade, long Count)>> ByGrade(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var grades = ImmutableArray.CreateBuilder<(string, long)>();
        foreach (var grade in AssetGrades.All)
            grades.Add((grade, await Count(Assets with { Facets = AssetGrades.Filters(grade, now) }, cancellation).ConfigureAwait(false)));
        return grades.ToImmutable();
    }

    /// <summary>How many assets refer to each category, by its id.</summary>
    public Task<ImmutableDictionary<string, long>> ByCategory(CancellationToken cancellation) => Grouped(Assets, $"facet:{AssetUse.Category}", cancellation);

    /// <summary>How many assets are at each location, by its id.</summary>
    public Task<ImmutableDictionary<string, long>> ByLocation(CancellationToken cancellation) => Grouped(Assets, $"facet:{AssetUse.Location}", cancellation);

    /// <summary>How many workflows there are in each status.</summary>
    public Task<ImmutableDictionary<string, long>> WorkflowsByStatus(CancellationToken cancellation) => Grouped(Workflows, "status", cancellation);

    /// <summary>How many workflows there are of each type that was used.</summary>
    public Task<ImmutableDictionary<string, long>> WorkflowsByType(CancellationToken cancellation) => Grouped(Workflows, $"facet:{WorkflowKind.TypeFacet}", cancellation);

    /// <summary>How many members are switched on.</summary>
    public async Task<long> Members(CancellationToken cancellation) => (await members.List(new(Active: true), 0, 1, cancellation).ConfigureAwait(false)).Total;

    /// <summary>How many categories are switched on.</summary>
    public Task<long> Categories(CancellationToken cancellation) => Count(Active(AssetCategoryKind.Instance.Name), cancellation);

    /// <summary>How many locations are switched on.</summary>
    public Task<long> Locations(CancellationToken cancellation) => Count(Active(AssetLocationKind.Instance.Name), cancellation);

    private static EntityQuery Workflows => new(WorkflowKind.Instance.Name) { Statuses = WorkflowStatus.All };

    private static EntityQuery Active(string kind) => new(kind) { Statuses = [ReferenceFacets.Active] };

    private async Task<long> Count(EntityQuery query, CancellationToken cancellation) =>
        (await journal.Count(query, [], cancellation).ConfigureAwait(false)).Sum(g => g.Count);

    private async Task<ImmutableDictionary<string, long>> Grouped(EntityQuery query, string field, CancellationToken cancellation)
    {
        var groups = await journal.Count(query, [field], cancellation).ConfigureAwait(false);
        return groups.Where(g => g.First is not null).ToImmutableDictionary(g => g.First!, g => g.Count, StringComparer.Ordinal);
    }
}
