namespace Hss.Grains.Shop;

/// <summary>Settings that the store's grains need.</summary>
/// <param name="HoldTime">How long held units wait for their order before it is asked what became of it; <c>Stock:HoldSeconds</c>, 30 s.</param>
public sealed record ShopOptions(TimeSpan HoldTime);
