namespace Hss.Interfaces.Assets.Imports;

/// <summary>One row of a file of assets, checked.</summary>
/// <param name="Number">From 1: the rows without the header. With the import's id it makes the asset's id.</param>
/// <param name="Line">The line of the file in which the row begins, from 1.</param>
/// <param name="Tag">Its tag; null for the next one of its series.</param>
/// <param name="Status">One of <see cref="AssetStatus"/>, not <c>assigned</c>.</param>
[GenerateSerializer, Alias("hss.assets.import-row"), Immutable]
public sealed record ImportRow(
    [property: Id(0)] int Number, [property: Id(1)] int Line, [property: Id(2)] string? Tag, [property: Id(3)] string Status, [property: Id(4)] AssetDetails Details);
