using Dapper;
using Hss.Silo.DueWork;
using Hss.Silo.Identity;
using Hss.Silo.Journal;
using Hss.Tests.Journal.Grains;
using Hss.Tests.Journal.Postgres;
using Npgsql;

namespace Hss.Tests.Journal.Processes;

/// <summary>Two separate processes of the journal on one PostgreSQL, as silos share it, whatever hosts their grains.</summary>
[Collection(PostgresCollection.Name)]
public sealed class TwoProcessTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly string _database = postgres.Server.CreateDatabase();
    private Node _here = null!;
    private Peer _there = null!;

    public async Task InitializeAsync()
    {
        _here = await Node.Start(_database);
        _there = await Peer.Start(_database);
        await _there.SetClock(_here.Clock.GetUtcNow());
    }

    public async Task DisposeAsync()
    {
        await _there.DisposeAsync();
        await _here.DisposeAsync();
    }

    [Fact]
    public async Task EachDueItem_IsWokenByOneOfTheProcesses_AndItsEffectHappensOnce()
    {
        await _here.Host.Effects.StartAsync(default);
        await _there.Do("work");

        // One has claimed as much as one may, and none of it is done: the other takes the rest.
        var first = await Alarms("a", DueWorker.ClaimLimit + 100);
        _here.Host.Journal.HoldWrites();
        var waking = _here.Host.Due.RunOnce(default);
        await Until(() => _here.Host.Journal.WaitingWrites > 0, "a claim");
        await _there.Do("wake");
        Assert.Equal(100, (await _there.Do("woken")).Length);
        _here.Host.Journal.ReleaseWrites();
        Assert.Equal(DueWorker.ClaimLimit, await waking);

        // And both at the same time.
        var second = await Alarms("b", 600);
        await Task.WhenAll(_there.Do("wake"), _here.WakeAll());

        string[] all = [.. first, .. second];
        Assert.Equal(all.Order(), _here.Woken.Concat(await _there.Do("woken")).Order());
        await Until(async () => (await _here.Journal.Administration.Effects(parked: false, 1, default)).IsEmpty, "the effects");
        Assert.Equal(all.Select(id => $"alarm/{id}@2/rang").Order(), _here.Tried.Concat(await _there.Do("tried")).Order());
        Assert.Equal(all.Length, (await _here.Journal.List(new(AlarmKind.Instance.Name) { Statuses = ["off"], Limit = 1 }, default)).Total);
    }

    [Fact]
    public async Task EachEffectThatADeadProcessLeft_IsSentByOneOfTheOthersOnce()
    {
        // Nobody works here: they stay behind their commits, as when the process dies.
        var ids = Enumerable.Range(0, 300).Select(i => $"{i}").ToArray();
        await Task.WhenAll(ids.Select(id => _here.Host.Tally(id).Tell(new("a1", "customer", "r"), id, id)));
        await Later(CommitPipeline.EffectClaim);

        await Task.WhenAll(_there.Do("send"), _here.SendAll());

        Assert.Equal(ids.Select(id => $"tally/{id}@1/tell").Order(), _here.Tried.Concat(await _there.Do("tried")).Order());
        await Until(async () => (await _here.Journal.Administration.Effects(parked: false, 1, default)).IsEmpty, "the end of the effects");
    }

    [Fact]
    public async Task DueWork_ThatAnotherProcessIsClaiming_IsSkippedWithoutWaiting()
    {
        await Alarms("a", 20);
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await using (var claiming = await connection.BeginTransactionAsync())
        {
            await connection.ExecuteAsync("SELECT FROM entities WHERE kind = 'alarm' AND id LIKE 'a1%' FOR UPDATE", transaction: claiming);
            await _there.Do("wake");
            Assert.DoesNotContain(await _there.Do("woken"), id => id.StartsWith("a1", StringComparison.Ordinal));
            Assert.Equal(9, (await _there.Do("woken")).Length);
        }

        await _there.Do("wake");
        Assert.Equal(20, (await _there.Do("woken")).Length);
    }

    [Fact]
    public async Task OfTwoProcessesThatHaveOneEntityInMemory_OneWins()
    {
        var ids = Enumerable.Range(0, 100).Select(i => $"{i}").ToArray();
        var all = string.Join(' ', ids);
        await _here.Load(ids);
        await _there.Do($"load {all}");

        var there = _there.Do($"win there {all}");
        var here = await _here.Win(ids, "here");

        Assert.Equal(ids.Order(), here.Concat(await there).Order());
        Assert.Empty(await _here.Win(ids, "here"));
        Assert.Empty(await _there.Do($"win there {all}"));
        var events = await _here.Journal.Events(new() { Kind = TallyKind.Instance.Name, Limit = int.MaxValue }, default);
        Assert.Equal(here.Order(), events.Where(e => e.Event.Actor == "here").Select(e => e.Key.Id).Order());
        Assert.Equal(ids.Length, events.Length);
    }

    [Fact]
    public async Task TheFeed_SkipsNoNumber_InEitherProcess()
    {
        const int Entities = 4, Each = 25, All = 2 + (2 * Entities * Each);
        await _here.Write("warm", 1, 1);
        await _there.Do("write awake 1 1");
        await LateCommits.Slow(_database, milliseconds: 8);
        var here = _here.Follow(All);

        var writing = _there.Do($"write there {Entities} {Each}");
        await _here.Write("here", Entities, Each);
        await writing;

        var stored = (await _here.Journal.Events(new() { Limit = int.MaxValue }, default)).Select(e => $"{e.Seq}:{e.Key}@{e.Event.Version}").ToArray();
        Assert.Equal(Enumerable.Range(1, All).Select(i => $"{i}"), stored.Select(e => e.Split(':')[0]));
        Assert.Equal(stored, await here.WaitAsync(Guard));
        Assert.Equal(stored, await _there.Do($"follow {All}"));
    }

    [Fact]
    public async Task ASignOut_IsSeenByTheOtherProcess_WithinASecond()
    {
        var (token, session) = await _here.SignIn();
        Assert.True(await _here.Admits(token));
        Assert.Equal(["yes"], await _there.Do($"admits {token}"));
        Assert.Equal(["yes"], await _there.Do($"admits {token}"));
        Assert.Equal(["1"], await _there.Do("asked"));

        await _here.SignOut(session);

        Assert.True(SessionCache.Most < TimeSpan.FromSeconds(1));
        await Later(SessionCache.Most);
        Assert.Equal(["no"], await _there.Do($"admits {token}"));
        Assert.False(await _here.Admits(token));
    }

    private async Task<string[]> Alarms(string prefix, int count)
    {
        string[] ids = [.. Enumerable.Range(0, count).Select(i => $"{prefix}{i}")];
        await Task.WhenAll(ids.Select(id => _here.Host.Alarm(id).Set(new("a1", "customer", "r"), _here.Clock.GetUtcNow())));
        return ids;
    }

    private async Task Later(TimeSpan by)
    {
        _here.Clock.Advance(by);
        await _there.SetClock(_here.Clock.GetUtcNow());
    }

    private static Task Until(Func<bool> condition, string what) => Until(() => Task.FromResult(condition()), what);

    private static async Task Until(Func<Task<bool>> condition, string what)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!await condition())
        {
            Assert.False(guard.IsCancellationRequested, $"Never came: {what}");
            await Task.Delay(10);
        }
    }
}
