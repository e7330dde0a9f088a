using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Reservations;

namespace Hss.Grains.Reservations;

/// <summary>One resource and its queue: all who want it, one after the other, many in one write.</summary>
[GrainType("queue")]
public sealed class ResourceQueueGrain(EntityServices services, IGrainFactory grains, ReservationOptions options)
    : AggregateGrain<QueueState>(QueueKind.Instance, services), IResourceQueueGrain
{
    private readonly TimeProvider _time = services.Time;

    /// <inheritdoc />
    public async Task<Outcome<ResourceView>> Add(CallContext context, AddResource command)
    {
        var known = await Execute(context, static (state, _) => ResourceRules.MayAdd(state), QueueViews.Resource);
        if (known.Replayed || !known.Accepted)
            return known;
        if (!(await Name(command.UniqueName).Hold(context.OfOneStep(), Key)).Accepted)
            return ResourceRules.NameTaken(command.Name);
        var added = await Execute(context, (state, now) => ResourceRules.Add(state, command, now), QueueViews.Resource);
        if (added.Accepted)
            await Downwards.Try(() => Name(command.UniqueName).Confirm(context.OfOneStep(), Key));
        return added;
    }

    /// <inheritdoc />
    public async Task<Outcome<ResourceView>> Modify(CallContext context, ModifyResource command)
    {
        var old = await Read(static (state, _) => state.UniqueName);
        var moves = command.UniqueName is { } wanted && wanted != old;
        if (moves && !(await Name(command.UniqueName!.Value).Hold(context.OfOneStep(), Key)).Accepted)
            return ResourceRules.NameTaken(command.Name!);
        var modified = await Execute(context, (state, now) => ResourceRules.Modify(state, command, options, now), QueueViews.Resource);
        if (moves)
            await Settle(command.UniqueName!.Value, context.OfOneStep());
        return modified;
    }

    /// <inheritdoc />
    public Task<Outcome<ReservationView>> Request(CallContext context, RequestPlace command) =>
        Execute(context, (state, now) => QueueRules.Request(state, command, options, now), state => QueueViews.Of(state, command.AccountId));

    /// <inheritdoc />
    public Task<Outcome<ReservationView>> Cancel(CallContext context, string accountId) =>
        End(context, accountId, ReservationStatus.Cancelled, QueueRules.Cancel);

    /// <inheritdoc />
    public Task<Outcome<ReservationView>> Release(CallContext context, string accountId) =>
        End(context, accountId, ReservationStatus.Released, QueueRules.Release);

    /// <inheritdoc />
    public Task<Outcome<ReservationView>> KeepAlive(CallContext context, string accountId) =>
        Execute(context, (state, now) => QueueRules.KeepAlive(state, accountId, options, now), state => QueueViews.Of(state, accountId));

    /// <inheritdoc />
    public Task<Outcome<ReservationView>> Prioritise(CallContext context, string accountId, int priority) =>
        Execute(context, (state, now) => QueueRules.Prioritise(state, accountId, priority, options, now), state => QueueViews.Of(state, accountId));

    /// <inheritdoc />
    public Task<Outcome<bool>> Extend(CallContext context, DateTimeOffset from, DateTimeOffset to) =>
        Execute(context, (state, _) => QueueRules.Extend(state, from, to), static _ => true);

    /// <inheritdoc />
    public Task<ResourceView?> Get() => Read(static (state, version) => state.Exists ? QueueViews.Resource(state) with { Version = version } : null);

    /// <inheritdoc />
    public Task<QueueView?> Queue() => Read((state, _) => state.Exists ? QueueViews.Of(QueueRules.Living(state, _time.GetUtcNow())) : null);

    /// <inheritdoc />
    public Task Settle(OverdueHold hold) => Settle(hold.Resource, CallContext.System("settle"));

    /// <inheritdoc />
    protected override Decision Wake(QueueState state, DateTimeOffset now) => QueueRules.Expire(state, options, now);

    private async Task<Outcome<ReservationView>> End(
        CallContext context, string account, string how, Func<QueueState, string, ReservationOptions, DateTimeOffset, Decision> rule)
    {
        ReservationView? ended = null;
        return await Execute(
            context,
            (state, now) =>
            {
                var decision = rule(state, account, options, now);
                ended = decision.Events.OfType<ReservationEnded>().LastOrDefault(e => e.Ended.Account == account && e.How == how) is { } e
                    ? QueueViews.Of(state.Id, e)
                    : null;
                return decision;
            },
            _ => ended!);
    }

    // Whose name it is follows from what is durable.
    private async Task Settle(EntityKey name, CallContext context)
    {
        var owns = await Execute(context, ResourceRules.Settle, state => state.Exists && state.UniqueName == name);
        _ = owns.Value ? await Name(name).Confirm(context, Key) : await Name(name).Release(context, Key);
    }

    private IUniqueNameGrain Name(EntityKey key) => grains.GetGrain<IUniqueNameGrain>(key.ToString());
}
