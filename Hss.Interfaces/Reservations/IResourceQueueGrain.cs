using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Reservations;

/// <summary>
/// One reservable resource with its queue, keyed by the resource's number. As many reservations hold it as it has places (<c>capacity</c>);
/// the others wait in order of arrival. Whatever frees a place hands it over in the same commit.
/// </summary>
[GrainTier(GrainTier.Resource), Alias("hss.reservations.queue")]
public interface IResourceQueueGrain : IHoldOwner
{
    /// <summary>Makes the resource. Refused with <see cref="ReservationCodes.NameTaken"/>.</summary>
    [Alias("add")]
    Task<Outcome<ResourceView>> Add(CallContext context, AddResource command);

    /// <summary>Changes what is named. More places or a resource that is available again are handed out at once; fewer places evict nobody.</summary>
    [Alias("modify")]
    Task<Outcome<ResourceView>> Modify(CallContext context, ModifyResource command);

    /// <summary>
    /// Asks for a place: approved at once when one is free and nobody waits for it, else queued. Refused with
    /// <see cref="ReservationCodes.ActiveAlready"/>, <see cref="ReservationCodes.QueueFull"/>.
    /// </summary>
    [Alias("request")]
    Task<Outcome<ReservationView>> Request(CallContext context, RequestPlace command);

    /// <summary>Leaves the queue. Who holds a place is not in it (<see cref="ReservationCodes.NotQueued"/>).</summary>
    [Alias("cancel")]
    Task<Outcome<ReservationView>> Cancel(CallContext context, string accountId);

    /// <summary>Gives a place back; the next in the queue has it with the same commit. Refused with <see cref="ReservationCodes.NotApproved"/>.</summary>
    [Alias("release")]
    Task<Outcome<ReservationView>> Release(CallContext context, string accountId);

    /// <summary>Lets a held place or a place in the queue live on. Refused with <see cref="ReservationCodes.NotActive"/>, <see cref="ReservationCodes.Endless"/>.</summary>
    [Alias("keep-alive")]
    Task<Outcome<ReservationView>> KeepAlive(CallContext context, string accountId);

    /// <summary>Gives one who waits another priority; the order of the queue follows.</summary>
    [Alias("prioritise")]
    Task<Outcome<ReservationView>> Prioritise(CallContext context, string accountId, int priority);

    /// <summary>No silo ran from one time to another: every running lease lives on by that long. Idempotent.</summary>
    [Alias("extend")]
    Task<Outcome<bool>> Extend(CallContext context, DateTimeOffset from, DateTimeOffset to);

    /// <summary>The committed resource, or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<ResourceView?> Get();

    /// <summary>Who holds it and who waits, in order; leases that are over by now are left out.</summary>
    [Alias("queue"), AlwaysInterleave]
    Task<QueueView?> Queue();
}

/// <summary>A resource to make.</summary>
/// <param name="Name">1..200 characters, unique without regard to case.</param>
/// <param name="UniqueName">The key of the name's grain.</param>
/// <param name="Comment">At most 1,000 characters, or null.</param>
/// <param name="Capacity">Places; at least 1.</param>
[GenerateSerializer, Alias("hss.reservations.add"), Immutable]
public sealed record AddResource(
    [property: Id(0)] string Name, [property: Id(1)] EntityKey UniqueName, [property: Id(2)] string? Comment, [property: Id(3)] int Capacity = 1);

/// <summary>A change of a resource; null stays.</summary>
/// <param name="Availability">One of <see cref="ResourceAvailability"/>.</param>
[GenerateSerializer, Alias("hss.reservations.modify"), Immutable]
public sealed record ModifyResource(
    [property: Id(0)] string? Name,
    [property: Id(1)] EntityKey? UniqueName,
    [property: Id(2)] string? Comment,
    [property: Id(3)] int? Capacity,
    [property: Id(4)] string? Availability);

/// <summary>A wish for a place.</summary>
/// <param name="ReservationId">The number that the reservation gets when there is none yet.</param>
/// <param name="UserId">The user's number on <c>/reservia</c>.</param>
/// <param name="Priority">0..9; 5 unless an admin has set another.</param>
[GenerateSerializer, Alias("hss.reservations.request"), Immutable]
public sealed record RequestPlace(
    [property: Id(0)] long ReservationId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] long UserId,
    [property: Id(3)] string UserName,
    [property: Id(4)] int Priority = QueuePriority.Default);

/// <summary>Whether a resource can be had.</summary>
public static class ResourceAvailability
{
    /// <summary>Places are handed out.</summary>
    public const string Available = "available";

    /// <summary>It cannot be reached: no grants, the queue stays.</summary>
    public const string Offline = "offline";

    /// <summary>It is being worked on: no grants, the queue stays.</summary>
    public const string Maintenance = "maintenance";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Available, Offline, Maintenance];
}

/// <summary>Priorities in a queue.</summary>
public static class QueuePriority
{
    /// <summary>Served last.</summary>
    public const int Lowest = 0;

    /// <summary>What everybody has.</summary>
    public const int Default = 5;

    /// <summary>Served first.</summary>
    public const int Highest = 9;
}

/// <summary>Refusals of queues beside the common ones.</summary>
public static class ReservationCodes
{
    /// <summary>Another resource has the name (409).</summary>
    public const string NameTaken = "resource_name_taken";

    /// <summary>The user holds a place or waits already (409).</summary>
    public const string ActiveAlready = "reservation_active";

    /// <summary>Too many wait (409).</summary>
    public const string QueueFull = "queue_full";

    /// <summary>The user does not wait (404).</summary>
    public const string NotQueued = "reservation_not_queued";

    /// <summary>The user holds no place (404).</summary>
    public const string NotApproved = "reservation_not_approved";

    /// <summary>The user neither holds nor waits (404).</summary>
    public const string NotActive = "reservation_not_active";

    /// <summary>The lease has no end that could be moved (400).</summary>
    public const string Endless = "reservation_endless";
}
