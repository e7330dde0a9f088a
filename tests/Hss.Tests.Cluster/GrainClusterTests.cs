using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.DueWork;
using Hss.Silo.Effects;
using Hss.Silo.Events;
using Hss.Silo.Hosting;
using Hss.Silo.Journal;
using Hss.Silo.Journal.Postgres;
using Hss.Tests.Journal.Grains;
using Hss.Tests.Shared.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hss.Tests.Cluster;

/// <summary>Journaled grains on two silos in one process, each with a journal, a pipeline and workers of its own on one PostgreSQL.</summary>
public sealed class GrainClusterTests : IAsyncLifetime
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly PostgresServer _postgres = PostgresServer.Start();
    private readonly List<PostgresJournal> _journals = [];
    private readonly Gates _gates = new();
    private readonly Inbox _inbox = new();
    private InProcessTestCluster _cluster = null!;

    public async Task InitializeAsync()
    {
        var database = _postgres.CreateDatabase();
        await new ClusterTables(database).StartAsync(default);
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) => silo.AddMemoryStreams("live", streams => streams.ConfigurePartitioning(1)).AddAdoNetGrainStorage("PubSubStore", options => (options.Invariant, options.ConnectionString) = ("Npgsql", database)));
        builder.ConfigureSiloHost((_, host) =>
        {
            var journal = PostgresJournal.Open(new() { ConnectionString = database, Shared = true }, TimeProvider.System).GetAwaiter().GetResult();
            lock (_journals)
                _journals.Add(journal);
            host.Services
                .AddSingleton(TimeProvider.System)
                .AddSingleton(_gates)
                .AddSingleton<IJournal>(journal)
                .AddSingleton(new DataKeyRing([new("k1", new byte[32])]))
                .AddSingleton(new EntityKinds([.. EntityKinds.OfProgram.All, TallyKind.Instance, JourneyKind.Instance, AlarmKind.Instance]))
                .AddSingleton<EntityCodec>()
                .AddSingleton<EntityServices>()
                .AddSingleton<CommitPipeline>()
                .AddSingleton<ICommitPipeline>(provider => provider.GetRequiredService<CommitPipeline>())
                .AddHostedService(provider => provider.GetRequiredService<CommitPipeline>())
                .AddSingleton<IEffectHandler>(_inbox)
                .AddHostedService<EffectWorker>()
                .AddHostedService<DueWorker>();
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        foreach (var journal in _journals)
            await journal.DisposeAsync();
        _postgres.Dispose();
    }

    [Fact]
    public async Task ManyCallsOfManyGrains_AreEachDoneOnce_AndBothSilosHaveSome()
    {
        var calls = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Tally($"{i % 20}").Add(Call, $"{i}", [1], int.MaxValue)));

        Assert.All(calls, c => Assert.True(c.Accepted));
        for (var i = 0; i < 20; i++)
            Assert.Equal((50, 50L), await Tally($"{i}").Get() is var s ? (s.View.Value, s.Version) : default);
        var management = _cluster.Client.GetGrain<IManagementGrain>(0);
        var silos = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => management.GetActivationAddress(Tally($"{i}")).AsTask()));
        Assert.Equal(2, silos.Distinct().Count());
    }

    [Fact]
    public async Task ARefusal_AndALimit_AreTheSameAcrossSilos()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Tally("limited").Add(Call, $"{i}", [1], limit: 7)));
        Assert.Equal(7, outcomes.Count(o => o.Accepted));
        Assert.All(outcomes.Where(o => !o.Accepted), o => Assert.Equal("full", o.Refusal!.Code));
    }

    [Fact]
    public async Task WhatIsDue_IsWokenByOneOfTheSilos_AndItsEffectIsSentOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Alarm($"{i}").Set(Call, DateTimeOffset.UtcNow.AddSeconds(1))));
        await Until(() => _inbox.Tries.Count >= 100, "the effects");
        for (var i = 0; i < 100; i++)
            Assert.Equal(1, await Alarm($"{i}").Rings());
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"alarm/{i}@2/rang").Order(), _inbox.Tries.Select(t => t.Id).Order());
    }

    [Fact]
    public async Task AProcess_DoesOneCommandAtATime_AndAnswersQueriesMeanwhile()
    {
        var journey = _cluster.Client.GetGrain<IJourneyGrain>(JourneyKind.Instance.Key("1").ToString());
        var first = journey.Go(Call, "a");
        await Until(() => _gates.Said.Contains("begin a"), "the first");
        var second = journey.Go(Call, "b");
        Assert.Empty(await journey.Places());
        _gates.Open("b");
        Assert.DoesNotContain("begin b", _gates.Said);
        _gates.Open("a");
        await Task.WhenAll(first, second);
        Assert.Equal(["a", "b"], (await journey.Places()).AsEnumerable());
    }

    [Fact]
    public async Task ASiloThatIsKilled_LosesNothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Tally($"k{i}").Add(Call, "1", [1], int.MaxValue)));
        await Kill(_cluster.Silos[1]);
        for (var i = 0; i < 20; i++)
        {
            var id = $"k{i}";
            await Until(async () =>
            {
                try
                {
                    return (await Tally(id).AddOnce(Call, "2", 1)).Value!.Value == 2;
                }
                catch (Exception e) when (e is OrleansMessageRejectionException or TimeoutException or JournalException)
                {
                    return false;
                }
            }, $"an answer of {id}");
        }
    }

    [Fact]
    public async Task ALiveStream_HasOneSubscriptionASilo_WhichGoesWhenTheSiloDies()
    {
        List<LiveStream<int>> streams = [.. _cluster.Silos.Select(s => new LiveStream<int>(
            _cluster.GetSiloServiceProvider(s.SiloAddress).GetRequiredService<IClusterClient>(), "test", "live", NullLogger<LiveStream<int>>.Instance))];
        foreach (var stream in streams)
            await stream.StartAsync(default);
        foreach (var stream in streams)
        {
            for (var i = 0; i < 3; i++)
            {
                await stream.Listen(item =>
                {
                    _gates.Say($"heard {item}");
                    return Task.CompletedTask;
                });
            }
        }

        await streams[0].Publish(1);
        await streams[1].Publish(2);

        await Until(() => _gates.Said.Count(s => s == "heard 1") == 6 && _gates.Said.Count(s => s == "heard 2") == 6, "both, everywhere");
        Assert.Equal(2, await Subscriptions());

        // One silo dies; the next that starts removes what it has left, and the other's stays.
        await Kill(_cluster.Silos[1]);
        await Until(async () =>
        {
            await streams[0].StartAsync(default);
            return await Subscriptions() == 1;
        }, "the end of the leftover");
        await streams[0].Publish(3);
        await Until(() => _gates.Said.Count(s => s == "heard 3") == 3, "those who live");
        await streams[0].StopAsync(default);
        Assert.Equal(0, await Subscriptions());
        streams.ForEach(s => s.Dispose());
    }

    private async Task<int> Subscriptions() => (await _cluster.GetSiloServiceProvider(_cluster.Silos[0].SiloAddress).GetRequiredService<IStreamSubscriptionManagerAdmin>()
        .GetStreamSubscriptionManager(StreamSubscriptionManagerType.ExplicitSubscribeOnly).GetSubscriptions("live", StreamId.Create("test", "live"))).Count();

    // Nobody waits for what is being written, which the silo's services notice.
    private async Task Kill(InProcessSiloHandle silo)
    {
        try
        {
            await _cluster.KillSiloAsync(silo);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static CallContext Call => new("a1", "customer", "r1");

    private ITallyGrain Tally(string id) => _cluster.Client.GetGrain<ITallyGrain>(TallyKind.Instance.Key(id).ToString());

    private IAlarmGrain Alarm(string id) => _cluster.Client.GetGrain<IAlarmGrain>(AlarmKind.Instance.Key(id).ToString());

    private static Task Until(Func<bool> condition, string what) => Until(() => Task.FromResult(condition()), what);

    private static async Task Until(Func<Task<bool>> condition, string what)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!await condition())
        {
            Assert.False(guard.IsCancellationRequested, $"Never came: {what}");
            await Task.Delay(20);
        }
    }
}
