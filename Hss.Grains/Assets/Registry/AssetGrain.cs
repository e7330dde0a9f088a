using System.Collections.Immutable;
using System.Globalization;
using Hss.Grains.Assets.References;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Numbers;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Numbers;

namespace Hss.Grains.Assets.Registry;

/// <summary>
/// One asset. One command at a time, because making it and moving it are several steps: hold, commit, confirm or give back. Whatever a crash leaves
/// between them is settled from the committed state.
/// </summary>
[GrainType("asset")]
public sealed class AssetGrain(EntityServices services, IGrainFactory grains, DataKeyRing ring)
    : ProcessGrain<AssetState>(AssetKind.Instance, services), IAssetGrain
{
    private readonly TimeProvider _time = services.Time;

    /// <inheritdoc />
    public async Task<Outcome<AssetView>> Create(CallContext context, CreateAsset command)
    {
        command = command with { Tag = command.Tag is { } named ? AssetTags.Normal(named) : null };
        var known = await Execute(context, (state, _) => AssetRules.MayCreate(state, command), AssetViews.Of);
        if (known.Replayed || !known.Accepted)
            return known;
        // An import holds all that its rows need already.
        if (command is { Import: not null, Tag: { } imported })
            return await Commit(context, command, imported);
        return await With(context, async needs =>
        {
            if ((await needs.Category(command.Details.CategoryId) ?? await Location(needs, command.Details.LocationId)) is { } missing)
                return missing;
            // All that can be refused has been asked, so that no number is taken for what is not made.
            if (command.Tag is { } tag)
                return await needs.Tag(tag) is { } taken ? taken : await Commit(context, command, tag);
            if (await Category(command.Details.CategoryId).Get() is not { } category)
                return AssetRules.CategoryNotFound;
            return await Commit(context, command, await needs.NextTag(category.Details.Code, AssetTags.Year(command.Details.PurchaseDate, _time.GetUtcNow())));
        });
    }

    /// <inheritdoc />
    public async Task<Outcome<AssetView>> Change(CallContext context, ChangeAsset command)
    {
        var before = await Read(static (state, _) => state.Details);
        var after = AssetFields.With(before, command.Details, command.Fields);
        var newCategory = after.CategoryId == before.CategoryId ? null : after.CategoryId;
        return await Referring(
            context, newCategory, after.LocationId == before.LocationId ? null : after.LocationId, (state, now) => AssetRules.Change(state, command, now));
    }

    /// <inheritdoc />
    public Task<Outcome<AssetView>> SetStatus(CallContext context, string status, string? reason) =>
        Execute(context, (state, now) => AssetRules.SetStatus(state, status, reason, now), AssetViews.Of);

    /// <inheritdoc />
    public async Task<Outcome<AssetView>> Move(CallContext context, string? locationId, string? reason)
    {
        var before = await Read(static (state, _) => state.Details.LocationId);
        return await Referring(
            context, newCategory: null, locationId == before ? null : locationId, (state, now) => AssetRules.Move(state, locationId, reason, now));
    }

    /// <inheritdoc />
    public Task<Outcome<AssetView>> Assign(CallContext context, string? userId, string? reason) =>
        Execute(context, (state, now) => AssetRules.Assign(state, userId, reason, now), AssetViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AssetView>> Delete(CallContext context) => Execute(context, AssetRules.Delete, AssetViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AssetView>> Check(WorkflowStep step) =>
        Execute(CallContext.System("check"), (state, now) => AssetWorkflowRules.Check(state, step, now), AssetViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AssetView>> Hold(CallContext context, WorkflowStep step) =>
        Execute(context, (state, now) => AssetWorkflowRules.Hold(state, step, now), AssetViews.Of);

    /// <inheritdoc />
    public Task<Outcome<AssetView>> Confirm(CallContext context, EntityKey workflow) =>
        Execute(context, (state, now) => AssetWorkflowRules.Confirm(state, workflow, now), AssetViews.Of);

    /// <inheritdoc />
    public Task<Outcome<bool>> Release(CallContext context, EntityKey workflow) =>
        Execute(context, (state, now) => AssetWorkflowRules.Release(state, workflow, now), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<AssetReservation>> Reserve(CallContext context, ReserveAsset command) =>
        Execute(context, (state, now) => AssetRules.Reserve(state, command, now), state => state.Reservations.First(r => r.Id == command.Id));

    /// <inheritdoc />
    public async Task<Outcome<AssetReservation>> CancelReservation(CallContext context, string reservationId)
    {
        // Commands come one at a time, so what is read here is what is cancelled.
        var known = await Read((state, _) => state.Reservations.FirstOrDefault(r => r.Id == reservationId));
        return await Execute(context, (state, now) => AssetRules.CancelReservation(state, reservationId, context, now), _ => known!);
    }

    /// <inheritdoc />
    public Task<AssetView?> Get() => Read(static (state, version) => state.WasMade ? AssetViews.Of(state) with { Version = version } : null);

    /// <inheritdoc />
    public async Task Settle(OverdueHold hold)
    {
        var context = CallContext.System("settle");
        var owns = (await Execute(context, AssetRules.Settle, state => state.WasMade && Keeps(state, hold))).Value;
        // A category or location is held only while a commit that refers to it is under way, and none is: commands come one at a time.
        if (hold.Resource.Kind == AssetCategoryKind.Instance.Name)
            await Category(hold.Resource.Id).Release(context, Key);
        else if (hold.Resource.Kind == AssetLocationKind.Instance.Name)
            await grains.GetGrain<IAssetLocationGrain>(hold.Resource.ToString()).Release(context, Key);
        else if (hold.Resource.Kind == NumberKind.Instance.Name)
            await Settled(grains.GetGrain<INumberGrain>(hold.Resource.ToString()), context, long.Parse(hold.HoldId, CultureInfo.InvariantCulture), owns);
        else
            await Settled(grains.GetGrain<IUniqueNameGrain>(hold.Resource.ToString()), context, owns);
    }

    /// <inheritdoc />
    protected override ImmutableArray<OverdueHold> Overdue(AssetState state, DateTimeOffset now) =>
        state.Hold is { } hold && hold.Until <= now ? [new(hold.Step.Workflow, Key.Id, Key)] : [];

    private static bool Keeps(AssetState state, OverdueHold hold) =>
        state.TagKeeper == hold.Resource && (AssetTags.Read(state.Tag) is not { } given || hold.HoldId == given.Number.ToString(CultureInfo.InvariantCulture));

    private static async Task<Refusal?> Location(AssetNeeds needs, string? id) => id is null ? null : await needs.Location(id);

    private Task<Outcome<AssetView>> Commit(CallContext context, CreateAsset command, string tag) =>
        Execute(context, (state, now) => AssetRules.Create(state, command, tag, AssetNeeds.Keeper(ring, tag), now), AssetViews.Of);

    // A change that may refer to something else: what can be refused is refused before that is held.
    private async Task<Outcome<AssetView>> Referring(CallContext context, string? newCategory, string? newLocation, Func<AssetState, DateTimeOffset, Decision> rule)
    {
        if (newCategory is null && newLocation is null)
            return await Execute(context, rule, AssetViews.Of);
        var allowed = await Execute(context, (state, now) => rule(state, now) is { Refusal: { } refusal } ? refusal : Decision.Unchanged, AssetViews.Of);
        if (allowed.Replayed || !allowed.Accepted)
            return allowed;
        return await With(context, async needs =>
        {
            if (newCategory is not null && await needs.Category(newCategory) is { } noCategory)
                return noCategory;
            return await Location(needs, newLocation) is { } noLocation ? noLocation : await Execute(context, rule, AssetViews.Of);
        });
    }

    // When nobody knows whether the commit was done, the holds stay: they come due, and then it is known.
    private async Task<Outcome<AssetView>> With(CallContext context, Func<AssetNeeds, Task<Outcome<AssetView>>> work)
    {
        var needs = new AssetNeeds(grains, ring, context, Key);
        try
        {
            var outcome = await work(needs);
            await (outcome is { Accepted: true, Replayed: false } ? needs.Confirm() : needs.Release());
            return outcome;
        }
        catch (Exception e) when (e is not JournalException { Fault: JournalFault.OutcomeUnknown })
        {
            await needs.Release();
            throw;
        }
    }

    private async Task Settled(INumberGrain numbers, CallContext context, long number, bool owns) =>
        _ = owns ? await numbers.Confirm(context, Key, number) : await numbers.Release(context, Key, number);

    private async Task Settled(IUniqueNameGrain name, CallContext context, bool owns) =>
        _ = owns ? await name.Confirm(context, Key) : await name.Release(context, Key);

    private IAssetCategoryGrain Category(string id) => grains.GetGrain<IAssetCategoryGrain>(AssetCategoryKind.Instance.Key(id).ToString());
}
