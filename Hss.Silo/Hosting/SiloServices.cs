using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Robots;
using Hss.Interfaces.Shop.Support;
using Hss.Silo.Admin;
using Hss.Silo.Assets;
using Hss.Silo.Audit;
using Hss.Silo.Bookings;
using Hss.Silo.DueWork;
using Hss.Silo.Effects;
using Hss.Silo.Events;
using Hss.Silo.Files;
using Hss.Silo.Identity;
using Hss.Silo.Journal;
using Hss.Silo.Library;
using Hss.Silo.Mail;
using Hss.Silo.Numbers;
using Hss.Silo.Reservations;
using Hss.Silo.Shop;
using Hss.Silo.Shop.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Hosting;

/// <summary>Puts a process together: journal, pipeline, grains, workers; or, in the role <c>api</c>, what of it an API node has.</summary>
public static class SiloServices
{
    /// <summary>
    /// Adds all of it. Hosted services stop in reverse order: first the workers, then the grains, which finish their calls, and last the
    /// pipeline, which writes what they committed.
    /// </summary>
    public static IServiceCollection AddHssSilo(this IServiceCollection services, HssSettings settings, OpenedJournal journal)
    {
        var before = services.Count;
        AddWholeSilo(services, settings, journal);
        if (settings.Grains.Role != NodeRole.Api)
            return services;

        // An API node reads the journal and calls grains. What writes, wakes and sends by itself runs in the silos alone.
        for (var i = services.Count - 1; i >= before; i--)
        {
            if (services[i].ServiceType == typeof(IHostedService))
                services.RemoveAt(i);
        }

        services.AddGrains(settings);
        AddLiveEvents(services);
        return services;
    }

    private static void AddWholeSilo(IServiceCollection services, HssSettings settings, OpenedJournal journal)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(journal.Journal);
        services.AddSingleton(journal.Administration);
        services.AddSingleton(EntityKinds.OfProgram);
        services.AddSingleton(journal.Keys);
        services.AddSingleton<EntityCodec>();
        services.AddSingleton<EntityServices>();
        services.AddSingleton<CommitPipeline>();
        services.AddSingleton<ICommitPipeline>(provider => provider.GetRequiredService<CommitPipeline>());
        services.AddHostedService(provider => provider.GetRequiredService<CommitPipeline>());
        (IHostedService Taken, IHostedService Given)? turn =
            settings.Grains is { ManySilos: true, Role: not NodeRole.Api } ? StartTurn.Steps(settings.Database.ConnectionString!) : null;
        if (settings.Grains.Role != NodeRole.Api)
            services.AddGrains(settings);
        if (turn is { Taken: var taken })
            services.AddSingleton(taken);
        services.AddSingleton<IEffectHandler, SettleHandler>();
        services.AddSingleton<EffectWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<EffectWorker>());
        services.AddHssReservations(settings);
        services.AddSingleton<DueWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<DueWorker>());
        services.AddHostedService<OperationPurge>();
        services.AddSingleton<NumberBlocks>();
        services.AddHssMail(settings);
        services.AddHssIdentity(settings);
        services.AddHssFiles(settings);
        services.AddHssSupport(settings);
        services.AddHssAudit();
        services.AddSingleton<FeedTailer>();
        AddLiveStream<RobotTelemetry>(services, "robots", "telemetry");
        AddLiveStream<TypingMark>(services, "store.typing", "all");
        AddLiveEvents(services);
        services.AddSingleton<OperatorService>();
        services.AddSingleton<BookingService>().AddSingleton<BookingQueries>();
        services.AddHssShop(settings);
        services.AddHssAssets(settings);
        services.AddHssLibrary(settings);
        services.AddReservationDemonstration();
        if (turn is { Given: var given })
            services.AddSingleton(given);
    }

    // What every process with connections follows.
    private static void AddLiveEvents(IServiceCollection services)
    {
        services.AddHostedService(provider => provider.GetRequiredService<FeedTailer>());
        services.AddHostedService(provider => provider.GetRequiredService<LiveStream<RobotTelemetry>>());
        services.AddHostedService(provider => provider.GetRequiredService<LiveStream<TypingMark>>());
    }

    private static void AddLiveStream<T>(IServiceCollection services, string space, string key) => services.AddSingleton(provider => new LiveStream<T>(
        provider.GetRequiredService<IClusterClient>(), space, key, provider.GetRequiredService<ILogger<LiveStream<T>>>()));
}
