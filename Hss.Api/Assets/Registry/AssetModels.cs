using System.ComponentModel.DataAnnotations;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets;
using Hss.Silo.Assets.Registry;

namespace Hss.Api.Assets.Registry;

/// <summary>An asset to make.</summary>
[NumericText]
public sealed record CreateAssetRequest
{
    internal const double MaxPrice = 1_000_000_000_000;

    internal const int MaxId = 100;

    /// <summary>Up to 50 characters, unique for ever; absent: the next <c>SRS-&lt;category code&gt;-&lt;year&gt;-&lt;number&gt;</c>.</summary>
    [StringLength(AssetTags.MaxLength)]
    public string? AssetTag { get; init; }

    /// <summary>1..200 characters.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Available when absent, or assigned when somebody gets it.</summary>
    [AllowedValues(AssetStatus.Available, AssetStatus.Assigned, AssetStatus.InTransit, AssetStatus.Maintenance, AssetStatus.Disposed)]
    public string? Status { get; init; }

    /// <summary>The category's id.</summary>
    [Required, StringLength(MaxId)]
    public string? CategoryId { get; init; }

    /// <summary>The location's id.</summary>
    [StringLength(MaxId)]
    public string? LocationId { get; init; }

    /// <summary>The id of the user who has it from the beginning.</summary>
    [StringLength(MaxId)]
    public string? AssignedTo { get; init; }

    /// <summary>A date, or a date and time; UTC unless it says otherwise.</summary>
    public DateTimeOffset? PurchaseDate { get; init; }

    /// <summary>0 or more, with at most two decimals; a number or a text.</summary>
    [Range(0, MaxPrice), Cents]
    public decimal? PurchasePrice { get; init; }

    /// <summary>A date, or a date and time; UTC unless it says otherwise.</summary>
    public DateTimeOffset? WarrantyEnd { get; init; }

    /// <summary>Up to 1,000 characters.</summary>
    [StringLength(1000)]
    public string? Notes { get; init; }

    /// <summary>Up to 255 characters.</summary>
    [StringLength(255)]
    public string? Model { get; init; }

    /// <summary>Up to 255 characters.</summary>
    [StringLength(255)]
    public string? SerialNumber { get; init; }

    /// <summary>Up to 255 characters.</summary>
    [StringLength(255)]
    public string? Supplier { get; init; }

    internal CreateAsset Command => new(
        AssetBodies.Details(Name, CategoryId, LocationId, PurchaseDate, PurchasePrice, WarrantyEnd, Notes, Model, SerialNumber, Supplier),
        Texts.Kept(AssetTag),
        Status,
        Texts.Kept(AssignedTo));
}

/// <summary>What to change of an asset; what is not named stays, and null takes away what an asset can be without.</summary>
[NumericText]
public sealed record UpdateAssetRequest
{
    /// <summary>The tag never changes: only the present one is accepted.</summary>
    [StringLength(AssetTags.MaxLength)]
    public string? AssetTag { get; init; }

    /// <summary>1..200 characters.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Every one but assigned takes the holder away.</summary>
    [AllowedValues(AssetStatus.Available, AssetStatus.Assigned, AssetStatus.InTransit, AssetStatus.Maintenance, AssetStatus.Disposed)]
    public string? Status { get; init; }

    /// <summary>The category's id.</summary>
    [StringLength(CreateAssetRequest.MaxId, MinimumLength = 1)]
    public string? CategoryId { get; init; }

    /// <summary>The location's id.</summary>
    [StringLength(CreateAssetRequest.MaxId), NullTakesAway]
    public string? LocationId { get; init; }

    /// <summary>The id of the user who gets it.</summary>
    [StringLength(CreateAssetRequest.MaxId), NullTakesAway]
    public string? AssignedTo { get; init; }

    /// <summary>A date, or a date and time; UTC unless it says otherwise.</summary>
    [NullTakesAway]
    public DateTimeOffset? PurchaseDate { get; init; }

    /// <summary>0 or more, with at most two decimals; a number or a text.</summary>
    [Range(0, CreateAssetRequest.MaxPrice), Cents, NullTakesAway]
    public decimal? PurchasePrice { get; init; }

    /// <summary>A date, or a date and time; UTC unless it says otherwise.</summary>
    [NullTakesAway]
    public DateTimeOffset? WarrantyEnd { get; init; }

    /// <summary>Up to 1,000 characters.</summary>
    [StringLength(1000), NullTakesAway]
    public string? Notes { get; init; }

    /// <summary>Up to 255 characters.</summary>
    [StringLength(255), NullTakesAway]
    public string? Model { get; init; }

    /// <summary>Up to 255 characters.</summary>
    [StringLength(255), NullTakesAway]
    public string? SerialNumber { get; init; }

    /// <summary>Up to 255 characters.</summary>
    [StringLength(255), NullTakesAway]
    public string? Supplier { get; init; }

    internal ChangeAsset Command(IEnumerable<string> fields) => new(
        AssetBodies.Details(Name, CategoryId, LocationId, PurchaseDate, PurchasePrice, WarrantyEnd, Notes, Model, SerialNumber, Supplier),
        [.. fields.Intersect(AssetFields.Names)],
        Status,
        Texts.Kept(AssignedTo));
}

/// <summary>An asset.</summary>
/// <param name="PurchasePrice">With two decimals, or null.</param>
/// <param name="Grade">By the time since its purchase: below two years A, below four B, else C; A without a purchase date.</param>
/// <param name="QrCodeUrl">Where its QR code is, below the system's root.</param>
/// <param name="AssignedUserName">The name of who has it, or null.</param>
public sealed record Asset(
    [property: SchemaFormat("uuid")] string Id,
    string AssetTag,
    string Name,
    [property: AllowedValues(AssetStatus.Available, AssetStatus.Assigned, AssetStatus.InTransit, AssetStatus.Maintenance, AssetStatus.Disposed)] string Status,
    [property: SchemaFormat("uuid")] string CategoryId,
    [property: SchemaFormat("uuid")] string? LocationId,
    [property: SchemaFormat("uuid")] string? AssignedTo,
    DateTimeOffset? PurchaseDate,
    [property: SchemaFormat("decimal")] string? PurchasePrice,
    DateTimeOffset? WarrantyEnd,
    [property: AllowedValues("A", "B", "C")] string Grade,
    string? Notes,
    string QrCodeUrl,
    string? Model,
    string? SerialNumber,
    string? Supplier,
    string? CategoryName,
    string? LocationName,
    string? AssignedUserName,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>As callers see it.</summary>
    /// <param name="now">When its grade is taken.</param>
    public static Asset Of(AssetView asset, AssetNames names, DateTimeOffset now)
    {
        var details = asset.Details;
        return new(
            asset.Id,
            asset.Tag,
            details.Name,
            asset.Status,
            details.CategoryId,
            details.LocationId,
            asset.AssignedTo,
            details.PurchaseDate,
            details.PurchasePriceCents is { } cents ? Money.ToText(cents) : null,
            details.WarrantyEnd,
            AssetGrades.Of(details.PurchaseDate, now),
            details.Notes,
            $"/api/v1/qrcode/generate/{asset.Id}",
            details.Model,
            details.SerialNumber,
            details.Supplier,
            names.Categories.GetValueOrDefault(details.CategoryId)?.Details.Name,
            details.LocationId is { } location ? names.Locations.GetValueOrDefault(location)?.Details.Name : null,
            asset.AssignedTo is { } holder ? names.People.GetValueOrDefault(holder)?.Name : null,
            asset.CreatedAt,
            asset.UpdatedAt);
    }
}

/// <summary>What both bodies have in common.</summary>
internal static class AssetBodies
{
    public static AssetDetails Details(
        string? name,
        string? category,
        string? location,
        DateTimeOffset? purchased,
        decimal? price,
        DateTimeOffset? warrantyEnd,
        string? notes,
        string? model,
        string? serial,
        string? supplier) => new(
        name?.Trim() ?? "",
        category?.Trim() ?? "",
        Texts.Kept(location),
        Microseconds(purchased),
        price is { } units ? Money.FromUnits(units) : null,
        Microseconds(warrantyEnd),
        Texts.Kept(notes),
        Texts.Kept(model),
        Texts.Kept(serial),
        Texts.Kept(supplier));

    // Stored times are UTC, in whole microseconds.
    private static DateTimeOffset? Microseconds(DateTimeOffset? time) =>
        time is { } t ? new(t.UtcTicks - (t.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero) : null;
}
