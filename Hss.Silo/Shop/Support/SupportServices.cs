using Hss.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Shop.Support;

/// <summary>Adds the store's support to the silo.</summary>
public static class SupportServices
{
    private static readonly TimeSpan LongestUpload = TimeSpan.FromHours(1);

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddHssSupport(this IServiceCollection services, HssSettings settings) => services
        .AddSingleton<SupportService>()
        .AddSingleton<ConversationQueries>()
        .AddSingleton(provider =>
        {
            var store = new AttachmentStore(settings.Support.AttachmentFolder, settings.Support.MaxAttachmentBytes, settings.Support.MimePrefixes);
            store.Clear(provider.GetRequiredService<TimeProvider>().GetUtcNow() - LongestUpload);
            return store;
        });
}
