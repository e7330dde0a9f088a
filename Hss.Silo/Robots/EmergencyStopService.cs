using System.Collections.Immutable;
using Hss.Grains.Robots;
using Hss.Grains.Robots.Fleet;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;
using Hss.Silo.Hosting;

namespace Hss.Silo.Robots;

/// <summary>
/// Emergency stops: first the latch is durable, then every robot is called itself, all at once, and through it its session. Acknowledgements are waited
/// for a moment; later ones are in the status. A service stop, not a safety circuit.
/// </summary>
public sealed class EmergencyStopService(IGrainFactory grains, RobotQueries queries, HssSettings settings)
{
    private IRobotFleetGrain Fleet => grains.GetGrain<IRobotFleetGrain>(RobotFleetKind.TheFleet.ToString());

    /// <summary>Stops all robots.</summary>
    public async Task<Outcome<ImmutableArray<RobotView>>> StopAll(CallContext context, string? reason, CancellationToken cancellation)
    {
        var latch = await Fleet.Stop(context, reason).ConfigureAwait(false);
        if (!latch.Accepted)
            return latch.Refusal;
        var robots = await Follow(context, latch.Value, cancellation).ConfigureAwait(false);
        return new() { Value = await Acknowledged(robots).ConfigureAwait(false), Version = latch.Version };
    }

    /// <summary>Stops one robot.</summary>
    public async Task<Outcome<ImmutableArray<RobotView>>> Stop(CallContext context, string robotId, string? reason)
    {
        var stopped = await Robot(robotId).Stop(context, reason).ConfigureAwait(false);
        if (!stopped.Accepted)
            return stopped.Refusal;
        return new() { Value = await Acknowledged([robotId]).ConfigureAwait(false), Version = stopped.Version };
    }

    /// <summary>Lifts the stop of all.</summary>
    public async Task<Outcome<ImmutableArray<RobotView>>> ResetAll(CallContext context, string reason, CancellationToken cancellation)
    {
        var latch = await Fleet.Reset(context, reason).ConfigureAwait(false);
        if (!latch.Accepted)
            return latch.Refusal;
        var robots = await Follow(context, latch.Value, cancellation).ConfigureAwait(false);
        return new() { Value = await Views(robots.Select(id => Robot(id).Get())).ConfigureAwait(false), Version = latch.Version };
    }

    /// <summary>Lifts the stop of one robot.</summary>
    public async Task<Outcome<ImmutableArray<RobotView>>> Reset(CallContext context, string robotId, string reason)
    {
        var reset = await Robot(robotId).Reset(context, reason).ConfigureAwait(false);
        if (!reset.Accepted)
            return reset.Refusal;
        return new() { Value = [reset.Value], Version = reset.Version };
    }

    /// <summary>Has robots take over where the stop of all stands; all of them, or the one that is named.</summary>
    public async Task Follow(CallContext context, string? robotId, CancellationToken cancellation)
    {
        var latch = await Fleet.Get().ConfigureAwait(false);
        if (robotId is null)
            await Follow(context, latch, cancellation).ConfigureAwait(false);
        else
            await Robot(robotId).Follow(context, latch).ConfigureAwait(false);
    }

    private static async Task<ImmutableArray<RobotView>> Views(IEnumerable<Task<RobotView?>> robots) =>
        [.. (await Task.WhenAll(robots).ConfigureAwait(false)).OfType<RobotView>()];

    private async Task<ImmutableArray<string>> Follow(CallContext context, FleetLatch latch, CancellationToken cancellation)
    {
        var plain = context.OfOneStep();
        var robots = await queries.All(cancellation).ConfigureAwait(false);
        await Task.WhenAll(robots.Select(id => Robot(id).Follow(plain, latch))).ConfigureAwait(false);
        return robots;
    }

    private Task<ImmutableArray<RobotView>> Acknowledged(ImmutableArray<string> robots) => Views(robots.Select(id => Robot(id).Acknowledged(settings.Robots.StopPatience)));

    private IRobotGrain Robot(string id) => grains.GetGrain<IRobotGrain>(RobotKind.Instance.Key(id).ToString());
}
