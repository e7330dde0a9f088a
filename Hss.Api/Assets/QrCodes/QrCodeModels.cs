using System.Collections.Immutable;
using Hss.Interfaces.Assets;

namespace Hss.Api.Assets.QrCodes;

/// <summary>The asset that a QR code leads to.</summary>
public sealed record DecodedQrCode(string Id, string AssetTag, string Name, string Status, string CategoryId, string? LocationId, string? AssignedTo)
{
    /// <summary>Of an asset.</summary>
    public static DecodedQrCode Of(AssetView asset) =>
        new(asset.Id, asset.Tag, asset.Details.Name, asset.Status, asset.Details.CategoryId, asset.Details.LocationId, asset.AssignedTo);
}

/// <summary>QR codes of several assets.</summary>
/// <param name="Total">How many; unknown assets are left out.</param>
public sealed record QrCodeList(int Total, ImmutableArray<QrCodeLink> QrCodes);

/// <summary>Where an asset's QR code is.</summary>
/// <param name="QrCodeUrl">Below the mount.</param>
public sealed record QrCodeLink(string AssetId, string AssetTag, string Name, string QrCodeUrl);

/// <summary>What to print on an asset's label.</summary>
/// <param name="Category">Its name.</param>
/// <param name="Location">Its name, or null.</param>
/// <param name="QrCodeUrl">Below the mount.</param>
public sealed record QrCodePrint(string AssetId, string AssetTag, string Name, string? Category, string? Location, string QrCodeUrl, LabelFormat LabelFormat);

/// <summary>The size of a label.</summary>
public sealed record LabelFormat(string Width, string Height, string QrSize)
{
    /// <summary>The one that there is.</summary>
    public static readonly LabelFormat Usual = new("2.5in", "1.5in", "1.2in");
}
