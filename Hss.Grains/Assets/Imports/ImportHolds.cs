using System.Collections.Immutable;
using System.Globalization;
using Hss.Grains.Assets.References;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Numbers;
using Hss.Interfaces.Assets.Imports;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Numbers;

namespace Hss.Grains.Assets.Imports;

/// <summary>What an import holds below it: each category and location once, numbers of a series in one call, and tags of no series one by one.</summary>
internal sealed class ImportHolds(IGrainFactory grains, DataKeyRing ring, CallContext context, EntityKey import)
{
    private const int Parallelism = 64;

    private readonly CallContext _context = context.OfOneStep();
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly HashSet<EntityKey> _references = [];
    private readonly HashSet<EntityKey> _series = [];
    private readonly HashSet<EntityKey> _names = [];

    /// <summary>The categories and locations that were asked for.</summary>
    public ImmutableArray<EntityKey> References => [.. _references];

    /// <summary>The series that were asked for numbers.</summary>
    public ImmutableArray<EntityKey> Series => [.. _series];

    /// <summary>Holds all that the rows need; the rows with their tags, or what is not to be had.</summary>
    public async Task<(ImmutableArray<ImportRow> Rows, ImmutableArray<Fault> Faults)> Take(ImmutableArray<ImportRow> rows, DateTimeOffset now)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        foreach (var category in rows.GroupBy(r => r.Details.CategoryId))
        {
            var grain = grains.GetGrain<IAssetCategoryGrain>(AssetCategoryKind.Instance.Key(category.Key).ToString());
            if (await Refers(grain, AssetCategoryKind.Instance.Key(category.Key)) && await grain.Get() is { } view)
                _codes[category.Key] = AssetTags.Normal(view.Details.Code);
            else
                faults.AddRange(category.Select(r => Wrong(r, "category_code", "names no category")));
        }

        foreach (var location in rows.Where(r => r.Details.LocationId is not null).GroupBy(r => r.Details.LocationId!))
        {
            var key = AssetLocationKind.Instance.Key(location.Key);
            if (!await Refers(grains.GetGrain<IAssetLocationGrain>(key.ToString()), key))
                faults.AddRange(location.Select(r => Wrong(r, "location_code", "names no location")));
        }

        if (faults.Count > 0)
            return ([], faults.ToImmutable());
        // Named tags come first: the numbers that follow pass over them.
        await Claim(rows, faults);
        return faults.Count > 0 ? ([], faults.ToImmutable()) : (await Number(rows, now), []);
    }

    /// <summary>Gives it all back, whatever of it was held.</summary>
    public async Task Release()
    {
        foreach (var reference in _references)
            await Downwards.Try(() => ReleaseReference(grains, _context, reference, import));
        foreach (var series in _series)
            await Downwards.Try(() => Numbers(series).ReleaseMany(_context, import));
        foreach (var names in _names.Chunk(Parallelism))
            await Task.WhenAll(names.Select(n => Downwards.Try(() => Name(n).Release(_context, import))));
    }

    /// <summary>Gives the tags for ever.</summary>
    public async Task Confirm(ImmutableArray<EntityKey> series, IEnumerable<string> tags)
    {
        foreach (var key in series)
            await Numbers(key).ConfirmMany(_context, import);
        foreach (var names in tags.Where(t => AssetTags.Read(t) is null).Chunk(Parallelism))
            await Task.WhenAll(names.Select(n => Name(AssetNeeds.TagName(ring, n)).Confirm(_context, import)));
    }

    /// <summary>Lets a category or location go.</summary>
    public static Task ReleaseReference(IGrainFactory grains, CallContext context, EntityKey reference, EntityKey import) =>
        reference.Kind == AssetCategoryKind.Instance.Name
            ? grains.GetGrain<IAssetCategoryGrain>(reference.ToString()).Release(context, import)
            : grains.GetGrain<IAssetLocationGrain>(reference.ToString()).Release(context, import);

    private async Task<bool> Refers(IReferenceGrain grain, EntityKey key)
    {
        _references.Add(key);
        return (await grain.Hold(_context, import)).Accepted;
    }

    private async Task Claim(ImmutableArray<ImportRow> rows, ImmutableArray<Fault>.Builder faults)
    {
        var named = rows.Where(r => r.Tag is not null).Select(r => (Row: r, Given: AssetTags.Read(r.Tag!))).ToList();
        foreach (var series in named.Where(n => n.Given is not null).GroupBy(n => n.Given!.Value.Series))
        {
            _series.Add(series.Key);
            var byNumber = series.ToDictionary(n => n.Given!.Value.Number, n => n.Row);
            var held = await Numbers(series.Key).ClaimMany(_context, import, [.. byNumber.Keys.Order().Select(n => new NumberRange(n, n))]);
            if (!held.Accepted)
                faults.AddRange(held.Refusal.Details.Select(d => Taken(byNumber[long.Parse(d.Field, CultureInfo.InvariantCulture)], held.Refusal)));
        }

        foreach (var names in named.Where(n => n.Given is null).Select(n => (n.Row, Key: AssetNeeds.TagName(ring, n.Row.Tag!))).Chunk(Parallelism))
        {
            _names.UnionWith(names.Select(n => n.Key));
            var held = await Task.WhenAll(names.Select(n => Name(n.Key).Hold(_context, import)));
            faults.AddRange(names.Zip(held).Where(x => !x.Second.Accepted).Select(x => Taken(x.First.Row, x.Second.Refusal!)));
        }
    }

    private async Task<ImmutableArray<ImportRow>> Number(ImmutableArray<ImportRow> rows, DateTimeOffset now)
    {
        var tags = new Dictionary<int, string>();
        foreach (var series in rows.Where(r => r.Tag is null).GroupBy(r => (Code: _codes[r.Details.CategoryId], Year: AssetTags.Year(r.Details.PurchaseDate, now))))
        {
            var (code, year) = series.Key;
            var key = AssetTags.Series(code, year);
            _series.Add(key);
            var taken = await Numbers(key).TakeMany(_context, import, series.Count());
            if (!taken.Accepted)
                throw new InvalidOperationException($"{key} refuses numbers: {taken.Refusal.Message}");
            // What an earlier try of this import with another file took is given back, and the caller tries again.
            if (NumberRanges.Count(taken.Value) != series.Count())
                throw new JournalException(JournalFault.Busy, "An earlier try of this import is being given up");
            foreach (var (row, number) in series.Zip(NumberRanges.Each(taken.Value)))
                tags[row.Number] = AssetTags.Of(code, year, number);
        }

        return [.. rows.Select(r => r with { Tag = r.Tag ?? tags[r.Number] })];
    }

    // What is only held may come free again.
    private static Fault Taken(ImportRow row, Refusal refusal) =>
        Wrong(row, "asset_tag", refusal.RetryAfter is null ? "exists already" : "is being given to another asset at this moment");

    private static Fault Wrong(ImportRow row, string column, string message) => new(string.Create(CultureInfo.InvariantCulture, $"[{row.Line}].{column}"), message)
    {
        Sent = column == "asset_tag" ? row.Tag : null,
    };

    private INumberGrain Numbers(EntityKey key) => grains.GetGrain<INumberGrain>(key.ToString());

    private IUniqueNameGrain Name(EntityKey key) => grains.GetGrain<IUniqueNameGrain>(key.ToString());
}
