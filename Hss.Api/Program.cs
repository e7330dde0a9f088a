using Hss.Api;
using Hss.Silo.Hosting;

var configuration = new ConfigurationBuilder()
    .SetBasePath(AppContext.BaseDirectory)
    .AddJsonFile("appsettings.json", optional: true)
    .AddEnvironmentVariables()
    .AddCommandLine(args)
    .Build();
var development = string.Equals(configuration["ASPNETCORE_ENVIRONMENT"], Environments.Development, StringComparison.OrdinalIgnoreCase);

try
{
    var settings = HssSettings.Read(configuration, development);
    await using var journal = await JournalOpener.Open(settings, TimeProvider.System);
    await using var app = HssServer.Build(args, settings, journal);
    await app.RunAsync();
    return 0;
}
catch (SettingsException e)
{
    foreach (var fault in e.Faults)
        await Console.Error.WriteLineAsync(fault);
    return 2;
}
