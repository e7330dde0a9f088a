using Hss.Grains.Entities;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.References;

/// <summary>The rules of categories and locations; <c>noun</c> is what messages call one (the fact file's words).</summary>
public static class ReferenceRules
{
    /// <summary>Another one has the code.</summary>
    public static Refusal CodeTaken(string noun) => new(ReferenceCodes.CodeTaken, $"{noun} code already exists");

    /// <summary>Another one has the name.</summary>
    public static Refusal NameTaken(string noun) => new(ReferenceCodes.NameTaken, $"{noun} name already exists");

    /// <summary>Whether it may still be made under this id. It changes nothing: a repeated operation is answered by what it made before.</summary>
    public static Decision MayCreate<TDetails>(ReferenceState<TDetails> state, string noun) where TDetails : class, IReferenceDetails => state.Status switch
    {
        "" => Decision.Unchanged,
        ReferenceStatus.Abandoned => Decision.Refuse(RefusalCodes.Unavailable, $"The {noun.ToLowerInvariant()} could not be made in time; try again"),
        _ => Decision.Refuse(RefusalCodes.Conflict, $"The {noun.ToLowerInvariant()} exists"),
    };

    /// <summary>Makes it.</summary>
    public static Decision Create<TDetails>(
        ReferenceState<TDetails> state, string noun, TDetails details, EntityKey codeName, EntityKey? uniqueName, DateTimeOffset now)
        where TDetails : class, IReferenceDetails =>
        MayCreate(state, noun).Refusal is { } refusal ? refusal : Decision.Accept(new ReferenceCreated<TDetails>(details, codeName, uniqueName, now));

    /// <summary>Changes what it says, and lets an old unique name go.</summary>
    /// <param name="uniqueName">The unique name of its name from now on, or null when that stays.</param>
    public static Decision Change<TDetails>(
        ReferenceState<TDetails> state, string noun, Func<TDetails, TDetails> change, EntityKey? uniqueName, DateTimeOffset now)
        where TDetails : class, IReferenceDetails
    {
        if (!state.Exists)
            return NotFound(noun);
        var details = change(state.Details!);
        if (details.Equals(state.Details))
            return Decision.Unchanged;
        var decision = Decision.Accept(new ReferenceChanged<TDetails>(details, uniqueName ?? state.UniqueName, now));
        return uniqueName is not null && state.UniqueName is { } old && old != uniqueName ? decision.With(LetGo.Of(old)) : decision;
    }

    /// <summary>Deletes it, unless assets refer to it or are about to.</summary>
    /// <param name="assets">How many assets refer to it.</param>
    /// <param name="referrals">The <see cref="ReferenceState{TDetails}.Referrals"/> from before they were counted: more of them now, and the count says nothing.</param>
    public static Decision Delete<TDetails>(ReferenceState<TDetails> state, string noun, long assets, long referrals, DateTimeOffset now)
        where TDetails : class, IReferenceDetails
    {
        if (!state.Exists)
            return NotFound(noun);
        if (assets > 0 || !state.Holds.IsEmpty)
            return InUse(noun, Math.Max(assets, state.Holds.Length));
        return state.Referrals != referrals
            ? Decision.Refuse(RefusalCodes.Unavailable, $"The {noun.ToLowerInvariant()} is just being used; try again")
            : Decision.Accept(new ReferenceDeleted(now)).With([.. Names(state).Select(LetGo.Of)]);
    }

    /// <summary>Notes that something is about to refer to it.</summary>
    public static Decision Hold<TDetails>(ReferenceState<TDetails> state, string noun, EntityKey referrer, DateTimeOffset now)
        where TDetails : class, IReferenceDetails =>
        state.Exists ? state.Holds.Hold(referrer, () => new ReferenceHeld(referrer, now + IReferenceGrain.HoldTime)) : NotFound(noun);

    /// <summary>Ends the note.</summary>
    public static Decision Release<TDetails>(ReferenceState<TDetails> state, EntityKey referrer) where TDetails : class, IReferenceDetails =>
        state.Holds.Release(referrer, () => new ReferenceReleased(referrer));

    /// <summary>Decides, once and for all, that what was not made is never made under this id.</summary>
    public static Decision Settle<TDetails>(ReferenceState<TDetails> state, DateTimeOffset now) where TDetails : class, IReferenceDetails =>
        state.Status.Length == 0 ? Decision.Accept(new ReferenceAbandoned(now)) : Decision.Unchanged;

    /// <summary>The state after an event.</summary>
    public static ReferenceState<TDetails> Apply<TDetails>(ReferenceState<TDetails> state, IEntityEvent e) where TDetails : class, IReferenceDetails => e switch
    {
        ReferenceCreated<TDetails> c => state with
        {
            Status = ReferenceStatus.Made,
            Details = c.Details,
            CodeName = c.CodeName,
            UniqueName = c.UniqueName,
            CreatedAt = c.At,
            UpdatedAt = c.At,
        },
        ReferenceAbandoned => state with { Status = ReferenceStatus.Abandoned },
        ReferenceChanged<TDetails> c => state with { Details = c.Details, UniqueName = c.UniqueName, UpdatedAt = c.At },
        ReferenceHeld h => state with { Holds = state.Holds.Add(new(h.Referrer, h.Until)), Referrals = state.Referrals + 1 },
        ReferenceReleased r => state with { Holds = state.Holds.Without(r.Referrer) },
        ReferenceDeleted d => state with { Status = ReferenceStatus.Deleted, UpdatedAt = d.At },
        _ => throw new InvalidOperationException($"A reference has no event {e.GetType().Name}"),
    };

    private static Refusal NotFound(string noun) => new(RefusalCodes.NotFound, $"{noun} not found");

    private static Refusal InUse(string noun, long assets) =>
        new(ReferenceCodes.InUse, $"Cannot delete {noun.ToLowerInvariant()} - {(assets == 1 ? "1 asset refers" : $"{assets} assets refer")} to it");

    private static IEnumerable<EntityKey> Names<TDetails>(ReferenceState<TDetails> state) where TDetails : class, IReferenceDetails =>
        state.UniqueName is { } name ? [state.CodeName, name] : [state.CodeName];
}
