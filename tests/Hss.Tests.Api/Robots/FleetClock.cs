using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Robots;

/// <summary>Servers whose clock is the test's: robots are silent for as long as it says, however long a call takes.</summary>
internal static class FleetClock
{
    /// <summary>Starts one.</summary>
    public static Task<ApiServer> Start(FakeTimeProvider clock, Dictionary<string, string?>? settings = null) =>
        ApiServer.Start(settings, configure: b => b.Services.AddSingleton<TimeProvider>(clock), journalClock: clock);

    /// <summary>Lets time pass until a robot has been silent for too long.</summary>
    public static Task IsLost(FakeTimeProvider clock, ApiServer server, string robot) => Fleet.Until(async () =>
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        return (string?)(await Fleet.Status(server.Client, robot))["status"] == "OFFLINE";
    });
}
