using Hss.Interfaces.Entities;
using Hss.Silo.Effects;
using Hss.Silo.Journal;
using Hss.Tests.Journal.Postgres;

namespace Hss.Tests.Journal.Grains;

public sealed class SqliteEffectTests : EffectTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

[Collection(PostgresCollection.Name)]
public sealed class PostgresEffectTests(PostgresFixture postgres) : EffectTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Postgres(postgres.Server);
}

/// <summary>Effects that a grain's commit carries, on the real host and databases, on a clock that stands still.</summary>
public abstract class EffectTests : GrainTests
{
    private Task<Outcome<TallyView>> Tell(string text) => Host.Tally("1").Tell(Call(text), text, text);

    private string[] Texts() => [.. Inbox.Kept.Select(k => Host.Codec.Decode<Telling>(TallyKind.Instance.Key("1"), k.Value).Text).Order()];

    private async Task<int> Count(bool parked) => (await Database.Administration.Effects(parked, 1000, default)).Length;

    [Fact]
    public async Task Effects_AreSentRightAfterTheirCommit_AndNotBefore()
    {
        await Host.Effects.StartAsync(default);
        Host.Journal.HoldWrites();
        var calls = new[] { Tell("one"), Tell("two"), Tell("three") };
        await Until(() => Host.Journal.WaitingWrites == 1, "the write");
        Assert.Empty(Inbox.Tries);

        Host.Journal.ReleaseWrites();

        // The clock stands still: nothing but the commit itself sends them.
        await Task.WhenAll(calls);
        await Until(() => Inbox.Tries.Count == 3, "the effects");
        Assert.Equal(["one", "three", "two"], Texts());
        await Host.Effects.StopAsync(default);
    }

    [Fact]
    public async Task EffectsOfAFailedWrite_AreNeverSent()
    {
        Host.Journal.Plan = _ => WriteFault.Before;
        await Assert.ThrowsAsync<JournalException>(() => Tell("lost"));
        Host.Journal.Plan = null;
        await Tell("kept");

        Clock.Advance(CommitPipeline.EffectClaim);
        await Host.Effects.RunOnce(default);

        Assert.Equal(["kept"], Texts());
    }

    [Fact]
    public async Task PendingEffects_AreSentAfterARestart()
    {
        // No worker runs: the process dies between the commit and the sending.
        await Tell("one");
        await Tell("two");
        await Restart();

        Assert.Equal(0, await Host.Effects.RunOnce(default));
        Clock.Advance(CommitPipeline.EffectClaim);
        Assert.Equal(2, await Host.Effects.RunOnce(default));
        Assert.Equal(["one", "two"], Texts());
        Assert.Equal(0, await Count(parked: false));
    }

    [Fact]
    public async Task AnEffect_IsSentAgainUntilItWasTaken_AndTheReceiverKnowsItByItsId()
    {
        await Tell("one");
        Clock.Advance(CommitPipeline.EffectClaim);

        // The receiver has taken it, but the sender never learns.
        Inbox.Afterwards = _ => throw new IOException("cut");
        await Host.Effects.RunOnce(default);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Restart();
        await Host.Effects.RunOnce(default);
        Inbox.Afterwards = null;
        Clock.Advance(TimeSpan.FromSeconds(2));
        await Host.Effects.RunOnce(default);
        Clock.Advance(EffectRetry.LongestWait);
        Assert.Equal(0, await Host.Effects.RunOnce(default));

        Assert.Equal([0, 1, 2], Inbox.Tries.Select(t => t.Attempts));
        Assert.Equal(["tally/1@1/tell"], Inbox.Tries.Select(t => t.Id).Distinct());
        Assert.Equal(["one"], Texts());
    }

    [Fact]
    public async Task AFailingEffect_WaitsOneSecondDoubling_AndIsParkedAfterTenTries()
    {
        await Tell("one");
        await Tell("two");
        Clock.Advance(CommitPipeline.EffectClaim);
        Inbox.Afterwards = effect => effect.Id == "tally/1@1/tell" ? throw new IOException("no route") : Task.CompletedTask;
        Assert.Equal(2, await Host.Effects.RunOnce(default));

        for (var (tries, wait) = (1, 1); tries < 10; tries++, wait *= 2)
        {
            Clock.Advance(TimeSpan.FromSeconds(wait) - TimeSpan.FromMicroseconds(1));
            Assert.Equal(0, await Host.Effects.RunOnce(default));
            Assert.Equal(0, await Count(parked: true));
            Clock.Advance(TimeSpan.FromMicroseconds(1));
            Assert.Equal(1, await Host.Effects.RunOnce(default));
        }

        Assert.Equal(11, Inbox.Tries.Count);
        Assert.Equal(1, await Count(parked: true));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Host.Effects.RunOnce(default));
    }

    [Fact]
    public async Task AFault_WhoseTextTheDatabaseCannotTake_IsAFailedTryLikeAnyOther()
    {
        await Tell("one");
        Clock.Advance(CommitPipeline.EffectClaim);
        Inbox.Afterwards = _ => throw new IOException("half \ud83d, none \0, " + new string('x', 1_000_000));

        Assert.Equal(1, await Host.Effects.RunOnce(default));

        var effect = Assert.Single(await Database.Administration.Effects(parked: false, 10, default));
        Assert.Equal(1, effect.Attempts);
        Assert.StartsWith("half \ufffd, none \ufffd, xxx", effect.LastError, StringComparison.Ordinal);
        Assert.Equal(EffectWorker.MaxErrorLength, effect.LastError!.Length);
    }

    [Fact]
    public async Task TwoWorkers_SendEachEffectOnce()
    {
        const int Effects = 2 * EffectWorker.ClaimLimit;
        await Task.WhenAll(Enumerable.Range(0, Effects).Select(i => Tell($"{i}")));
        Clock.Advance(CommitPipeline.EffectClaim);
        using var other = Host.AnotherEffectWorker();
        using var start = new Barrier(2);

        async Task Work(EffectWorker worker)
        {
            Assert.True(start.SignalAndWait(Guard));
            while (await worker.RunOnce(default) > 0)
            {
                // Until nothing is left.
            }
        }

        await Task.WhenAll(Task.Run(() => Work(Host.Effects)), Task.Run(() => Work(other)));

        Assert.Equal((Effects, Effects), (Inbox.Tries.Count, Inbox.Kept.Count));
    }
}
