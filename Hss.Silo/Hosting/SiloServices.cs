using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
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

namespace Hss.Silo.Hosting;

/// <summary>Puts the silo together: journal, pipeline, grains, workers.</summary>
public static class SiloServices
{
    /// <summary>
    /// Adds all of it. Hosted services stop in reverse order: first the workers, then the grains, which finish their calls, and last the
    /// pipeline, which writes what they committed.
    /// </summary>
    public static IServiceCollection AddHssSilo(this IServiceCollection services, HssSettings settings, OpenedJournal journal)
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
        services.AddGrains(settings);
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
        services.AddHostedService(provider => provider.GetRequiredService<FeedTailer>());
        services.AddSingleton<OperatorService>();
        services.AddSingleton<BookingService>().AddSingleton<BookingQueries>();
        services.AddHssShop(settings);
        services.AddHssAssets(settings);
        services.AddHssLibrary(settings);
        services.AddReservationDemonstration();
        return services;
    }
}
