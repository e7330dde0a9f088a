using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Assets;

/// <summary>The states of an asset (the document's vocabulary). A deleted asset is disposed.</summary>
public static class AssetStatus
{
    /// <summary>In store, free to be taken.</summary>
    public const string Available = "available";

    /// <summary>Somebody has it.</summary>
    public const string Assigned = "assigned";

    /// <summary>On its way.</summary>
    public const string InTransit = "in_transit";

    /// <summary>Under repair.</summary>
    public const string Maintenance = "maintenance";

    /// <summary>Out of use for ever.</summary>
    public const string Disposed = "disposed";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Available, Assigned, InTransit, Maintenance, Disposed];
}

/// <summary>What people say about an asset.</summary>
/// <param name="Name">1..200 characters.</param>
/// <param name="PurchasePriceCents">Integer cents, at least 0; null when unknown.</param>
/// <param name="Notes">At most 1,000 characters.</param>
[GenerateSerializer, Alias("hss.assets.details"), Immutable]
public sealed record AssetDetails(
    [property: Id(0)] string Name,
    [property: Id(1)] string CategoryId,
    [property: Id(2)] string? LocationId,
    [property: Id(3)] DateTimeOffset? PurchaseDate,
    [property: Id(4)] long? PurchasePriceCents,
    [property: Id(5)] DateTimeOffset? WarrantyEnd,
    [property: Id(6)] string? Notes,
    [property: Id(7)] string? Model,
    [property: Id(8)] string? SerialNumber,
    [property: Id(9)] string? Supplier);

/// <summary>An asset to make.</summary>
/// <param name="Tag">1..50 characters, or null for the next of its series.</param>
/// <param name="Status">Null for <c>available</c>, or <c>assigned</c> when somebody gets it.</param>
/// <param name="AssignedTo">Who has it from the beginning, or null.</param>
[GenerateSerializer, Alias("hss.assets.create"), Immutable]
public sealed record CreateAsset(
    [property: Id(0)] AssetDetails Details,
    [property: Id(1)] string? Tag,
    [property: Id(2)] string? Status,
    [property: Id(3)] string? AssignedTo)
{
    /// <summary>The import that holds category, location and tag for it already (the tag is then named), or null.</summary>
    [Id(4)]
    public EntityKey? Import { get; init; }
}

/// <summary>A change of an asset: what is named becomes so, null in <see cref="AssetDetails"/> included; the rest stays.</summary>
/// <param name="Fields">The names of the members of <paramref name="Details"/> that count, as the contract writes them (<c>purchase_date</c>), and <c>status</c>, <c>assigned_to</c>.</param>
[GenerateSerializer, Alias("hss.assets.change"), Immutable]
public sealed record ChangeAsset(
    [property: Id(0)] AssetDetails Details,
    [property: Id(1)] ImmutableArray<string> Fields,
    [property: Id(2)] string? Status,
    [property: Id(3)] string? AssignedTo);

/// <summary>An asset as others see it.</summary>
/// <param name="DueBack">When its holder is expected to bring it back, or null.</param>
/// <param name="CheckoutWorkflow">The workflow by which its holder got it, or null.</param>
/// <param name="Reservations">Those that are not over, by time.</param>
[GenerateSerializer, Alias("hss.assets.view"), Immutable]
public sealed record AssetView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Tag,
    [property: Id(2)] AssetDetails Details,
    [property: Id(3)] string Status,
    [property: Id(4)] string? AssignedTo,
    [property: Id(5)] DateTimeOffset? DueBack,
    [property: Id(6)] string? CheckoutWorkflow,
    [property: Id(7)] ImmutableArray<AssetReservation> Reservations,
    [property: Id(8)] DateTimeOffset CreatedAt,
    [property: Id(9)] DateTimeOffset UpdatedAt,
    [property: Id(10)] DateTimeOffset? DeletedAt,
    [property: Id(11)] long Version);
