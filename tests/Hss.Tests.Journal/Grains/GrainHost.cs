using System.Collections.Immutable;
using Hss.Grains.Bookings;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.DueWork;
using Hss.Silo.Effects;
using Hss.Silo.Journal;
using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hss.Tests.Journal.Grains;

/// <summary>A process as it runs in production, over a test's database: pipeline, grains, workers; the workers run when the test says so.</summary>
internal sealed class GrainHost : IAsyncDisposable
{
    private static readonly DataKeyRing Keys = new([new("k1", new byte[32])]);

    /// <summary>What a second process answers to what it does.</summary>
    public static readonly TallyView Elsewhere = new(1, "elsewhere");

    private readonly ServiceProvider _services;

    private GrainHost(IJournal database, FakeTimeProvider clock, Gates gates, Inbox inbox)
    {
        Journal = new(database);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(gates)
            .AddSingleton<IJournal>(Journal)
            .AddSingleton(Keys)
            .AddSingleton(new EntityKinds([.. EntityKinds.OfProgram.All, TallyKind.Instance, JourneyKind.Instance, AlarmKind.Instance]))
            .AddSingleton<EntityCodec>()
            .AddSingleton<EntityServices>()
            .AddSingleton<CommitPipeline>()
            .AddSingleton<ICommitPipeline>(provider => provider.GetRequiredService<CommitPipeline>())
            .AddHostedService(provider => provider.GetRequiredService<CommitPipeline>())
            .AddEmbeddedGrains(null, typeof(BookingGrain).Assembly, typeof(GrainHost).Assembly)
            .AddSingleton<IEffectHandler>(inbox)
            .AddSingleton<IEffectHandler, SettleHandler>()
            .AddSingleton<EffectWorker>()
            .AddSingleton<DueWorker>()
            .BuildServiceProvider();
        Journal.Intruder = key => WriteElsewhere(key);
    }

    public TroubledJournal Journal { get; }

    public IGrainFactory Grains => _services.GetRequiredService<IClusterClient>();

    public DueWorker Due => _services.GetRequiredService<DueWorker>();

    public EffectWorker Effects => _services.GetRequiredService<EffectWorker>();

    public CommitPipeline Pipeline => _services.GetRequiredService<CommitPipeline>();

    public EntityServices Entities => _services.GetRequiredService<EntityServices>();

    public EntityCodec Codec => _services.GetRequiredService<EntityCodec>();

    public static async Task<GrainHost> Start(IJournal database, FakeTimeProvider clock, Gates gates, Inbox inbox)
    {
        var host = new GrainHost(database, clock, gates, inbox);
        foreach (var service in host._services.GetServices<IHostedService>())
            await service.StartAsync(default);
        return host;
    }

    /// <summary>Another due worker of this process, as a second process would run it.</summary>
    public DueWorker AnotherDueWorker() => ActivatorUtilities.CreateInstance<DueWorker>(_services);

    /// <summary>Another effect worker, as a second process would run it.</summary>
    public EffectWorker AnotherEffectWorker() => ActivatorUtilities.CreateInstance<EffectWorker>(_services);

    public ITallyGrain Tally(string id) => Grains.GetGrain<ITallyGrain>(TallyKind.Instance.Key(id).ToString());

    public IJourneyGrain Journey(string id) => Grains.GetGrain<IJourneyGrain>(JourneyKind.Instance.Key(id).ToString());

    public IAlarmGrain Alarm(string id) => Grains.GetGrain<IAlarmGrain>(AlarmKind.Instance.Key(id).ToString());

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        foreach (var service in _services.GetServices<IHostedService>().Reverse())
            await service.StopAsync(soon.Token);
        await _services.DisposeAsync();
    }

    /// <summary>What a second process does to an entity: the real thing, but past this process's pipeline, from within a planned write.</summary>
    public async Task WriteElsewhere(EntityKey key, Operation? operation = null)
    {
        var services = _services.GetRequiredService<EntityServices>() with { Pipeline = new Unplanned(Journal) };
        var session = new EntitySession<TallyState>(key, TallyKind.Instance, services, () => { });
        var outcome = await session.Execute(
            CallContext.System("elsewhere") with { Operation = operation },
            static (_, _) => Decision.Accept(new TallyAdded(Elsewhere.Value, Elsewhere.Token)),
            static _ => Elsewhere);
        Assert.True(outcome.Accepted);
    }

    private sealed class Unplanned(TroubledJournal journal) : ICommitPipeline
    {
        public Task<CommitResult> Commit(EntityCommit commit) => journal.WriteUntroubled(commit);

        public void Shown(EntityKey source, ImmutableArray<EffectRow> effects)
        {
            // A visitor's effects are the next start's.
        }
    }
}
