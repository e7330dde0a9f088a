using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Assets.Imports;

/// <summary>
/// One import of a file of assets, keyed by its UUID. It is accepted when all that its rows need is held (categories, locations, tags) and the rows
/// are durable; then each row becomes an asset whose id follows from the import's id and the row's number, whatever stops and starts in between.
/// </summary>
[GrainTier(GrainTier.Process), Alias("hss.assets.import")]
public interface IAssetImportGrain : IHoldOwner
{
    /// <summary>
    /// Takes the rows on. Refused with <see cref="RefusalCodes.Invalid"/>, each row at fault named as <c>[line].column</c>, when something that a row
    /// needs is not to be had; then nothing is kept. Refused with <see cref="ImportCodes.Abandoned"/> when the id was given up before.
    /// </summary>
    [Alias("accept")]
    Task<Outcome<ImportView>> Accept(CallContext context, ImmutableArray<ImportRow> rows);

    /// <summary>The rows are about to become assets: their tags are given for ever. Idempotent.</summary>
    [Alias("start")]
    Task<Outcome<ImportView>> Start(CallContext context);

    /// <summary>The next rows, or none when all were advanced over.</summary>
    [Alias("next"), AlwaysInterleave]
    Task<ImportPart?> Next();

    /// <summary>The rows of a part are assets now, but for those that are named. Idempotent; the last part ends the import.</summary>
    [Alias("advance")]
    Task<Outcome<ImportView>> Advance(CallContext context, int part, ImmutableArray<ImportRowError> errors);

    /// <summary>The committed import, or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<ImportView?> Get();
}

/// <summary>Some rows of an import.</summary>
/// <param name="Number">From 0.</param>
[GenerateSerializer, Alias("hss.assets.import-part"), Immutable]
public sealed record ImportPart([property: Id(0)] int Number, [property: Id(1)] ImmutableArray<ImportRow> Rows);

/// <summary>A row that could not become an asset, though all was held for it.</summary>
[GenerateSerializer, Alias("hss.assets.import-row-error"), Immutable]
public sealed record ImportRowError([property: Id(0)] int Line, [property: Id(1)] string Tag, [property: Id(2)] string Message);

/// <summary>An import as others see it.</summary>
/// <param name="Status">One of <see cref="ImportStatus"/>.</param>
/// <param name="Rows">How many there are.</param>
/// <param name="Created">How many are assets, as far as that is recorded.</param>
/// <param name="By">Who imports; the assets are made in this name.</param>
/// <param name="Role">That account's role when it was accepted.</param>
/// <param name="RequestId">The request that it came with.</param>
[GenerateSerializer, Alias("hss.assets.import-view"), Immutable]
public sealed record ImportView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Status,
    [property: Id(2)] int Rows,
    [property: Id(3)] int Created,
    [property: Id(4)] ImmutableArray<ImportRowError> Errors,
    [property: Id(5)] string By,
    [property: Id(6)] string Role,
    [property: Id(7)] string RequestId,
    [property: Id(8)] DateTimeOffset CreatedAt,
    [property: Id(9)] DateTimeOffset? CompletedAt,
    [property: Id(10)] long Version);

/// <summary>The states of an import.</summary>
public static class ImportStatus
{
    /// <summary>Durable, with all that it needs.</summary>
    public const string Accepted = "accepted";

    /// <summary>Its rows become assets.</summary>
    public const string Running = "running";

    /// <summary>Every row is an asset.</summary>
    public const string Completed = "completed";

    /// <summary>It has ended, and some rows could not become assets.</summary>
    public const string Failed = "failed";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Accepted, Running, Completed, Failed];
}

/// <summary>Refusals of imports beside the common ones.</summary>
public static class ImportCodes
{
    /// <summary>The id was given up before the import was accepted; another id may be.</summary>
    public const string Abandoned = "asset_import_abandoned";
}
