using Hss.Interfaces.Entities;
using Hss.Silo.DueWork;
using Hss.Tests.Journal.Postgres;

namespace Hss.Tests.Journal.Grains;

public sealed class SqliteDueWorkerTests : DueWorkerTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

[Collection(PostgresCollection.Name)]
public sealed class PostgresDueWorkerTests(PostgresFixture postgres) : DueWorkerTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Postgres(postgres.Server);

    [Fact]
    public async Task AClaim_PassesOverWhatAnotherProcessIsClaiming_WithoutWaitingForIt()
    {
        await Set("1", Clock.GetUtcNow());
        await Set("2", Clock.GetUtcNow());
        await using var other = Database.Connect();
        await using var transaction = await other.BeginTransactionAsync();
        await using var command = other.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT id FROM entities WHERE id = '1' FOR UPDATE";
        await command.ExecuteScalarAsync();

        var claimed = await Database.Journal.ClaimDue(Clock.GetUtcNow(), Clock.GetUtcNow() + DueWorker.Claim, 10).WaitAsync(Guard);

        Assert.Equal(AlarmKind.Instance.Key("2"), Assert.Single(claimed));
    }
}

/// <summary>The due worker and the grains that it wakes, on the real host and databases, on a clock that stands still.</summary>
public abstract class DueWorkerTests : GrainTests
{
    protected Task<Outcome<int>> Set(string id, DateTimeOffset at) => Host.Alarm(id).Set(Call(id), at);

    private int Woken(string id) => Gates.Said.Count(s => s == $"woken {id}");

    private async Task<DateTimeOffset?> StoredDue(string id) => (await Stored(AlarmKind.Instance.Key(id)))!.DueAt;

    [Fact]
    public async Task AnEntity_IsWokenOnceItIsDue_AndNotBefore()
    {
        var at = Clock.GetUtcNow().AddSeconds(60);
        await Set("1", at);

        Clock.SetUtcNow(at.AddMicroseconds(-1));
        Assert.Equal(0, await Host.Due.RunOnce(default));
        Clock.SetUtcNow(at);
        Assert.Equal(1, await Host.Due.RunOnce(default));
        Clock.Advance(DueWorker.Claim * 2);
        Assert.Equal(0, await Host.Due.RunOnce(default));

        Assert.Equal((1, 1), (Woken("1"), await Host.Alarm("1").Rings()));
    }

    [Fact]
    public async Task TheWorkersOwnClock_WakesWithinASecond()
    {
        await Set("1", Clock.GetUtcNow().AddSeconds(10));
        using var worker = Host.AnotherDueWorker();
        var armed = Clock.ArmedTimers;
        await worker.StartAsync(default);
        await Until(() => Clock.ArmedTimers > armed, "the worker's timer");

        Clock.Advance(TimeSpan.FromSeconds(11));

        await Until(() => Woken("1") > 0, "the wake-up");
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task DueEntities_AreClaimedOnce_ByTwoWorkersAtTheSameTime()
    {
        const int Count = DueWorker.ClaimLimit + 100;
        var ids = Enumerable.Range(0, Count).Select(i => $"{i}").ToArray();
        await Task.WhenAll(ids.Select(i => Set(i, Clock.GetUtcNow())));
        using var other = Host.AnotherDueWorker();
        using var start = new Barrier(2);

        async Task<int> Work(DueWorker worker)
        {
            await Task.Yield();
            Assert.True(start.SignalAndWait(Guard));
            var (sum, now) = (0, 0);
            do
            {
                now = await worker.RunOnce(default);
                sum += now;
            }
            while (now > 0);
            return sum;
        }

        var claimed = await Task.WhenAll(Task.Run(() => Work(Host.Due)), Task.Run(() => Work(other)));

        Assert.Equal(Count, claimed.Sum());
        Assert.All(ids, i => Assert.Equal(1, Woken(i)));
    }

    [Fact]
    public async Task AClaimThatIsNotKept_EndsByItself()
    {
        await Set("1", Clock.GetUtcNow());
        Assert.Single(await Database.Journal.ClaimDue(Clock.GetUtcNow(), Clock.GetUtcNow() + DueWorker.Claim, 10));
        await Restart();

        Assert.Equal(0, await Host.Due.RunOnce(default));
        Clock.Advance(DueWorker.Claim);
        Assert.Equal(1, await Host.Due.RunOnce(default));
        Assert.Equal(1, Woken("1"));
    }

    [Fact]
    public async Task ADueTime_IsLoweredAtOnce_AndRaisedLazily()
    {
        var now = Clock.GetUtcNow();
        await Set("1", now.AddSeconds(60));
        await Set("1", now.AddSeconds(20));
        Assert.Equal(now.AddSeconds(20), await StoredDue("1"));

        await Set("1", now.AddSeconds(90));
        Assert.Equal(now.AddSeconds(20), await StoredDue("1"));

        // The old time wakes it for nothing, which costs no event, and brings the stored time up.
        Clock.SetUtcNow(now.AddSeconds(20));
        Assert.Equal(1, await Host.Due.RunOnce(default));
        Assert.Equal((now.AddSeconds(90), 3), (await StoredDue("1"), (int)(await Stored(AlarmKind.Instance.Key("1")))!.Version));
        Assert.Equal((1, 0), (Woken("1"), await Host.Alarm("1").Rings()));

        Clock.SetUtcNow(now.AddSeconds(90));
        Assert.Equal(1, await Host.Due.RunOnce(default));
        Assert.Equal(1, await Host.Alarm("1").Rings());
        Assert.Null(await StoredDue("1"));
    }

    [Fact]
    public async Task DueWork_SurvivesARestart()
    {
        await Set("1", Clock.GetUtcNow().AddHours(1));
        await Restart();

        Assert.Equal(0, await Host.Due.RunOnce(default));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await Host.Due.RunOnce(default));
        Assert.Equal(1, await Host.Alarm("1").Rings());
    }

    [Fact]
    public async Task AtMost64Grains_AreCalledAtOnce()
    {
        const int Count = 150;
        await Task.WhenAll(Enumerable.Range(0, Count).Select(i => Set($"{i}", Clock.GetUtcNow())));
        await Restart();
        Host.Journal.HoldLoads();

        var run = Host.Due.RunOnce(default);
        await Until(() => Host.Journal.WaitingLoads == 64, "64 calls that wait for their grain's load");
        Host.Journal.ReleaseLoads();

        Assert.Equal(Count, await run.WaitAsync(Guard));
        Assert.Equal(64, Host.Journal.MostWaitingLoads);
        Assert.Equal(Count, Gates.Said.Distinct().Count());
    }

    [Fact]
    public async Task OneEntitysFault_DoesNotKeepTheOthersAsleep_AndItIsTriedAgain()
    {
        foreach (var id in new[] { "1", "2", "3" })
            await Set(id, Clock.GetUtcNow());
        await Restart();
        Host.Journal.Unreachable = key => key.Id == "2";
        await Host.Due.RunOnce(default);
        Assert.Equal((1, 0, 1), (Woken("1"), Woken("2"), Woken("3")));

        Host.Journal.Unreachable = null;
        Assert.Equal(0, await Host.Due.RunOnce(default));
        Clock.Advance(DueWorker.Claim);
        Assert.Equal(1, await Host.Due.RunOnce(default));
        Assert.Equal(1, Woken("2"));
    }
}
