using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Robots;

/// <summary>The emergency stop of all robots; there is one fleet, <see cref="Id"/>. A service stop, not a safety circuit.</summary>
[GrainTier(GrainTier.Reference), Alias("hss.robots.fleet")]
public interface IRobotFleetGrain : IEntityGrain
{
    /// <summary>The id of the one fleet.</summary>
    const string Id = "fleet";

    /// <summary>Stops all, also those that are registered later. The robots follow by an effect of the commit; whoever calls tells them at once. Again changes nothing.</summary>
    /// <param name="reason">At most 500 characters, or null.</param>
    [Alias("stop")]
    Task<Outcome<FleetLatch>> Stop(CallContext context, string? reason);

    /// <summary>Lifts it; stops of single robots stay. Refused with <see cref="RefusalCodes.Conflict"/> when it is not stopped.</summary>
    /// <param name="reason">1..500 characters.</param>
    [Alias("reset")]
    Task<Outcome<FleetLatch>> Reset(CallContext context, string reason);

    /// <summary>Where it stands.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<FleetLatch> Get();
}

/// <summary>Where the emergency stop of all stands.</summary>
/// <param name="Stopped">Whether all are stopped.</param>
/// <param name="Change">Grows with each stop and each reset; 0 before the first.</param>
/// <param name="Reason">What was said at the last change, or null.</param>
[GenerateSerializer, Alias("hss.robots.latch"), Immutable]
public sealed record FleetLatch([property: Id(0)] bool Stopped, [property: Id(1)] long Change, [property: Id(2)] string? Reason);
