using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Assets;
using Hss.Grains.Assets.Imports;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets.Imports;
using Hss.Interfaces.Entities;
using Hss.Silo.Assets.References;
using Hss.Silo.Effects;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Assets.Imports;

/// <summary>What the routes of imports are made of: files checked against committed rows, imports accepted, listed and read.</summary>
public sealed class ImportService(IGrainFactory grains, IJournal journal, EntityCodec codec, AssetReferences references, ILogger<ImportService> log)
{
    private const int GuidSize = 16;
    private const int MaxIds = 10;

    /// <summary>The grain of an import.</summary>
    public IAssetImportGrain Import(string id) => grains.GetGrain<IAssetImportGrain>(AssetImportKind.Instance.Key(id).ToString());

    /// <summary>Reads a file and finds all that is wrong with it by itself.</summary>
    public async Task<ImportFile> Read(byte[] content, CancellationToken cancellation)
    {
        var categories = await references.Categories(ids: null, cancellation).ConfigureAwait(false);
        var locations = await references.Locations(ids: null, cancellation).ConfigureAwait(false);
        return ImportReader.Read(
            content, ImportReferences.Of(categories.Values.Select(c => (c.Id, c.Details.Code)), locations.Values.Select(l => (l.Id, l.Details.Code))));
    }

    /// <summary>The file with those of its tags that committed assets have, deleted ones too. What others are about to take is found when it is accepted.</summary>
    public async Task<ImportFile> WithTakenTags(ImportFile file, CancellationToken cancellation)
    {
        var taken = await Taken([.. file.Rows.Where(r => r.Tag is not null)], cancellation).ConfigureAwait(false);
        return file with
        {
            Faults = [.. file.Faults.Concat(taken.Select(r => new ImportFault(r.Line, ImportColumns.Tag, ImportFaultKind.Rule, "exists already", r.Tag))).OrderBy(f => f.Line).Take(ImportFile.MaxFaults)],
            TotalFaults = file.TotalFaults + taken.Length,
        };
    }

    /// <summary>Whether the caller's operation was done before: then <see cref="Accept"/> gives its answer again, whatever the rows are.</summary>
    public async Task<bool> IsRepeat(CallContext context) =>
        context.Operation is { } operation && await journal.FindOperation(operation.Id).ConfigureAwait(false) is not null;

    /// <summary>Takes rows on. The same operation finds the same import; an id that was given up in a crash is followed by another.</summary>
    public async Task<Outcome<ImportView>> Accept(CallContext context, ImmutableArray<ImportRow> rows)
    {
        for (var tries = 0; ; tries++)
        {
            var outcome = await Import(NewId(context, tries)).Accept(context, rows).ConfigureAwait(false);
            if (outcome.Refusal?.Code != ImportCodes.Abandoned || tries == MaxIds)
                return outcome;
        }
    }

    /// <summary>A page of imports, the newest first, with the number of all.</summary>
    public async Task<(ImmutableArray<ImportView> Items, long Total)> List(int skip, int limit, CancellationToken cancellation)
    {
        var page = await journal.List(
            new(AssetImportKind.Instance.Name) { Statuses = ImportStatus.All, Sort = [new("created_at", Descending: true)], Offset = skip, Limit = limit }, cancellation).ConfigureAwait(false);
        return ([.. codec.DecodeReadable(AssetImportKind.Instance, page.Rows, log).Select(r => ImportViews.Of(r.State) with { Version = r.Row.Version })], page.Total);
    }

    private static string NewId(CallContext context, int tries) => context.Operation is { } operation
        ? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"asset import {operation.Id} {tries}")).AsSpan(0, GuidSize)).ToString()
        : Guid.NewGuid().ToString();

    private async Task<ImmutableArray<ImportRow>> Taken(ImmutableArray<ImportRow> named, CancellationToken cancellation)
    {
        var taken = new ConcurrentBag<ImportRow>();
        await FanOut.Each(
            named,
            async row =>
            {
                var page = await journal.List(new(AssetUse.Kind) { Links = [new(AssetKind.TagLink, row.Tag!)], Limit = 1 }, cancellation).ConfigureAwait(false);
                if (page.Total > 0)
                    taken.Add(row);
            },
            cancellation).ConfigureAwait(false);
        return [.. taken.OrderBy(r => r.Line)];
    }
}
