using Hss.Interfaces.Entities;
using Hss.Tests.Journal.Postgres;

namespace Hss.Tests.Journal.Grains;

public sealed class SqliteProcessGrainTests : ProcessGrainTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

[Collection(PostgresCollection.Name)]
public sealed class PostgresProcessGrainTests(PostgresFixture postgres) : ProcessGrainTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Postgres(postgres.Server);
}

/// <summary>A process on the real host and databases: one command at a time, queries in between.</summary>
public abstract class ProcessGrainTests : GrainTests
{
    private IJourneyGrain Journey => Host.Journey("1");

    private async Task<string[]> Places() => [.. await Journey.Places().WaitAsync(Guard)];

    private Task<Outcome<int>> Go(string place) => Journey.Go(Call(place), place);

    [Fact]
    public async Task Commands_RunOneAtATime_AlsoWhileOneWaitsForACallDownwards()
    {
        var first = Go("Rome");
        await Until(() => Gates.Said.Contains("begin Rome"), "the first command");
        var second = Go("Oslo");
        Gates.Open("Oslo");

        // A query comes after the second command in the mailbox: when it is answered, that command had its chance to begin.
        Assert.Empty(await Places());
        Assert.Equal(["begin Rome"], Gates.Said);
        Gates.Open("Rome");

        Assert.Equal((1, 2), ((await first).Value, (await second).Value));
        Assert.Equal(["begin Rome", "end Rome", "begin Oslo", "end Oslo"], Gates.Said);
    }

    [Fact]
    public async Task Queries_InterleaveWithACommandThatWaits_AndSeeCommittedStateOnly()
    {
        Gates.Open("Rome");
        await Go("Rome");
        var waiting = Go("Oslo");
        await Until(() => Gates.Said.Contains("begin Oslo"), "the command");

        Assert.Equal(["Rome"], await Places());

        Host.Journal.HoldWrites();
        Gates.Open("Oslo");
        await Until(() => Host.Journal.WaitingWrites == 1, "its write");
        Assert.Equal(["Rome"], await Places());
        Assert.False(waiting.IsCompleted);

        Host.Journal.ReleaseWrites();
        await waiting;
        Assert.Equal(["Rome", "Oslo"], await Places());
    }

    [Fact]
    public async Task AnException_ReachesItsCallerOnly_AndLeavesTheProcessUsable()
    {
        Gates.Open("Rome");
        Gates.Open("closed Oslo");
        await Go("Rome");
        var (failing, next) = (Go("closed Oslo"), Go("Rome"));

        Assert.Equal("closed Oslo is closed", (await Assert.ThrowsAsync<InvalidDataException>(() => failing)).Message);
        Assert.Equal(2, (await next).Value);
        Assert.Equal(["Rome", "Rome"], await Places());
        Assert.Equal(2, (await Events(JourneyKind.Instance.Key("1"))).Length);
    }

    [Fact]
    public async Task AFailedWrite_FailsItsCommand_AndTheNextOneReloads()
    {
        Gates.Open("Rome");
        Gates.Open("Oslo");
        Host.Journal.Plan = batch => batch.Commits[0].Events[0].RequestId == "Oslo" ? WriteFault.Before : WriteFault.None;
        await Go("Rome");

        Assert.Equal(JournalFault.Busy, (await Assert.ThrowsAsync<JournalException>(() => Go("Oslo"))).Fault);
        Assert.Equal(["Rome"], await Places());
        Assert.Equal(2, (await Go("Rome")).Value);
    }
}
