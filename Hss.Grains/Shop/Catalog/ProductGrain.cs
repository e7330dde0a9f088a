using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Catalog;

/// <summary>
/// One product. One command at a time, because a change of the serial number or the category is several steps: hold, commit, confirm or
/// release. Whatever a crash leaves between them is settled from the committed state.
/// </summary>
[GrainType("product")]
public sealed class ProductGrain(EntityServices services, IGrainFactory grains)
    : ProcessGrain<ProductState>(ProductKind.Instance, services), IProductGrain
{
    /// <inheritdoc />
    public async Task<Outcome<ProductView>> Prepare(CallContext context, CreateProduct command)
    {
        var known = await Execute(context, static (state, _) => ProductRules.MayCreate(state), ProductViews.Of);
        if (known.Replayed || !known.Accepted)
            return known;
        return await Take(context.OfOneStep(), command.SerialName, command.Details.CategoryId) is { } refusal ? refusal : known;
    }

    /// <inheritdoc />
    public async Task<Outcome<ProductView>> Create(CallContext context, CreateProduct command)
    {
        var created = await Execute(context, (state, now) => ProductRules.Create(state, command, now), ProductViews.Of);
        if (created.Accepted)
        {
            await Downwards.Try(() => Name(command.SerialName).Confirm(context.OfOneStep(), Key));
            await Downwards.Try(() => Category(command.Details.CategoryId).Release(context.OfOneStep(), Key));
        }

        return created;
    }

    /// <inheritdoc />
    public async Task<Outcome<ProductView>> Change(CallContext context, ChangeProduct command)
    {
        var (before, serial) = await Read(static (state, _) => (state.Details, state.SerialName));
        var allowed = await Execute(context, (state, now) => ProductRules.Change(state, command, now) is { Refusal: { } refusal } ? refusal : Decision.Unchanged, ProductViews.Of);
        if (!allowed.Accepted)
            return allowed;
        var newSerial = command.SerialName is { } name && name != serial ? name : (EntityKey?)null;
        var newCategory = command.CategoryId == before.CategoryId ? null : command.CategoryId;
        if (await Take(context.OfOneStep(), newSerial, newCategory) is { } taken)
            return taken;

        var changed = await Execute(context, (state, now) => ProductRules.Change(state, command, now), ProductViews.Of);
        if (newSerial is { } confirmed)
        {
            await Downwards.Try(() => Name(confirmed).Confirm(context.OfOneStep(), Key));
            await Downwards.Try(() => Name(serial).Release(context.OfOneStep(), Key));
        }

        if (newCategory is not null)
            await Downwards.Try(() => Category(newCategory).Release(context.OfOneStep(), Key));
        return changed;
    }

    /// <inheritdoc />
    public Task<Outcome<ProductView>> SetDiscount(CallContext context, decimal rate) =>
        Execute(context, (state, now) => ProductRules.SetDiscount(state, rate, now), ProductViews.Of);

    /// <inheritdoc />
    public Task<Outcome<ProductView>> ClearDiscount(CallContext context) => Execute(context, ProductRules.ClearDiscount, ProductViews.Of);

    /// <inheritdoc />
    public Task<Outcome<ProductView>> SetRating(CallContext context, decimal? average, int count, long asOf) =>
        Execute(context, (state, now) => ProductRules.SetRating(state, average, count, asOf, now), ProductViews.Of);

    /// <inheritdoc />
    public async Task<Outcome<ProductView>> Delete(CallContext context)
    {
        var serial = await Read(static (state, _) => state.SerialName);
        var deleted = await Execute(context, ProductRules.Delete, ProductViews.Of);
        if (deleted.Accepted)
            await Downwards.Try(() => Name(serial).Release(context.OfOneStep(), Key));
        return deleted;
    }

    /// <inheritdoc />
    public Task<ProductView?> Get() => Read(static (state, version) => state.Exists ? ProductViews.Of(state) with { Version = version } : null);

    /// <inheritdoc />
    public Task<ProductQuote?> Quote() => Read(static (state, _) => state.Exists
        ? new ProductQuote(state.Id, state.Details.Name, ProductRules.FinalPrice(state.Details.Price, state.DiscountRate))
        : null);

    /// <inheritdoc />
    public async Task Settle(OverdueHold hold)
    {
        var context = CallContext.System("settle");
        var owns = await Execute(context, ProductRules.Settle, state => state.Exists && state.SerialName == hold.Resource);
        // A category is held only while a commit that refers to it is under way, and none is: commands come one at a time.
        if (hold.Resource.Kind == CategoryKind.Instance.Name)
            await Category(hold.Resource.Id).Release(context, Key);
        else
            _ = owns.Value ? await Name(hold.Resource).Confirm(context, Key) : await Name(hold.Resource).Release(context, Key);
    }

    // All that is named, or nothing.
    private async Task<Refusal?> Take(CallContext context, EntityKey? serial, string? category)
    {
        if (serial is { } name && !(await Name(name).Hold(context, Key)).Accepted)
            return ProductRules.SerialTaken;
        if (category is null || (await Category(category).Hold(context, Key)).Accepted)
            return null;
        if (serial is { } held)
            await Downwards.Try(() => Name(held).Release(context, Key));
        return ProductRules.CategoryNotFound;
    }

    private IUniqueNameGrain Name(EntityKey key) => grains.GetGrain<IUniqueNameGrain>(key.ToString());

    private ICategoryGrain Category(string id) => grains.GetGrain<ICategoryGrain>(CategoryKind.Instance.Key(id).ToString());
}
