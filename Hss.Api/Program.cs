using Hss.Api;
using Hss.Api.Maintenance;
using Hss.Interfaces.Entities;
using Hss.Silo.Hosting;
using Hss.Silo.Journal;

var configuration = new ConfigurationBuilder()
    .SetBasePath(AppContext.BaseDirectory)
    .AddJsonFile("appsettings.json", optional: true)
    .AddEnvironmentVariables()
    .Build();
var development = string.Equals(configuration["ASPNETCORE_ENVIRONMENT"], Environments.Development, StringComparison.OrdinalIgnoreCase);

try
{
    if (OpenApiVerb.IsAsked(args))
        return await OpenApiVerb.Run(args[1], Console.Out);
    var settings = HssSettings.Read(configuration, development);
    foreach (var warning in UnusedVariables.Warnings(configuration))
        await Console.Error.WriteLineAsync(warning);
    if (DatabaseVerbs.IsAsked(args))
        return await DatabaseVerbs.Run(args, settings, Console.Out);
    await using var journal = await JournalOpener.Open(settings, TimeProvider.System, settings.Grains.ManySilos);
    await using var app = HssServer.Build(args, settings, journal);
    app.Lifetime.ApplicationStarted.Register(() => StartBanner.Write(Console.Error, settings, app.Urls.First()));
    await app.RunAsync();
    return Environment.ExitCode;
}
catch (SettingsException e)
{
    foreach (var fault in e.Faults)
        await Console.Error.WriteLineAsync(fault);
    return 2;
}
catch (Exception e) when (e is LeaseHeldException or JournalException or IOException or UnauthorizedAccessException or InvalidOperationException or System.Data.Common.DbException)
{
    // A start that cannot succeed says why in one line.
    await Console.Error.WriteLineAsync($"HSS cannot start: {e.Message}");
    return 1;
}
