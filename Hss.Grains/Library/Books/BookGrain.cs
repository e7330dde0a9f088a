using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Books;

/// <summary>
/// One title. What happens to its copies is decided at once and written together, many readers in one commit. What concerns its ISBN is several
/// steps (hold, commit, confirm or give back); those come one after the other, beside the copies.
/// </summary>
[GrainType("book")]
public sealed class BookGrain(EntityServices services, IGrainFactory grains, DataKeyRing ring) : AggregateGrain<BookState>(BookKind.Instance, services), IBookGrain
{
    /// <summary>The space of the names of ISBNs.</summary>
    public const string IsbnSpace = "luna_isbn";

    private Task _naming = Task.CompletedTask;

    /// <inheritdoc />
    public Task<Outcome<BookView>> Create(CallContext context, BookFacts facts, bool offered) => InTurn(async () =>
    {
        if (await Kept<BookView>(context) is { } kept)
            return kept;
        var known = await Execute(context.OfOneStep(), (state, _) => BookRules.MayCreate(state, facts, offered), static state => state.Facts is null ? null : BookViews.Of(state));
        if (known.Refusal is { } refusal)
            return refusal;
        if (known.Value is { } made)
            return new() { Value = made, Version = known.Version };
        var name = NameKey(facts.Isbn);
        return await Named(context, name, () => Execute(context, (state, now) => BookRules.Create(state, facts, offered, name, now), BookViews.Of));
    });

    /// <inheritdoc />
    public Task<Outcome<BookView>> Change(CallContext context, BookChange change) => InTurn(async () =>
    {
        var (exists, before, name) = await Read(static (state, _) => (BookRules.Exists(state), state.Facts, state.IsbnName));
        var wanted = exists && change.Fields.Contains("isbn") && Isbn.Thirteen(change.Facts.Isbn) != Isbn.Thirteen(before!.Isbn) ? NameKey(change.Facts.Isbn) : name;
        if (wanted == name)
            return await Execute(context, (state, now) => BookRules.Change(state, change, name ?? default, now), BookViews.Of);
        // What can be refused is refused before the name is held.
        var allowed = await Execute(
            context, (state, now) => BookRules.Change(state, change, wanted!.Value, now) is { Refusal: { } refusal } ? refusal : Decision.Unchanged, BookViews.Of);
        if (!allowed.Accepted || allowed.Replayed)
            return allowed;
        var changed = await Named(context, wanted!.Value, () => Execute(context, (state, now) => BookRules.Change(state, change, wanted.Value, now), BookViews.Of));
        if (changed.Accepted)
            await Downwards.Try(() => Name(name!.Value).Release(context.OfOneStep(), Key));
        return changed;
    });

    /// <inheritdoc />
    public Task<Outcome<BookView>> Delete(CallContext context) => InTurn(async () =>
    {
        var name = await Read(static (state, _) => state.IsbnName);
        var deleted = await Execute(context, BookRules.Delete, BookViews.Of);
        if (deleted.Accepted && name is { } free)
            await Downwards.Try(() => Name(free).Release(context.OfOneStep(), Key));
        return deleted;
    });

    /// <inheritdoc />
    public Task<Outcome<BookGrant>> Reserve(CallContext context, BookReservation reservation) =>
        Execute(context, (state, now) => CopyRules.Reserve(state, reservation, now), state => CopyRules.Grant(state, reservation.DeliveryId));

    /// <inheritdoc />
    public Task Confirm(CallContext context, string deliveryId) => Execute(context, (state, now) => CopyRules.Confirm(state, deliveryId, now), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> Release(CallContext context, string deliveryId) =>
        Execute(context, (state, now) => CopyRules.Release(state, deliveryId, now), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> CheckOut(CallContext context, string deliveryId) => Execute(
        context,
        (state, now) => CopyRules.CheckOut(state, deliveryId, now),
        state => state.Entries.Any(e => e.DeliveryId == deliveryId && e.Stage == BookStages.CheckedOut));

    /// <inheritdoc />
    public Task<Outcome<bool>> AnnounceReturn(CallContext context, BookReservation reservation) =>
        Execute(context, (state, now) => CopyRules.AnnounceReturn(state, reservation, now), static _ => true);

    /// <inheritdoc />
    public Task<Outcome<bool>> Return(CallContext context, string deliveryId) =>
        Execute(context, (state, now) => CopyRules.Return(state, deliveryId, now), static _ => true);

    /// <inheritdoc />
    public Task<BookView?> Get() => Read(static (state, version) => BookRules.Exists(state) ? BookViews.Of(state) with { Version = version } : null);

    /// <inheritdoc />
    public Task Settle(OverdueHold hold) => InTurn(async () =>
    {
        var context = CallContext.System("settle");
        var owns = (await Execute(context, (state, now) => BookRules.Settle(state, hold.Resource, now), state => state.IsbnName == hold.Resource)).Value;
        return owns ? await Name(hold.Resource).Confirm(context, Key) : await Name(hold.Resource).Release(context, Key);
    });

    /// <inheritdoc />
    protected override ImmutableArray<OverdueHold> Overdue(BookState state, DateTimeOffset now) => CopyRules.Overdue(state, Key, now);

    // Held, then the title commits, then the name is its own. When nobody knows whether it committed, the hold stays: it comes due, and then it is known.
    private async Task<Outcome<BookView>> Named(CallContext context, EntityKey name, Func<Task<Outcome<BookView>>> commit)
    {
        if ((await Name(name).Hold(context.OfOneStep(), Key)).Refusal is not null)
            return BookRules.IsbnTaken;
        try
        {
            var outcome = await commit();
            await Downwards.Try(() => outcome is { Accepted: true, Replayed: false } ? Name(name).Confirm(context.OfOneStep(), Key) : Name(name).Release(context.OfOneStep(), Key));
            return outcome;
        }
        catch (Exception e) when (e is not JournalException { Fault: JournalFault.OutcomeUnknown })
        {
            await Downwards.Try(() => Name(name).Release(context.OfOneStep(), Key));
            throw;
        }
    }

    private async Task<T> InTurn<T>(Func<Task<T>> steps)
    {
        var (earlier, done) = (_naming, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _naming = done.Task;
        await earlier;
        try
        {
            return await steps();
        }
        finally
        {
            done.SetResult();
        }
    }

    private EntityKey NameKey(string isbn) => UniqueNameKind.Instance.Key($"{IsbnSpace}.{ring.Lookup($"{IsbnSpace}:{Isbn.Thirteen(isbn)}")}");

    private IUniqueNameGrain Name(EntityKey key) => grains.GetGrain<IUniqueNameGrain>(key.ToString());
}
