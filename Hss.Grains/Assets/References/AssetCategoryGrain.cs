using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.References;

/// <summary>One category of assets.</summary>
[GrainType("asset_category")]
public sealed class AssetCategoryGrain(EntityServices services, IJournal journal, IGrainFactory grains)
    : ReferenceGrain<CategoryDetails, CategoryView>(AssetCategoryKind.Instance, CategoryViews.Of, services, journal, grains), IAssetCategoryGrain
{
    /// <inheritdoc />
    public Task<Outcome<CategoryView>> Create(CallContext context, CreateCategory command) =>
        Make(context, command.Details, command.CodeName, command.UniqueName);

    /// <inheritdoc />
    public Task<Outcome<CategoryView>> Change(CallContext context, ChangeCategory command) =>
        Alter(context, details => CategoryViews.With(details, command), command.UniqueName);

    /// <inheritdoc />
    public Task<CategoryView?> Get() => Read(static (state, version) => state.Exists ? CategoryViews.Of(state) with { Version = version } : null);
}

/// <summary>What callers see of a category's state, and say of it.</summary>
public static class CategoryViews
{
    /// <summary>The view of a state; the caller adds the version where it knows it.</summary>
    public static CategoryView Of(ReferenceState<CategoryDetails> state) => new(state.Id, state.Details!, state.CreatedAt, state.UpdatedAt, Version: 0);

    /// <summary>What it says after a change.</summary>
    public static CategoryDetails With(CategoryDetails details, ChangeCategory command) => command.Fields.Aggregate(details, (now, field) => field switch
    {
        "name" => now with { Name = command.Details.Name },
        "description" => now with { Description = command.Details.Description },
        "is_active" => now with { IsActive = command.Details.IsActive },
        _ => now,
    });
}
