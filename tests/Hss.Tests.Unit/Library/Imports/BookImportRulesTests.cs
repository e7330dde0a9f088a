using Hss.Grains.Entities;
using Hss.Grains.Library.Imports;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Library.Imports;

public sealed class BookImportRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly BookImportResult Two = new(2, [new(3, "9780306406157", "there")], [new(4, ["title is required"])]);

    [Fact]
    public void OtherRowsUnderTheSameKey_AreRefused()
    {
        var begun = new BookImportState("i", "one", 4);
        Assert.Same(Decision.Unchanged, BookImportRules.Start(begun, 4, "one", Now));
        Assert.Equal(RefusalCodes.KeyReused, BookImportRules.Start(begun, 4, "two", Now).Refusal?.Code);
        Assert.Equal(RefusalCodes.NotFound, BookImportRules.Finish(new("x"), Two, Now).Refusal?.Code);
    }

    [Fact]
    public void AnImport_BeginsAndEndsOnce_WhateverComes() => FoldProperty.Holds(
        BookImportKind.Instance,
        "i",
        [
            (s, now) => BookImportRules.Start(s, 4, "one", now),
            (s, now) => BookImportRules.Start(s, 4, "two", now),
            (s, now) => BookImportRules.Finish(s, Two, now),
            (s, now) => BookImportRules.Finish(s, new(0, [], []), now),
        ],
        static (_, events) => events.Count(e => e is BookImportStarted) <= 1 && events.Count(e => e is BookImportFinished) <= 1);
}
