using Hss.Silo.Journal;
using Hss.Silo.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Hosting;

/// <summary>A silo in a process of its own: grains and workers without any API.</summary>
public static class SiloProgram
{
    /// <summary>Starts it; exit codes as the whole server's.</summary>
    public static async Task<int> Main(string[] args)
    {
        try
        {
            var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
            var development = string.Equals(builder.Configuration["ASPNETCORE_ENVIRONMENT"], Environments.Development, StringComparison.OrdinalIgnoreCase);
            var settings = HssSettings.Read(builder.Configuration, development, isSilo: true);
            foreach (var warning in UnusedVariables.Warnings(builder.Configuration))
                await Console.Error.WriteLineAsync(warning).ConfigureAwait(false);
            var journal = await JournalOpener.Open(settings, TimeProvider.System, settings.Grains.ManySilos).ConfigureAwait(false);
            await using var _ = journal.ConfigureAwait(false);
            builder.Logging.ClearProviders();
            builder.Logging.SetMinimumLevel(settings.Log.Level);
            builder.Services.AddSingleton<ILoggerProvider>(provider => new JsonLogProvider(settings.Log, provider.GetRequiredService<TimeProvider>()));
            builder.Services.AddHssSilo(settings, journal);
            builder.Services.AddServiceManager();
            using var host = builder.Build();
            var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
            lifetime.ApplicationStarted.Register(() => Console.Error.WriteLine($"HSS silo runs at port {settings.Grains.SiloPort}, gateway {settings.Grains.GatewayPort}"));
            await host.RunAsync().ConfigureAwait(false);
            return Environment.ExitCode;
        }
        catch (SettingsException e)
        {
            foreach (var fault in e.Faults)
                await Console.Error.WriteLineAsync(fault).ConfigureAwait(false);
            return 2;
        }
        catch (Exception e) when (e is LeaseHeldException or IOException or UnauthorizedAccessException or InvalidOperationException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync($"HSS cannot start: {e.Message}").ConfigureAwait(false);
            return 1;
        }
    }
}
