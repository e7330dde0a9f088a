using Hss.Grains.Assets.Imports;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Imports;
using Hss.Interfaces.Entities;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Assets.Imports;

public sealed class ImportRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly CallContext Admin = new("admin", "admin", "r");

    [Fact]
    public void Import_StateIsExactlyTheFoldOfItsEvents_AndItEndsOnceWhenAllRowsWereTried() => FoldProperty.Holds(
        AssetImportKind.Instance,
        "i1",
        [
            (s, now) => Accept(s, 600, now),
            (s, now) => now.Minute % 7 == 0 ? ImportRules.Settle(s, now) : Decision.Unchanged,
            ImportRules.Start,
            (s, now) => ImportRules.Advance(s, s.PartsDone, [], now),
            (s, now) => ImportRules.Advance(s, s.PartsDone, [new(2, "T", "why")], now),
            (s, now) => ImportRules.Advance(s, s.PartsDone - 1, [], now),
            (s, now) => ImportRules.Advance(s, s.PartsDone + 1, [], now),
        ],
        (state, events) =>
            events.OfType<ImportEnded>().Count() <= 1
            && (state.CompletedAt is not null) == (state.WasAccepted && state.PartsDone == state.Parts)
            && state.RowsDone == Math.Min(state.Rows, state.PartsDone * ImportRules.PartRows)
            && (state.Status == ImportStatus.Failed) == (state.CompletedAt is not null && !state.Errors.IsEmpty));

    [Fact]
    public void Accept_KeepsTheRowsInParts_AndSendsThemOnce()
    {
        var decision = Accept(new("i1"), 501, Now);
        Assert.Equal([250, 250, 1], decision.Events.OfType<ImportRowsKept>().Select(e => e.Rows.Length));
        Assert.Equal(ImportRun.Target, Assert.Single(decision.Effects).Target);
        Assert.Equal(Enumerable.Range(1, 501), decision.Events.OfType<ImportRowsKept>().SelectMany(e => e.Rows).Select(r => r.Number));
    }

    [Fact]
    public void Accept_AfterItWasGivenUp_IsRefused_AndTwice_IsAConflict()
    {
        Assert.Equal(ImportCodes.Abandoned, Accept(new("i1") { Status = ImportState.Abandoned }, 1, Now).Refusal!.Code);
        Assert.Equal(RefusalCodes.Conflict, Accept(new("i1") { Status = ImportStatus.Running, Parts = 1 }, 1, Now).Refusal!.Code);
    }

    [Fact]
    public void Settle_OfAnAcceptedOne_ChangesNothing() => Assert.Empty(ImportRules.Settle(new("i1") { Status = ImportStatus.Accepted, Parts = 1 }, Now).Events);

    private static Decision Accept(ImportState state, int rows, DateTimeOffset now) =>
        ImportRules.Accept(state, Admin, [.. Enumerable.Range(1, rows).Select(Row)], [new("asset_category", "c1")], [new("number", "sams.asset.PC.2026")], now);

    private static ImportRow Row(int number) =>
        new(number, number + 1, $"T-{number}", AssetStatus.Available, new("Laptop", "c1", null, null, null, null, null, null, null, null));
}
