using Hss.Silo.Effects;
using Hss.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Files;

/// <summary>Adds uploads to the silo.</summary>
public static class FileServices
{
    /// <summary>The folder of the built-in store below the data folder.</summary>
    public const string Folder = "files";

    /// <summary>Adds the store that the settings name: S3 with a bucket, else the built-in one.</summary>
    public static IServiceCollection AddHssFiles(this IServiceCollection services, HssSettings settings)
    {
        services.AddSingleton(provider => new UploadLinks(settings.Keys.Signing, provider.GetRequiredService<TimeProvider>()));
        if (settings.Files.Bucket is null)
        {
            services.AddSingleton(provider => new LocalFileStore(Path.Combine(settings.DataFolder, Folder), provider.GetRequiredService<UploadLinks>()));
            services.AddSingleton<IFileStore>(provider => provider.GetRequiredService<LocalFileStore>());
        }
        else
            services.AddSingleton<IFileStore>(provider => new S3FileStore(settings.Files, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<UploadService>();
        services.AddSingleton<IEffectHandler, DeleteFileHandler>();
        services.AddSingleton<IEffectHandler, ClaimUploadHandler>();
        return services;
    }
}
