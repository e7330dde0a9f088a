using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Entities;
using Hss.Grains.Robots.Fleet;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Robots;

namespace Hss.Grains.Robots;

/// <summary>One robot. Heartbeats change memory at most; its session waits here for what it has to be told.</summary>
[GrainType("robot")]
public sealed class RobotGrain(EntityServices services, IGrainFactory grains, RobotOptions options)
    : AggregateGrain<RobotState>(RobotKind.Instance, services), IRobotGrain
{
    // Shorter than any call may take.
    private static readonly TimeSpan MaxPatience = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time = services.Time;

    // Nobody knows what was heard before the grain was loaded: silence counts from then.
    private readonly DateTimeOffset _loadedAt = services.Time.GetUtcNow();
    private RobotMemory _memory = RobotMemory.None;
    private string? _session;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DateTimeOffset HeardAt => _memory.HeardAt ?? _loadedAt;

    /// <inheritdoc />
    public async Task<Outcome<RobotView>> Register(CallContext context, RegisterRobot command)
    {
        var known = await Execute(context, (state, _) => RobotRules.MayRegister(state), View);
        if (known.Replayed || !known.Accepted)
            return known;
        if (!(await Name(command.UniqueName).Hold(context.OfOneStep(), Key)).Accepted)
            return RobotRules.NameTaken;
        var registered = await Execute(context, (state, now) => RobotRules.Register(state, command, now), View);
        if (registered.Accepted)
            await Downwards.Try(() => Name(command.UniqueName).Confirm(context.OfOneStep(), Key));
        return registered;
    }

    /// <inheritdoc />
    public Task<bool> Knows(string credentialDigest) => Read((state, _) => state.Exists
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state.CredentialDigest), Encoding.UTF8.GetBytes(credentialDigest)));

    /// <inheritdoc />
    public async Task<Outcome<bool>> Hold(CallContext context, RobotAssignment assignment)
    {
        // The stop of all is asked itself: it may be newer than what this robot has heard of it.
        var latch = await grains.GetGrain<IRobotFleetGrain>(RobotFleetKind.TheFleet.ToString()).Get();
        return await Execute(context, (state, now) => RobotRules.Hold(state, assignment, latch.Stopped, now), static _ => true);
    }

    /// <inheritdoc />
    public Task Confirm(CallContext context, string deliveryId, long fencingToken) =>
        Tell(Execute(context, (state, now) => RobotRules.Confirm(state, deliveryId, fencingToken, now), static _ => true));

    /// <inheritdoc />
    public Task<Outcome<bool>> Release(CallContext context, string deliveryId, long fencingToken) =>
        Tell(Execute(context, (state, now) => RobotRules.Release(state, deliveryId, fencingToken, now), static _ => true));

    /// <inheritdoc />
    public async Task<Outcome<RobotOrders>> Beat(CallContext context, RobotBeat beat)
    {
        _memory = _memory.With(beat, _time.GetUtcNow());
        var changes = false;
        var outcome = await Execute(
            context,
            (state, now) =>
            {
                var decision = RobotRules.Beat(state, beat, now);
                changes = !decision.Events.IsEmpty;
                return decision;
            },
            state => RobotViews.Orders(state, _memory));
        if (changes)
            Tell();
        return outcome;
    }

    /// <inheritdoc />
    public Task<Outcome<RobotView>> Stop(CallContext context, string? reason) =>
        Tell(Execute(context, (state, now) => RobotStopRules.Stop(state, reason, now), View));

    /// <inheritdoc />
    public Task<Outcome<RobotView>> Reset(CallContext context, string reason) =>
        Tell(Execute(context, (state, now) => RobotStopRules.Reset(state, reason, now), View));

    /// <inheritdoc />
    public Task<Outcome<RobotView>> Follow(CallContext context, FleetLatch latch) =>
        Tell(Execute(context, (state, now) => RobotStopRules.Follow(state, latch, now), View));

    /// <inheritdoc />
    public async Task<RobotView?> Acknowledged(TimeSpan patience)
    {
        var until = _time.GetUtcNow() + Shorter(patience);
        while (true)
        {
            var changed = _changed.Task;
            if (await Get() is not { } robot)
                return null;
            if (!robot.EmergencyStop || robot.StopAcknowledged || robot.Status == RobotStatus.Offline || !await Comes(changed, until))
                return robot;
        }
    }

    /// <inheritdoc />
    public async Task<RobotSignal> Signal(string session, RobotKnown? known)
    {
        if (known is null || _session is null)
            Take(session);
        var until = _time.GetUtcNow() + MaxPatience;
        while (true)
        {
            if (_session != session)
                return new(null, Replaced: true);
            var changed = _changed.Task;
            var orders = await Read((state, _) => state.Exists ? RobotViews.Orders(state, _memory) : null);
            if (orders is null || known is null || RobotKnown.Of(orders) != known || !await Comes(changed, until))
                return new(orders, Replaced: false);
        }
    }

    /// <inheritdoc />
    public Task Leave(string session)
    {
        if (_session == session)
            Take(null);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<RobotView?> Get() => Read((state, version) => state.Exists ? View(state) with { Version = version } : null);

    /// <inheritdoc />
    public async Task Settle(OverdueHold hold)
    {
        var context = CallContext.System("settle");
        var owns = await Execute(context, RobotRules.Settle, state => state.Exists && state.UniqueName == hold.Resource);
        _ = owns.Value ? await Name(hold.Resource).Confirm(context, Key) : await Name(hold.Resource).Release(context, Key);
    }

    /// <inheritdoc />
    protected override Decision Wake(RobotState state, DateTimeOffset now) =>
        now - HeardAt >= options.OfflineAfter ? RobotRules.Silent(state, HeardAt, now) : Decision.Unchanged;

    /// <inheritdoc />
    protected override DateTimeOffset? DueAt(RobotState state)
    {
        var hold = RobotKind.Instance.DueAt(state);
        DateTimeOffset? silence = state.Online ? HeardAt + options.OfflineAfter : null;
        return hold is null || silence < hold ? silence : hold;
    }

    /// <inheritdoc />
    protected override ImmutableArray<OverdueHold> Overdue(RobotState state, DateTimeOffset now) =>
        state.Task is { Confirmed: false } task && task.Until <= now
            ? [new(task.Assignment.Owner, task.Assignment.FencingToken.ToString(CultureInfo.InvariantCulture), Key)]
            : [];

    private static TimeSpan Shorter(TimeSpan patience) => patience < MaxPatience ? patience : MaxPatience;

    private RobotView View(RobotState state) => RobotViews.Of(state, _memory);

    private void Take(string? session)
    {
        _session = session;
        _memory = _memory with { Connected = session is not null };
        Tell();
    }

    // Whoever waits looks again.
    private void Tell()
    {
        var waiting = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.SetResult();
    }

    private async Task<Outcome<T>> Tell<T>(Task<Outcome<T>> command)
    {
        var outcome = await command;
        Tell();
        return outcome;
    }

    private async Task<bool> Comes(Task change, DateTimeOffset until)
    {
        var patience = until - _time.GetUtcNow();
        if (patience <= TimeSpan.Zero)
            return false;
        try
        {
            await change.WaitAsync(patience, _time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private IUniqueNameGrain Name(EntityKey key) => grains.GetGrain<IUniqueNameGrain>(key.ToString());
}
