using Hss.Api.Platform;
using Hss.Api.Platform.OpenApi;
using Hss.Silo.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hss.Api.Maintenance;

/// <summary>
/// Writes the documents: <c>Hss.Api --openapi FOLDER</c>, behind <c>./dev openapi</c>. The routes are those of the server, but nothing listens,
/// no grain runs, and no database of anybody's is opened.
/// </summary>
internal static class OpenApiVerb
{
    /// <summary>Whether the arguments ask for the documents.</summary>
    public static bool IsAsked(string[] args) => args is ["--openapi", _];

    /// <summary>Writes one file a mount; answers the exit code.</summary>
    public static async Task<int> Run(string folder, TextWriter writer)
    {
        var data = Directory.CreateTempSubdirectory("hss-openapi-");
        try
        {
            await Write(Directory.CreateDirectory(folder).FullName, data.FullName, writer);
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task Write(string folder, string data, TextWriter writer)
    {
        // Nobody's settings but these: the documents are the same everywhere.
        var settings = HssSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("HSS_DATA", data)]).Build(), development: true);
        await using var journal = await JournalOpener.Open(settings, TimeProvider.System);
        await using var app = HssServer.Build([], settings, journal, builder =>
        {
            builder.Services.RemoveAll<IHostedService>();
            builder.Services.AddSingleton<IServer, NoServer>();
        });
        await app.StartAsync();
        foreach (var mount in Mounts.All)
        {
            var file = Path.Combine(folder, $"{mount.Name}.json");
            await File.WriteAllTextAsync(file, await OpenApiDocuments.Text(app.Services, mount, atRoot: false, default) + "\n");
            await writer.WriteLineAsync($"wrote {file}");
        }

        await app.StopAsync();
    }

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
