using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Catalog;

/// <summary>
/// One category. One command at a time: between looking which products refer to it and deleting it, none can take a hold of it here; and a hold
/// that was taken elsewhere moves the version, so the deletion meets a conflict.
/// </summary>
[GrainType("category")]
public sealed class CategoryGrain(EntityServices services, IJournal journal, IGrainFactory grains)
    : ProcessGrain<CategoryState>(CategoryKind.Instance, services), ICategoryGrain
{
    /// <inheritdoc />
    public async Task<Outcome<CategoryView>> Create(CallContext context, NameCategory command)
    {
        var known = await Execute(context, static (state, _) => CategoryRules.MayCreate(state), CategoryViews.Of);
        if (known.Replayed || !known.Accepted)
            return known;
        if (!(await Name(command.UniqueName).Hold(context.OfOneStep(), Key)).Accepted)
            return CategoryRules.NameTaken(command.Name);
        var created = await Execute(context, (state, now) => CategoryRules.Create(state, command, now), CategoryViews.Of);
        if (created.Accepted)
            await Downwards.Try(() => Name(command.UniqueName).Confirm(context.OfOneStep(), Key));
        return created;
    }

    /// <inheritdoc />
    public async Task<Outcome<CategoryView>> Rename(CallContext context, NameCategory command)
    {
        var old = await Read(static (state, _) => state.UniqueName);
        var allowed = await Execute(context, (state, now) => CategoryRules.Rename(state, command, now) is { Refusal: { } refusal } ? refusal : Decision.Unchanged, CategoryViews.Of);
        if (!allowed.Accepted)
            return allowed;
        var moves = command.UniqueName != old;
        if (moves && !(await Name(command.UniqueName).Hold(context.OfOneStep(), Key)).Accepted)
            return CategoryRules.NameTaken(command.Name);
        var renamed = await Execute(context, (state, now) => CategoryRules.Rename(state, command, now), CategoryViews.Of);
        if (moves)
        {
            await Downwards.Try(() => Name(command.UniqueName).Confirm(context.OfOneStep(), Key));
            await Downwards.Try(() => Name(old).Release(context.OfOneStep(), Key));
        }

        return renamed;
    }

    /// <inheritdoc />
    public async Task<Outcome<CategoryView>> Delete(CallContext context)
    {
        var products = (await journal.List(
            new(ProductKind.Instance.Name)
            {
                Statuses = [ProductStatus.Active],
                Facets = [new(ProductKind.CategoryFacet, FacetOperator.Equal, Key.Id, Numeric: true)],
                Limit = 1,
            },
            default)).Total;
        var name = await Read(static (state, _) => state.UniqueName);
        var deleted = await Execute(context, (state, now) => CategoryRules.Delete(state, products, now), CategoryViews.Of);
        if (deleted.Accepted)
            await Downwards.Try(() => Name(name).Release(context.OfOneStep(), Key));
        return deleted;
    }

    /// <inheritdoc />
    public Task<Outcome<bool>> Hold(CallContext context, EntityKey product) =>
        Execute(context, (state, now) => CategoryRules.Hold(state, product, now), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> Release(CallContext context, EntityKey product) =>
        Execute(context, (state, _) => CategoryRules.Release(state, product), static _ => true);

    /// <inheritdoc />
    public Task<CategoryView?> Get() => Read(static (state, version) => state.Exists ? CategoryViews.Of(state) with { Version = version } : null);

    /// <inheritdoc />
    public async Task Settle(OverdueHold hold)
    {
        var context = CallContext.System("settle");
        var owns = await Execute(context, CategoryRules.Settle, state => state.Exists && state.UniqueName == hold.Resource);
        _ = owns.Value ? await Name(hold.Resource).Confirm(context, Key) : await Name(hold.Resource).Release(context, Key);
    }

    /// <inheritdoc />
    protected override ImmutableArray<OverdueHold> Overdue(CategoryState state, DateTimeOffset now) =>
        state.Holds.Overdue(Key, now);

    private IUniqueNameGrain Name(EntityKey key) => grains.GetGrain<IUniqueNameGrain>(key.ToString());
}
