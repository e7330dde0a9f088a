using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Assets.References;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Entities;
using Hss.Silo.Identity;

namespace Hss.Silo.Assets.References;

/// <summary>What the routes of categories and locations are made of: ids and unique names for new ones.</summary>
public sealed class ReferenceService(IGrainFactory grains, UniqueNames names)
{
    private const int GuidSize = 16;

    /// <summary>The grain of a category.</summary>
    public IAssetCategoryGrain Category(string id) => grains.GetGrain<IAssetCategoryGrain>(AssetCategoryKind.Instance.Key(id).ToString());

    /// <summary>The grain of a location.</summary>
    public IAssetLocationGrain Location(string id) => grains.GetGrain<IAssetLocationGrain>(AssetLocationKind.Instance.Key(id).ToString());

    /// <summary>An id for something new: a repeat of the same operation finds the same.</summary>
    public static string NewId(CallContext context) => context.Operation is { } operation ? IdOf($"reference {operation.Id}") : Guid.NewGuid().ToString();

    /// <summary>The id that follows from a text.</summary>
    public static string IdOf(string seed) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, GuidSize)).ToString();

    /// <summary>Makes a category.</summary>
    public async Task<Outcome<CategoryView>> Create(CallContext context, string id, CategoryDetails details)
    {
        var (code, name) = (names.Key("sams_category_code", details.Code), CategoryName(details.Name));
        return await Decided(await Category(id).Create(context, new(details, code, name)).ConfigureAwait(false), code, name).ConfigureAwait(false);
    }

    /// <summary>Changes what is named of a category.</summary>
    public async Task<Outcome<CategoryView>> Change(CallContext context, string id, ChangeCategory change)
    {
        EntityKey? name = change.Fields.Contains("name") ? CategoryName(change.Details.Name) : null;
        return await Decided(await Category(id).Change(context, change with { UniqueName = name }).ConfigureAwait(false), null, name).ConfigureAwait(false);
    }

    /// <summary>Makes a location.</summary>
    public async Task<Outcome<LocationView>> Create(CallContext context, string id, LocationDetails details)
    {
        var code = names.Key("sams_location_code", details.Code);
        return await Decided(await Location(id).Create(context, new(details, code)).ConfigureAwait(false), code, null).ConfigureAwait(false);
    }

    private EntityKey CategoryName(string name) => names.Key("sams_category_name", SearchText.Of(name));

    private Task<Outcome<T>> Decided<T>(Outcome<T> outcome, EntityKey? code, EntityKey? name) => outcome.Refusal?.Code switch
    {
        ReferenceCodes.CodeTaken when code is { } taken => names.Decided(outcome, taken, Exists),
        ReferenceCodes.NameTaken when name is { } taken => names.Decided(outcome, taken, Exists),
        _ => Task.FromResult(outcome),
    };

    private async Task<bool> Exists(EntityKey owner) => owner.Kind == AssetCategoryKind.Instance.Name
        ? await Category(owner.Id).Get().ConfigureAwait(false) is not null
        : await Location(owner.Id).Get().ConfigureAwait(false) is not null;
}
