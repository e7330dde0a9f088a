using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Assets.Imports;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Imports;
using Hss.Interfaces.Entities;
using Hss.Silo.Effects;

namespace Hss.Silo.Assets.Imports;

/// <summary>
/// Makes assets of an import's rows, part by part. Each asset's id follows from import and row, and its tag is the row's: whatever was made before is
/// found, so it may begin again after any fault, or run in two processes.
/// </summary>
public sealed class AssetImportHandler(IGrainFactory grains) : IEffectHandler
{
    private const int GuidSize = 16;

    // An import takes longer than an effect's claim: whoever is sent again joins what runs.
    private readonly ConcurrentDictionary<EntityKey, Lazy<Task>> _running = new();

    /// <inheritdoc />
    public string Target => ImportRun.Target;

    /// <summary>The id of the asset that a row becomes.</summary>
    public static string AssetId(string importId, int row) => new Guid(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"asset import {importId} {row}"))).AsSpan(0, GuidSize)).ToString();

    /// <inheritdoc />
    public async Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var run = _running.GetOrAdd(effect.Source, key => new Lazy<Task>(() => Run(key, cancellation)));
        try
        {
            await run.Value.ConfigureAwait(false);
        }
        finally
        {
            _running.TryRemove(new(effect.Source, run));
        }
    }

    private async Task Run(EntityKey key, CancellationToken cancellation)
    {
        var import = grains.GetGrain<IAssetImportGrain>(key.ToString());
        var context = CallContext.System("asset-import");
        var started = await import.Start(context).ConfigureAwait(false);
        if (!started.Accepted)
            throw new InvalidOperationException($"{key} does not start: {started.Refusal.Message}");
        var by = new CallContext(started.Value.By, started.Value.Role, started.Value.RequestId);
        while (await import.Next().ConfigureAwait(false) is { } part)
        {
            cancellation.ThrowIfCancellationRequested();
            var errors = new ConcurrentBag<ImportRowError>();
            await FanOut.Each(
                part.Rows,
                async row =>
                {
                    if (await Create(by, key, row).ConfigureAwait(false) is { } error)
                        errors.Add(error);
                },
                cancellation).ConfigureAwait(false);
            await import.Advance(context, part.Number, [.. errors.OrderBy(e => e.Line)]).ConfigureAwait(false);
        }
    }

    private async Task<ImportRowError?> Create(CallContext by, EntityKey import, ImportRow row)
    {
        var asset = grains.GetGrain<IAssetGrain>(AssetKind.Instance.Key(AssetId(import.Id, row.Number)).ToString());
        var made = await asset.Create(by, new(row.Details, row.Tag, row.Status, null) { Import = import }).ConfigureAwait(false);
        if (made.Accepted || (made.Refusal.Code == RefusalCodes.Conflict && (await asset.Get().ConfigureAwait(false))?.Tag == row.Tag))
            return null;
        return made.Refusal.RetryAfter is null
            ? new(row.Line, row.Tag!, made.Refusal.Message)
            : throw new InvalidOperationException($"Row {row.Number} of {import} must wait: {made.Refusal.Message}");
    }
}
