using System.Globalization;
using Hss.Silo.Hosting;
using QRCoder;

namespace Hss.Silo.Assets.QrCodes;

/// <summary>
/// Assets' QR codes as PNG images, black on white: error level L, a border of two modules, and modules of <c>size / 33</c> whole pixels (the rule of
/// the earlier system), so an image has as many pixels a side as comes nearest to its size by that rule.
/// </summary>
public sealed class QrImages(QrCodeSettings settings)
{
    /// <summary>The smallest size, in pixels a side.</summary>
    public const int MinSize = 100;

    /// <summary>The largest size, in pixels a side.</summary>
    public const int MaxSize = 1000;

    /// <summary>The size when none is named.</summary>
    public const int UsualSize = 300;

    private const int Border = 2;
    private const int ModulesOfBoxRule = 33;
    // What the generator puts around its code (ISO/IEC 18004's quiet zone).
    private const int GeneratedBorder = 4;

    /// <summary>The address that an asset's QR code leads to.</summary>
    public string AddressOf(string assetId) => $"{settings.AssetPages}/{assetId}";

    /// <summary>The image of an asset's QR code.</summary>
    /// <param name="size">Pixels a side, <see cref="MinSize"/> to <see cref="MaxSize"/>.</param>
    public byte[] Png(string assetId, int size)
    {
        using var data = QRCodeGenerator.GenerateQrCode(AddressOf(assetId), QRCodeGenerator.ECCLevel.L);
        const int surplus = GeneratedBorder - Border;
        data.ModuleMatrix.RemoveRange(data.ModuleMatrix.Count - surplus, surplus);
        data.ModuleMatrix.RemoveRange(0, surplus);
        foreach (var row in data.ModuleMatrix)
        {
            row.RightShift(surplus);
            row.Length -= 2 * surplus;
        }

        using var image = new PngByteQRCode(data);
        return image.GetGraphic(Math.Max(1, size / ModulesOfBoxRule));
    }

    /// <summary>The asset's id in what a reader shows: its address, with any query, or the id alone.</summary>
    public static string IdIn(string data)
    {
        var text = data.Trim();
        var end = text.AsSpan().IndexOfAny('?', '#');
        text = (end < 0 ? text : text[..end]).TrimEnd('/');
        var id = text[(text.LastIndexOf('/') + 1)..];
        return Guid.TryParseExact(id, "D", out var uuid) ? uuid.ToString("D", CultureInfo.InvariantCulture) : id;
    }
}
