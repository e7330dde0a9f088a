using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Robots;

/// <summary>A place that robots know, keyed by its UUID. Its name and its code are unique, whatever the case of their letters.</summary>
[GrainTier(GrainTier.Reference), Alias("hss.robots.waypoint")]
public interface IWaypointGrain : IHoldOwner
{
    /// <summary>Makes it. Refused with <see cref="WaypointCodes.NameTaken"/> or <see cref="WaypointCodes.CodeTaken"/>.</summary>
    [Alias("create")]
    Task<Outcome<WaypointView>> Create(CallContext context, WaypointFacts facts, WaypointNames names);

    /// <summary>Gives it other facts. Refused like <see cref="Create"/>; the same facts again change nothing.</summary>
    /// <param name="fields">Which of the facts to take, by their names on the wire.</param>
    [Alias("change")]
    Task<Outcome<WaypointView>> Change(CallContext context, WaypointFacts facts, ImmutableArray<string> fields, WaypointNames names);

    /// <summary>Takes it away; the caller has looked who uses it. Refused with <see cref="RefusalCodes.NotFound"/>.</summary>
    [Alias("delete")]
    Task<Outcome<bool>> Delete(CallContext context);

    /// <summary>The committed waypoint, or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<WaypointView?> Get();
}

/// <summary>Refusals of waypoints beside the common ones.</summary>
public static class WaypointCodes
{
    /// <summary>Another has this name (409).</summary>
    public const string NameTaken = "waypoint_name_taken";

    /// <summary>Another has this code (409).</summary>
    public const string CodeTaken = "waypoint_code_taken";

    /// <summary>Open tasks or robots name it (409, with them).</summary>
    public const string InUse = "waypoint_in_use";
}

/// <summary>What a waypoint is.</summary>
/// <param name="Name">1..120 characters.</param>
/// <param name="Code">1..50 characters.</param>
/// <param name="Position">In metres from the origin of the building's plan.</param>
/// <param name="Metadata">A JSON object as text, at most 4 kB, or null.</param>
/// <param name="IsActive">Whether people should choose it for new tasks.</param>
[GenerateSerializer, Alias("hss.robots.waypoint-facts"), Immutable]
public sealed record WaypointFacts(
    [property: Id(0)] string Name, [property: Id(1)] string Code, [property: Id(2)] Position Position, [property: Id(3)] string? Metadata, [property: Id(4)] bool IsActive);

/// <summary>What keeps a waypoint's name and code unique.</summary>
/// <param name="Name">The unique name of the name, or null when that is not named.</param>
/// <param name="Code">The unique name of the code, or null when that is not named.</param>
[GenerateSerializer, Alias("hss.robots.waypoint-names"), Immutable]
public sealed record WaypointNames([property: Id(0)] EntityKey? Name, [property: Id(1)] EntityKey? Code);

/// <summary>A waypoint as callers see it.</summary>
[GenerateSerializer, Alias("hss.robots.waypoint-view"), Immutable]
public sealed record WaypointView(
    [property: Id(0)] string Id,
    [property: Id(1)] WaypointFacts Facts,
    [property: Id(2)] DateTimeOffset CreatedAt,
    [property: Id(3)] DateTimeOffset UpdatedAt,
    [property: Id(4)] long Version);
