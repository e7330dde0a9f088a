using Hss.Grains.Entities.Journal;

namespace Hss.Tests.Journal;

/// <summary>The contract of what operators and housekeeping do.</summary>
public abstract partial class JournalContract
{
    [Fact]
    public async Task Totals_CountAndSumByStatus()
    {
        await Write(
            Commit(Key("1"), 0) with { Index = new(null, "new", Facets: """{"total":100}""") },
            Commit(Key("2"), 0) with { Index = new(null, "new", Facets: """{"total":23}""") },
            Commit(Key("3"), 0) with { Index = new(null, "done") },
            Commit(Key("4", "other"), 0) with { Index = new(null, "new", Facets: """{"total":7}""") });
        Assert.Equal([new("done", 1, 0), new("new", 2, 123)], (StatusTotal[])[.. await Journal.Totals("thing", "total", default)]);
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.Totals("thing", "x'; DROP TABLE entities", default));
    }

    [Fact]
    public async Task Count_GroupsWhatMatches()
    {
        await Write(
            Commit(Key("1"), 0) with { Index = new("a", "new", Facets: """{"day":"2026-01-01","type":"x"}""") },
            Commit(Key("2"), 0) with { Index = new("b", "new", Facets: """{"day":"2026-01-01","type":"y"}""") },
            Commit(Key("3"), 0) with { Index = new("a", "new", Facets: """{"day":"2026-01-02","type":"x"}""") },
            Commit(Key("4"), 0) with { Index = new("a", "done", Facets: """{"day":"2026-01-01","type":"x"}""") },
            Commit(Key("5"), 0) with { Index = new("a", "done") },
            Commit(Key("6", "other"), 0) with { Index = new("a", "new", Facets: """{"day":"2026-01-01","type":"x"}""") });

        var all = new EntityQuery("thing") { Limit = 1, Offset = 2 };
        await Check(all, [], new GroupCount(null, null, 5));
        await Check(all, ["status"], new("done", null, 2), new("new", null, 3));
        await Check(all with { Owner = "a", Statuses = ["new"] }, ["facet:day"], new("2026-01-01", null, 1), new("2026-01-02", null, 1));
        await Check(
            all with { Facets = [new("day", FacetOperator.AtLeast, "2026-01-01")] },
            ["facet:day", "facet:type"],
            new("2026-01-01", "x", 2), new("2026-01-01", "y", 1), new("2026-01-02", "x", 1));
        var withoutFacet = Assert.Single(await Journal.Count(all, ["facet:day"], default), g => g.First is null);
        Assert.Equal(1, withoutFacet.Count);
        await Check(all with { Owner = "nobody" }, ["status"]);
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.Count(all, ["facet:x'; DROP TABLE entities"], default));
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.Count(all, ["status", "facet:day", "facet:type"], default));

        async Task Check(EntityQuery query, string[] fields, params GroupCount[] expected) =>
            Assert.Equal(expected, (GroupCount[])[.. await Journal.Count(query, [.. fields], default)]);
    }

    [Fact]
    public async Task Meta_KeepsTheNewestValue()
    {
        Assert.Null(await Administration.Meta("name"));
        await Administration.SetMeta("name", "1");
        await Administration.SetMeta("name", "2");
        Assert.Equal("2", await Administration.Meta("name"));
    }

    [Fact]
    public async Task PurgeOperations_ForgetsOnlyOlderOnes()
    {
        await Write(
            Commit(Key("1"), 0) with { Operations = [new("old", "f", "o", 1, Now)] },
            Commit(Key("2"), 0) with { Operations = [new("new", "f", "o", 1, Now.AddHours(1))] });
        Assert.Equal(1, await Administration.PurgeOperations(Now.AddHours(1)));
        Assert.Null(await Journal.FindOperation("old"));
        Assert.NotNull(await Journal.FindOperation("new"));
    }

    [Fact]
    public async Task Effects_AreListed_Retried_AndDiscarded()
    {
        await Write(Commit(Key("1"), 0) with { Effects = [new("e1", "mail", "{}"), new("e2", "mail", "{}")] });
        await Journal.ReportEffectFailure("e1", Now, nextTry: null, "no server");

        var parked = Assert.Single(await Administration.Effects(parked: true, 10, default));
        Assert.Equal(("e1", "mail", 1, Now, "no server"), (parked.Id, parked.Target, parked.Attempts, parked.ParkedAt!.Value, parked.LastError));
        Assert.Equal("e2", Assert.Single(await Administration.Effects(parked: false, 10, default)).Id);

        Assert.True(await Administration.RetryEffect("e1", Now.AddMinutes(1)));
        Assert.Contains(await Journal.ClaimEffects(Now.AddMinutes(1), Now.AddMinutes(2), 10), e => e is { Id: "e1", Attempts: 0 });
        Assert.True(await Administration.DiscardEffect("e2"));
        Assert.False(await Administration.DiscardEffect("e2"));
        Assert.False(await Administration.RetryEffect("e2", Now));
    }

    [Fact]
    public async Task Status_SaysWhatIsThere()
    {
        await Write(Commit(Key("1"), 0, events: 3) with { DueAt = Now, Effects = [new("e1", "mail", "{}")] });
        var status = await Administration.Status(default);
        Assert.Equal((3L, 1L, 1L, 0L, 1L), (status.Seq, status.Entities, status.EffectsPending, status.EffectsParked, status.Due));
        Assert.NotEmpty(status.Migrations);
        Assert.Equal(Key("1"), Assert.Single(await Administration.Due(10, default)).Key);
        Assert.InRange(await Administration.ClockDifference(default), TimeSpan.FromSeconds(-2), TimeSpan.FromSeconds(2));
    }
}
