using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Hss.Tests.Api.LongestFirst", "Hss.Tests.Api")]

namespace Hss.Tests.Api;

/// <summary>The drill, and tests that kill servers, take longest: they begin first, so that no core waits at the end for the last of them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = ["Kill", "Drill"];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(c => Longest.Any(l => c.DisplayName.Contains(l, StringComparison.Ordinal))).ThenBy(c => c.DisplayName, StringComparer.Ordinal);
}
