using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;

namespace Hss.Grains.Assets.References;

/// <summary>
/// One category or location. Making, changing and deleting come one at a time; holds and releases come between, so that those of many assets share
/// a commit. A deletion therefore looks twice: the count of assets counts only if no hold was taken since before it.
/// </summary>
public abstract class ReferenceGrain<TDetails, TView>(
    ReferenceKind<TDetails> kind, Func<ReferenceState<TDetails>, TView> view, EntityServices services, IJournal journal, IGrainFactory grains)
    : ProcessGrain<ReferenceState<TDetails>>(kind, services), IReferenceGrain
    where TDetails : class, IReferenceDetails
    where TView : class
{
    private const int DeleteTries = 5;

    /// <inheritdoc />
    public async Task<Outcome<bool>> Delete(CallContext context)
    {
        for (var tries = 1; ; tries++)
        {
            var (referrals, names) = await Read(static (state, _) => (state.Referrals, Names(state)));
            var assets = await AssetUse.Count(journal, kind.UseFacet, Key.Id);
            var deleted = await Execute(context, (state, now) => ReferenceRules.Delete(state, kind.Noun, assets, referrals, now), static _ => true);
            if (deleted.Refusal?.Code == RefusalCodes.Unavailable && tries < DeleteTries)
                continue;
            foreach (var name in deleted.Accepted ? names : [])
                await Downwards.Try(() => Name(name).Release(context.OfOneStep(), Key));
            return deleted;
        }
    }

    /// <inheritdoc />
    public Task<Outcome<bool>> Hold(CallContext context, EntityKey referrer) =>
        Execute(context, (state, now) => ReferenceRules.Hold(state, kind.Noun, referrer, now), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> Release(CallContext context, EntityKey referrer) =>
        Execute(context, (state, _) => ReferenceRules.Release(state, referrer), static _ => true);

    /// <inheritdoc />
    public async Task Settle(OverdueHold hold)
    {
        var context = CallContext.System("settle");
        var owns = await Execute(context, ReferenceRules.Settle, state => state.Owns(hold.Resource));
        _ = owns.Value ? await Name(hold.Resource).Confirm(context, Key) : await Name(hold.Resource).Release(context, Key);
    }

    /// <summary>Makes it: its unique names are held, then it commits itself.</summary>
    protected async Task<Outcome<TView>> Make(CallContext context, TDetails details, EntityKey codeName, EntityKey? uniqueName)
    {
        var known = await Execute(context, (state, _) => ReferenceRules.MayCreate(state, kind.Noun), view);
        if (known.Replayed || !known.Accepted)
            return known;
        if (!(await Name(codeName).Hold(context.OfOneStep(), Key)).Accepted)
            return ReferenceRules.CodeTaken(kind.Noun);
        if (uniqueName is { } name && !(await Name(name).Hold(context.OfOneStep(), Key)).Accepted)
        {
            await Downwards.Try(() => Name(codeName).Release(context.OfOneStep(), Key));
            return ReferenceRules.NameTaken(kind.Noun);
        }

        var made = await Execute(context, (state, now) => ReferenceRules.Create(state, kind.Noun, details, codeName, uniqueName, now), view);
        foreach (var own in made.Accepted ? uniqueName is { } second ? [codeName, second] : [codeName] : ImmutableArray<EntityKey>.Empty)
            await Downwards.Try(() => Name(own).Confirm(context.OfOneStep(), Key));
        return made;
    }

    /// <summary>Changes what it says; a new unique name is held first.</summary>
    protected async Task<Outcome<TView>> Alter(CallContext context, Func<TDetails, TDetails> change, EntityKey? uniqueName)
    {
        var old = await Read(static (state, _) => state.UniqueName);
        var allowed = await Execute(
            context,
            (state, now) => ReferenceRules.Change(state, kind.Noun, change, uniqueName, now) is { Refusal: { } refusal } ? refusal : Decision.Unchanged,
            view);
        if (!allowed.Accepted || allowed.Replayed)
            return allowed;
        var moves = uniqueName is not null && uniqueName != old;
        if (moves && !(await Name(uniqueName!.Value).Hold(context.OfOneStep(), Key)).Accepted)
            return ReferenceRules.NameTaken(kind.Noun);
        var changed = await Execute(context, (state, now) => ReferenceRules.Change(state, kind.Noun, change, uniqueName, now), view);
        if (moves)
        {
            // What is not needed after all, or no longer.
            var (own, free) = changed.Accepted ? (uniqueName, old) : (null, uniqueName);
            if (own is { } confirmed)
                await Downwards.Try(() => Name(confirmed).Confirm(context.OfOneStep(), Key));
            if (free is { } released)
                await Downwards.Try(() => Name(released).Release(context.OfOneStep(), Key));
        }

        return changed;
    }

    /// <inheritdoc />
    protected override ImmutableArray<OverdueHold> Overdue(ReferenceState<TDetails> state, DateTimeOffset now) => state.Holds.Overdue(Key, now);

    private static ImmutableArray<EntityKey> Names(ReferenceState<TDetails> state) =>
        !state.Exists ? [] : state.UniqueName is { } name ? [state.CodeName, name] : [state.CodeName];

    private IUniqueNameGrain Name(EntityKey key) => grains.GetGrain<IUniqueNameGrain>(key.ToString());
}
