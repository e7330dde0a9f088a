namespace Hss.Interfaces.Assets;

/// <summary>How long and how large the fields of assets may be.</summary>
public static class AssetLimits
{
    /// <summary>Characters of a name.</summary>
    public const int Name = 200;

    /// <summary>Characters of notes.</summary>
    public const int Notes = 1000;

    /// <summary>Characters of model, serial number and supplier.</summary>
    public const int Label = 255;

    /// <summary>The highest price.</summary>
    public const decimal MaxPrice = 9_999_999_999.99m;
}
