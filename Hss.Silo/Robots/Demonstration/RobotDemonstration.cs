using System.Collections.Immutable;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;
using Hss.Silo.Hosting;
using Hss.Silo.Robots.Waypoints;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Robots.Demonstration;

/// <summary>
/// Makes three robots and twelve waypoints on a small floor plan in Development. Their ids follow from their names, so a start that was cut off is
/// completed by the next, and what somebody has deleted stays so.
/// </summary>
public sealed class RobotDemonstration(RobotService robots, WaypointService waypoints, HssSettings settings, ILogger<RobotDemonstration> log) : IHostedService
{
    private const int Robots = 3;

    // One floor of 40 by 20 metres: desks at the front, stacks in the middle, rooms at the back.
    private static readonly ImmutableArray<WaypointFacts> Plan =
    [
        new("Circulation desk", "DESK", new(2, 10, 0), null, true),
        new("Circulation returns", "RETURNS", new(2, 6, 0), null, true),
        new("Robot dock", "DOCK", new(1, 1, 0), null, true),
        new("Main entrance", "ENTRANCE", new(0, 14, 0), null, true),
        new("Stacks A", "STACKS-A", new(12, 5, 0), null, true),
        new("Stacks B", "STACKS-B", new(12, 10, 0), null, true),
        new("Stacks C", "STACKS-C", new(12, 15, 0), null, true),
        new("Reading room", "READING", new(24, 10, 0), null, true),
        new("Study room 1", "STUDY-1", new(32, 5, 0), null, true),
        new("Study room 2", "STUDY-2", new(32, 15, 0), null, true),
        new("Staff office", "OFFICE", new(38, 10, 0), null, true),
        new("Workstation 1", "WS-1", new(24, 2, 0), null, true),
    ];

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Development)
            return;
        var context = CallContext.System("demonstration");
        var made = Plan.Select(w => Make(w.Code, () => waypoints.Create(context, IdOf($"waypoint {w.Code}"), w)))
            .Concat(Enumerable.Range(1, Robots).Select(n => Make($"Robot {n}", () =>
                robots.Register(context, IdOf($"robot {n}"), FormattableString.Invariant($"TurtleBot-4-{n:D3}"), FormattableString.Invariant($"demo-robot-{n:D3}")))));
        await Task.WhenAll(made).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string IdOf(string seed) => WaypointService.IdOf($"demonstration {seed}");

    // What is there already, or is another's by now, or what a newer program stored, is no reason not to start.
    private async Task Make<TView>(string what, Func<Task<Outcome<TView>>> make)
    {
        try
        {
            if ((await make().ConfigureAwait(false)).Refusal is { } refusal && refusal.Code != RefusalCodes.Conflict)
                log.LogWarning("{What} of the demonstration was not made: {Reason}", what, refusal.Message);
        }
        catch (JournalException e) when (e.Fault == JournalFault.Unreadable)
        {
            log.LogError("{What} of the demonstration cannot be read: {Reason}", what, e.Message);
        }
    }
}
