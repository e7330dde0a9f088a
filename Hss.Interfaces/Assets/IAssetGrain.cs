using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Assets;

/// <summary>
/// One asset, keyed by its UUID: it has at most one holder. A workflow that is about to be approved holds it (<see cref="Hold"/>), commits itself,
/// then confirms: so of two approvals of one free asset one wins. While a hold is undecided every other change is refused with
/// <see cref="AssetCodes.Undecided"/>, which is over within the hold time.
/// </summary>
[GrainTier(GrainTier.Resource), Alias("hss.assets.asset")]
public interface IAssetGrain : IHoldOwner
{
    /// <summary>How long a hold waits for its workflow before the workflow is asked; 30 s.</summary>
    static readonly TimeSpan HoldTime = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Makes it, with the next free tag of its series when none is named. Refused with <see cref="AssetCodes.CategoryNotFound"/>,
    /// <see cref="AssetCodes.LocationNotFound"/>, <see cref="AssetCodes.TagTaken"/>; a refusal uses up no number.
    /// </summary>
    [Alias("create")]
    Task<Outcome<AssetView>> Create(CallContext context, CreateAsset command);

    /// <summary>Changes what is named; the rest stays.</summary>
    [Alias("change")]
    Task<Outcome<AssetView>> Change(CallContext context, ChangeAsset command);

    /// <summary>Sets the status. All but <c>assigned</c> take the holder away; <c>assigned</c> without one is refused.</summary>
    [Alias("set-status")]
    Task<Outcome<AssetView>> SetStatus(CallContext context, string status, string? reason);

    /// <summary>Moves it to a location, or to none.</summary>
    [Alias("move")]
    Task<Outcome<AssetView>> Move(CallContext context, string? locationId, string? reason);

    /// <summary>Gives it to a person (status <c>assigned</c>), or takes it back (<c>available</c>).</summary>
    /// <param name="userId">An account that the caller has found to be a member of the system.</param>
    [Alias("assign")]
    Task<Outcome<AssetView>> Assign(CallContext context, string? userId, string? reason);

    /// <summary>Marks it as deleted and disposed. Its tag stays taken, its history readable.</summary>
    [Alias("delete")]
    Task<Outcome<AssetView>> Delete(CallContext context);

    /// <summary>Whether a workflow could take effect now: the refusal of <see cref="Hold"/>, or the asset. Changes nothing.</summary>
    [Alias("check"), AlwaysInterleave]
    Task<Outcome<AssetView>> Check(WorkflowStep step);

    /// <summary>
    /// Holds it for a workflow that is being approved. Idempotent by the workflow. Refused with <see cref="AssetCodes.NotAvailable"/>,
    /// <see cref="AssetCodes.NotHolder"/>, <see cref="AssetCodes.Reserved"/>, <see cref="AssetCodes.Undecided"/>.
    /// </summary>
    [Alias("hold")]
    Task<Outcome<AssetView>> Hold(CallContext context, WorkflowStep step);

    /// <summary>The workflow is approved: its step takes effect. Idempotent.</summary>
    [Alias("confirm")]
    Task<Outcome<AssetView>> Confirm(CallContext context, EntityKey workflow);

    /// <summary>The workflow is not approved after all. Idempotent.</summary>
    [Alias("release")]
    Task<Outcome<bool>> Release(CallContext context, EntityKey workflow);

    /// <summary>Reserves it for a future time. Overlapping another reservation is refused with <see cref="AssetCodes.Reserved"/>, which names it.</summary>
    [Alias("reserve")]
    Task<Outcome<AssetReservation>> Reserve(CallContext context, ReserveAsset command);

    /// <summary>Cancels a reservation.</summary>
    [Alias("cancel-reservation")]
    Task<Outcome<AssetReservation>> CancelReservation(CallContext context, string reservationId);

    /// <summary>The committed asset, deleted ones too (<see cref="AssetView.DeletedAt"/>), or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<AssetView?> Get();
}

/// <summary>What a workflow does to an asset when it is approved.</summary>
/// <param name="Workflow">Whose step it is.</param>
/// <param name="Type">One of <see cref="WorkflowTypes"/>.</param>
/// <param name="RequesterId">Who asked for it.</param>
/// <param name="AssigneeId">Who gets the asset (checkout, transfer), or null.</param>
/// <param name="ExpectedReturn">Until when (checkout), or null.</param>
[GenerateSerializer, Alias("hss.assets.workflow-step"), Immutable]
public sealed record WorkflowStep(
    [property: Id(0)] EntityKey Workflow,
    [property: Id(1)] string Type,
    [property: Id(2)] string RequesterId,
    [property: Id(3)] string? AssigneeId,
    [property: Id(4)] DateTimeOffset? ExpectedReturn);

/// <summary>A reservation to make.</summary>
/// <param name="Id">A UUID, made by the caller from the operation when there is one.</param>
[GenerateSerializer, Alias("hss.assets.reserve"), Immutable]
public sealed record ReserveAsset(
    [property: Id(0)] string Id,
    [property: Id(1)] string UserId,
    [property: Id(2)] DateTimeOffset From,
    [property: Id(3)] DateTimeOffset To,
    [property: Id(4)] string? Purpose);

/// <summary>An asset is kept for a person from one time (inclusive) to another (exclusive).</summary>
[GenerateSerializer, Alias("hss.assets.reservation"), Immutable]
public sealed record AssetReservation(
    [property: Id(0)] string Id,
    [property: Id(1)] string UserId,
    [property: Id(2)] DateTimeOffset From,
    [property: Id(3)] DateTimeOffset To,
    [property: Id(4)] string? Purpose,
    [property: Id(5)] DateTimeOffset CreatedAt);

/// <summary>The kinds of workflow (contracts, section 4: the document's four and disposal).</summary>
public static class WorkflowTypes
{
    /// <summary>Somebody takes a free asset.</summary>
    public const string Checkout = "checkout";

    /// <summary>Its holder brings it back.</summary>
    public const string Checkin = "checkin";

    /// <summary>It goes from its holder to another person.</summary>
    public const string Transfer = "transfer";

    /// <summary>It is taken out of use for repair.</summary>
    public const string Maintenance = "maintenance";

    /// <summary>It is taken out of use for ever.</summary>
    public const string Disposal = "disposal";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Checkout, Checkin, Transfer, Maintenance, Disposal];
}

/// <summary>Refusals of assets beside the common ones.</summary>
public static class AssetCodes
{
    /// <summary>No such category (404).</summary>
    public const string CategoryNotFound = "asset_category_not_found";

    /// <summary>No such location (404).</summary>
    public const string LocationNotFound = "asset_location_not_found";

    /// <summary>Another asset has the tag, or had it (400).</summary>
    public const string TagTaken = "asset_tag_taken";

    /// <summary>The tag of an asset never changes (400).</summary>
    public const string TagFixed = "asset_tag_fixed";

    /// <summary>It is not free to be taken (400).</summary>
    public const string NotAvailable = "asset_not_available";

    /// <summary>The requester does not hold it (400).</summary>
    public const string NotHolder = "asset_not_holder";

    /// <summary>Somebody has reserved it for an overlapping time (400); the message names the reservation.</summary>
    public const string Reserved = "asset_reserved";

    /// <summary>The asset has as many open reservations as it may have (400).</summary>
    public const string TooManyReservations = "asset_too_many_reservations";

    /// <summary>The status <c>assigned</c> needs a holder (400).</summary>
    public const string NeedsHolder = "asset_needs_holder";

    /// <summary>A workflow is being approved at this moment; try again (503 with Retry-After).</summary>
    public const string Undecided = "asset_undecided";
}
