using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets;
using Hss.Silo.Assets.References;
using Hss.Silo.Assets.Registry;

namespace Hss.Silo.Assets.Imports;

/// <summary>Writes assets as a CSV file that an import reads again. Page by page, so neither its length nor a slow reader costs memory.</summary>
public sealed class AssetExport(AssetQueries assets, AssetReferences references)
{
    private const int Page = 500;

    /// <summary>Writes the assets that match, by tag. Each is as it is when its page is read.</summary>
    /// <param name="filter">Its order does not count.</param>
    public async Task Write(AssetFilter filter, Stream target, CancellationToken cancellation)
    {
        var categories = await references.Categories(ids: null, cancellation).ConfigureAwait(false);
        var locations = await references.Locations(ids: null, cancellation).ConfigureAwait(false);
        var writer = CsvWriter.Create(target, new CsvWriterOptions(), leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var column in ImportColumns.Exported)
                writer.WriteField(column);
            await writer.EndRecordAsync(cancellation).ConfigureAwait(false);
            ImmutableArray<AssetView> page;
            for (string? last = null; (page = await assets.After(filter, last, Page, cancellation).ConfigureAwait(false)).Length > 0; last = page[^1].Tag)
            {
                foreach (var asset in page)
                {
                    var location = asset.Details.LocationId is { } place ? locations.GetValueOrDefault(place) : null;
                    Write(writer, asset, categories.GetValueOrDefault(asset.Details.CategoryId)?.Details.Code, location?.Details.Code);
                    await writer.EndRecordAsync(cancellation).ConfigureAwait(false);
                }
            }

            await writer.FlushAsync(cancellation).ConfigureAwait(false);
        }
    }

    // In the order of ImportColumns.Exported.
    private static void Write(CsvWriter writer, AssetView asset, string? category, string? location)
    {
        var details = asset.Details;
        ImmutableArray<string?> texts =
        [
            asset.Tag, details.Name, category, location, asset.Status, Date(details.PurchaseDate), Price(details.PurchasePriceCents), Date(details.WarrantyEnd),
            details.Notes, details.Model, details.SerialNumber, details.Supplier,
        ];
        foreach (var text in texts)
            writer.WriteField(FormulaGuard.Protect(text ?? ""));
    }

    private static string? Price(long? cents) => cents is { } known ? Money.ToText(known) : null;

    private static string? Date(DateTimeOffset? time) => time is not { UtcDateTime: var utc }
        ? null
        : utc.ToString(utc.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
