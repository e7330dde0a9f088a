using System.Collections.Immutable;

namespace Hss.Api.Assets.Statistics;

/// <summary>All of asset management in numbers. Deleted assets are not counted; of users, categories and locations only those that are switched on.</summary>
/// <param name="AssetsByStatus">Every status, also one without any asset.</param>
public sealed record StatisticsOverview(
    long TotalAssets, ImmutableSortedDictionary<string, long> AssetsByStatus, long PendingWorkflows, long TotalUsers, long TotalCategories, long TotalLocations);

/// <summary>How many assets are of a category.</summary>
public sealed record AssetsOfCategory(string CategoryId, string CategoryName, string CategoryCode, long AssetCount);

/// <summary>How many assets are at a location.</summary>
public sealed record AssetsAtLocation(string LocationId, string LocationName, string LocationCode, string? Site, long AssetCount);

/// <summary>How many assets are in a status.</summary>
public sealed record AssetsInStatus(string Status, long AssetCount);

/// <summary>How many assets are of a grade.</summary>
public sealed record AssetsOfGrade(string Grade, long AssetCount);

/// <summary>Workflows in numbers.</summary>
/// <param name="ByStatus">Every status, also one without any workflow.</param>
/// <param name="ByType">Only types that were used.</param>
public sealed record WorkflowStatistics(long TotalWorkflows, ImmutableSortedDictionary<string, long> ByStatus, ImmutableSortedDictionary<string, long> ByType);
