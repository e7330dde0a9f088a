using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Robots;

namespace Hss.Grains.Robots.Waypoints;

/// <summary>One waypoint. One command at a time, as making and renaming are several steps: hold the unique names, commit, confirm or give back.</summary>
[GrainType("waypoint")]
public sealed class WaypointGrain(EntityServices services, IGrainFactory grains) : ProcessGrain<WaypointState>(WaypointKind.Instance, services), IWaypointGrain
{
    /// <inheritdoc />
    public async Task<Outcome<WaypointView>> Create(CallContext context, WaypointFacts facts, WaypointNames names)
    {
        var known = await Execute(context, (state, _) => WaypointRules.MayCreate(state), WaypointViews.Of);
        if (known.Replayed || !known.Accepted)
            return known;
        return await Under(context, names, () => Execute(
            context, (state, now) => WaypointRules.Create(state, facts, names.Name!.Value, names.Code!.Value, now), WaypointViews.Of));
    }

    /// <inheritdoc />
    public async Task<Outcome<WaypointView>> Change(CallContext context, WaypointFacts facts, ImmutableArray<string> fields, WaypointNames names)
    {
        var (oldName, oldCode) = await Read(static (state, _) => (state.NameKey, state.CodeKey));
        var allowed = await Execute(
            context,
            (state, now) => WaypointRules.Change(state, facts, fields, names, now) is { Refusal: { } refusal } ? refusal : Decision.Unchanged,
            WaypointViews.Of);
        if (allowed.Replayed || !allowed.Accepted)
            return allowed;
        var moved = new WaypointNames(names.Name == oldName ? null : names.Name, names.Code == oldCode ? null : names.Code);
        var changed = await Under(context, moved, () => Execute(context, (state, now) => WaypointRules.Change(state, facts, fields, names, now), WaypointViews.Of));
        if (changed.Accepted)
        {
            await Free(context, moved.Name is null ? null : oldName);
            await Free(context, moved.Code is null ? null : oldCode);
        }

        return changed;
    }

    /// <inheritdoc />
    public async Task<Outcome<bool>> Delete(CallContext context)
    {
        var (name, code) = await Read(static (state, _) => (state.NameKey, state.CodeKey));
        var deleted = await Execute(context, WaypointRules.Delete, static _ => true);
        if (deleted.Accepted)
        {
            await Free(context, name);
            await Free(context, code);
        }

        return deleted;
    }

    /// <inheritdoc />
    public Task<WaypointView?> Get() => Read(static (state, version) => state.Exists ? WaypointViews.Of(state) with { Version = version } : null);

    /// <inheritdoc />
    public async Task Settle(OverdueHold hold)
    {
        var context = CallContext.System("settle");
        var owns = await Execute(context, WaypointRules.Settle, state => state.Owns(hold.Resource));
        _ = owns.Value ? await Name(hold.Resource).Confirm(context, Key) : await Name(hold.Resource).Release(context, Key);
    }

    // When nobody knows whether the commit was done, the holds stay: they come due, and then it is known.
    private async Task<Outcome<WaypointView>> Under(CallContext context, WaypointNames names, Func<Task<Outcome<WaypointView>>> commit)
    {
        if (names.Name is { } name && !(await Name(name).Hold(context.OfOneStep(), Key)).Accepted)
            return WaypointRules.NameTaken;
        if (names.Code is { } code && !(await Name(code).Hold(context.OfOneStep(), Key)).Accepted)
        {
            await Free(context, names.Name);
            return WaypointRules.CodeTaken;
        }

        var outcome = await commit();
        foreach (var held in new[] { names.Name, names.Code }.OfType<EntityKey>())
            await Downwards.Try(() => outcome.Accepted ? Name(held).Confirm(context.OfOneStep(), Key) : Name(held).Release(context.OfOneStep(), Key));
        return outcome;
    }

    private async Task Free(CallContext context, EntityKey? name)
    {
        if (name is { } free)
            await Downwards.Try(() => Name(free).Release(context.OfOneStep(), Key));
    }

    private IUniqueNameGrain Name(EntityKey key) => grains.GetGrain<IUniqueNameGrain>(key.ToString());
}
