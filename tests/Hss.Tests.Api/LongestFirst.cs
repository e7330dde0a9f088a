using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Hss.Tests.Api.LongestFirst", "Hss.Tests.Api")]

namespace Hss.Tests.Api;

/// <summary>Tests that kill servers take longest: they begin first, so that no core waits at the end for the last of them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(c => c.DisplayName.Contains("Kill", StringComparison.Ordinal)).ThenBy(c => c.DisplayName, StringComparer.Ordinal);
}
