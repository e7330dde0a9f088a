using System.Collections.Immutable;
using Hss.Drill.Check;
using Hss.Grains.Entities.Journal;

namespace Hss.Tests.Unit.Drill;

/// <summary>The drill finds whatever a list would be answered from that the events do not say, and nothing else.</summary>
public sealed class ListsCheckTests
{
    private static readonly DateTimeOffset Due = SmallRun.Loan.DueAt!.Value;

    private readonly SmallRun _run = new();

    public static TheoryData<string, EntityIndex> StaleColumns => new()
    {
        { "by its events and its state its owner should be ann, stored is bob", SmallRun.Loan.Index with { Owner = "bob" } },
        { "by its events and its state its owner should be ann, stored is nothing", SmallRun.Loan.Index with { Owner = null } },
        { "by its events and its state its status should be out, stored is in", SmallRun.Loan.Index with { Status = "in" } },
        { "by its events and its state its search text should be another one, stored is one", SmallRun.Loan.Index with { Search = " gosta" } },
        { """by its events and its state its facets should be {"year":1891,"rating":4.50}, stored is {"year":1892,"rating":4.50}""", SmallRun.Loan.Index with { Facets = """{"year":1892,"rating":4.50}""" } },
        { """by its events and its state its facets should be {"year":1891,"rating":4.50}, stored is {"year":1891}""", SmallRun.Loan.Index with { Facets = """{"year":1891}""" } },
        { """by its events and its state its facets should be {"year":1891,"rating":4.50}, stored is nothing""", SmallRun.Loan.Index with { Facets = null } },
    };

    [Theory]
    [MemberData(nameof(StaleColumns))]
    public void StaleListColumns_AreFound(string finding, EntityIndex stored) => AssertFound(finding, SmallRun.Loan with { Index = stored });

    [Fact]
    public void ALinkThatStayed_IsFound() => AssertFound("by its events and its state its link borrower should be nothing, stored is bob", Linked([.. SmallRun.Loan.Links, new("borrower", "bob")]));

    [Fact]
    public void AMissingLink_IsFound() => AssertFound("by its events and its state its link borrower should be ann, stored is nothing", Linked(SmallRun.Loan.Links.RemoveAt(0)));

    [Fact]
    public void ALinkThatOthersMayHaveToo_IsFound()
    {
        _run.Listed = Linked([SmallRun.Loan.Links[0], SmallRun.Loan.Links[1] with { Unique = false }]);
        Assert.Equal(
            ["by its events and its state its link isbn should be 9789100000000 (unique), stored is nothing", "by its events and its state its link isbn should be nothing, stored is 9789100000000"],
            _run.Check().Select(f => f.Text));
    }

    [Fact]
    public void AnEntityThatIsWokenTooLate_IsFound() => AssertFound(
        "by its events and its state its due_at should be at the latest 2026-11-01T00:00:30.0000000+00:00, stored is 2026-11-01T00:00:30.0000010+00:00",
        SmallRun.Loan with { DueAt = Due.AddMicroseconds(1) });

    [Fact]
    public void AnEntityThatIsNeverWoken_IsFound() =>
        AssertFound("by its events and its state its due_at should be at the latest 2026-11-01T00:00:30.0000000+00:00, stored is nothing", SmallRun.Loan with { DueAt = null });

    [Fact]
    public void ADueTimeThatWasNotPutOffYet_IsNoFinding() => AssertNothing(SmallRun.Loan with { DueAt = Due.AddSeconds(-1) });

    [Fact]
    public void AnotherOrderOfFacetsAndLinks_AndNumbersWrittenOtherwise_AreNoFinding() => AssertNothing(SmallRun.Loan with
    {
        Index = SmallRun.Loan.Index with { Facets = """{ "rating": 45e-1, "year": 1891.0 }""" },
        Links = [.. SmallRun.Loan.Links.Reverse()],
    });

    private static EntityListing Linked(ImmutableArray<EntityLink> links) => SmallRun.Loan with { Links = links };

    private void AssertFound(string finding, EntityListing stored)
    {
        _run.Listed = stored;
        Assert.Equal(new Finding(Faults.List, "book/K1", finding), Assert.Single(_run.Check()));
    }

    private void AssertNothing(EntityListing stored)
    {
        _run.Listed = stored;
        Assert.Empty(_run.Check());
    }
}
