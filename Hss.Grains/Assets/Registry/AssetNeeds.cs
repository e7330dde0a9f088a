using Hss.Grains.Assets.References;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Identity;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Numbers;

namespace Hss.Grains.Assets.Registry;

/// <summary>What one commit of an asset holds below it: its category, its location, its tag. It is confirmed after the commit, or given back.</summary>
internal sealed class AssetNeeds(IGrainFactory grains, DataKeyRing ring, CallContext context, EntityKey asset)
{
    private readonly CallContext _context = context.OfOneStep();
    private readonly List<Func<Task>> _confirm = [];
    private readonly List<Func<Task>> _release = [];

    /// <summary>The unique name of a tag that no series has.</summary>
    public static EntityKey TagName(DataKeyRing ring, string tag) => UniqueNameKind.Instance.Key($"sams_tag.{ring.Lookup($"sams_tag:{tag}")}");

    /// <summary>What keeps a tag.</summary>
    public static EntityKey Keeper(DataKeyRing ring, string tag) => AssetTags.Read(tag)?.Series ?? TagName(ring, tag);

    /// <summary>Holds the category, unless there is none.</summary>
    public async Task<Refusal?> Category(string id)
    {
        var category = grains.GetGrain<IAssetCategoryGrain>(AssetCategoryKind.Instance.Key(id).ToString());
        return await Refer(category, AssetRules.CategoryNotFound);
    }

    /// <summary>Holds the location, unless there is none.</summary>
    public async Task<Refusal?> Location(string id)
    {
        var location = grains.GetGrain<IAssetLocationGrain>(AssetLocationKind.Instance.Key(id).ToString());
        return await Refer(location, AssetRules.LocationNotFound);
    }

    /// <summary>Takes the next tag of a series.</summary>
    public async Task<string> NextTag(string categoryCode, int year)
    {
        var (code, numbers) = (AssetTags.Normal(categoryCode), Numbers(AssetTags.Series(AssetTags.Normal(categoryCode), year)));
        var number = (await numbers.Take(_context, asset)).Value;
        Keep(() => numbers.Confirm(_context, asset, number), () => numbers.Release(_context, asset, number));
        return AssetTags.Of(code, year, number);
    }

    /// <summary>Holds a tag that somebody named.</summary>
    public async Task<Refusal?> Tag(string tag)
    {
        if (AssetTags.Read(tag) is { } given)
        {
            var numbers = Numbers(given.Series);
            Keep(() => numbers.Confirm(_context, asset, given.Number), () => numbers.Release(_context, asset, given.Number));
            return Taken(await numbers.Claim(_context, asset, given.Number));
        }

        var name = grains.GetGrain<IUniqueNameGrain>(TagName(ring, tag).ToString());
        Keep(() => name.Confirm(_context, asset), () => name.Release(_context, asset));
        return Taken(await name.Hold(_context, asset));
    }

    /// <summary>After the commit.</summary>
    public Task Confirm() => Task.WhenAll(_confirm.Select(Downwards.Try));

    /// <summary>There will be no commit.</summary>
    public Task Release() => Task.WhenAll(_release.Select(Downwards.Try));

    // What is only held is not taken yet.
    private static Refusal? Taken(Outcome<bool> held) => held.Accepted ? null : held.Refusal.RetryAfter is null ? AssetRules.TagTaken : AssetRules.Undecided;

    // A hold that nobody knows the outcome of is given back like one that was taken: releasing is harmless.
    private async Task<Refusal?> Refer(IReferenceGrain reference, Refusal missing)
    {
        Keep(() => reference.Release(_context, asset), () => reference.Release(_context, asset));
        var held = await reference.Hold(_context, asset);
        return held.Accepted ? null : held.Refusal.Code == RefusalCodes.NotFound ? missing : held.Refusal;
    }

    private void Keep(Func<Task> confirm, Func<Task> release)
    {
        _confirm.Add(confirm);
        _release.Add(release);
    }

    private INumberGrain Numbers(EntityKey key) => grains.GetGrain<INumberGrain>(key.ToString());
}
