using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets.Imports;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Imports;

/// <summary>Imports in the journal: stored names, lists and audience.</summary>
public sealed class AssetImportKind() : EntityKind<ImportState>(
    "asset_import",
    schema: 1,
    EventType.Of<ImportAccepted>("asset_import.accepted"),
    EventType.Of<ImportRowsKept>("asset_import.rows_kept"),
    EventType.Of<ImportAbandoned>("asset_import.abandoned"),
    EventType.Of<ImportStarted>("asset_import.started"),
    EventType.Of<ImportAdvanced>("asset_import.advanced"),
    EventType.Of<ImportEnded>("asset_import.ended"))
{
    /// <summary>The one instance.</summary>
    public static readonly AssetImportKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "sams.imports";

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IAssetImportGrain>(key.ToString());

    /// <inheritdoc />
    public override ImportState Initial(string id) => new(id);

    /// <inheritdoc />
    public override ImportState Apply(ImportState state, IEntityEvent e) => ImportRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(ImportState state) => new(state.By.Length > 0 ? state.By : null, state.Status);

    /// <inheritdoc />
    public override string Audience(ImportState state, IEntityEvent e) => e is ImportRowsKept or ImportAbandoned ? "" : "sams:manager sams:admin";
}

/// <summary>What callers see of an import's state.</summary>
public static class ImportViews
{
    /// <summary>The view of a state; the caller adds the version where it knows it.</summary>
    public static ImportView Of(ImportState state) => new(
        state.Id,
        state.Status,
        state.Rows,
        state.RowsDone - state.Errors.Length,
        state.Errors,
        state.By,
        state.Role,
        state.RequestId,
        state.CreatedAt,
        state.CompletedAt,
        Version: 0);
}
