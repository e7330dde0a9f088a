using Hss.Embedded.Hosting;
using Hss.Embedded.Turns;
using Microsoft.Extensions.Logging;

namespace Hss.Embedded.Activations;

/// <summary>
/// The place of one grain key: its mailbox, its scheduler and at most one activation. Consecutive activations share the place, so they can
/// never overlap and no call falls between them. All state but the load is touched only in turns.
/// </summary>
internal sealed class GrainSlot(EmbeddedHost host, GrainClass grainClass, string key) : TurnScheduler
{
    /// <summary>A load far below zero: the slot has left the directory, and callers look it up again.</summary>
    private const int Closed = int.MinValue / 2;

    private readonly Queue<Request> _waiting = new(0);
    private readonly Queue<Request> _waitingInterleaving = new(0);
    private State _state;
    private Activation? _activation;
    private DeactivationReason? _ending;
    private Request? _blocking;
    private int _runningRequests;
    private bool _begunAny;
    private int _load;
    private long _lastUse;

    private enum State
    {
        Empty,
        Activating,
        Active,
        Deactivating,
    }

    internal EmbeddedHost Host => host;

    internal GrainClass Class => grainClass;

    internal GrainId GrainId => GrainId.Create(grainClass.GrainType, key);

    internal bool IsInTurn => InTurn;

    /// <summary>The activation that is there; only for code in a turn.</summary>
    internal Activation? Activation => _activation;

    /// <summary>The calls that have a place in the mailbox; below zero when the slot is closed. Any thread.</summary>
    internal int Load => Volatile.Read(ref _load);

    /// <summary>Takes a place in the mailbox for a call: the load afterwards, zero or less when the slot is closed. Any thread.</summary>
    internal int Enter()
    {
        var load = Interlocked.Increment(ref _load);
        if (load <= 0)
            Interlocked.Decrement(ref _load);
        return load;
    }

    /// <summary>Gives the place back. Any thread.</summary>
    internal void Leave() => Interlocked.Decrement(ref _load);

    /// <summary>A request has come out of the inbox.</summary>
    internal void Receive(Request request)
    {
        if (request.IsStale)
        {
            request.Drop();
            if (_state == State.Empty)
                Close();
        }
        else if (_state == State.Active && _ending is null && MayBegin(request))
        {
            Begin(request);
        }
        else
        {
            (request.MayInterleave ? _waitingInterleaving : _waiting).Enqueue(request);
            if (_state == State.Empty)
                _ = Activate();
        }
    }

    /// <summary>The task of a request has ended.</summary>
    internal void Finish(Request request, Task task)
    {
        Unblock(request);
        if (request.KeepsAlive)
            _lastUse = host.Time.GetTimestamp();
        request.Complete(task);
    }

    /// <summary>Ends the activation if it is still this one. Any thread.</summary>
    internal void End(Activation activation, DeactivationReason reason)
    {
        if (InTurn)
            EndNow();
        else
            Post(new ActionTurn(EndNow));

        void EndNow()
        {
            if (ReferenceEquals(_activation, activation) && _state is State.Activating or State.Active)
                _ending ??= reason;
        }
    }

    /// <summary>Ends whatever activation is there, because the host stops. Any thread.</summary>
    internal void Stop() => Post(new ActionTurn(() =>
    {
        if (_state is State.Activating or State.Active)
            _ending ??= new(DeactivationReasonCode.ShuttingDown, "The host stops.");
        else if (_state == State.Empty)
            Close();
    }));

    /// <summary>A caller that was refused has left without a call: if that left the slot empty, nobody else would close it. Any thread.</summary>
    internal void Abandon() => Post(new ActionTurn(() =>
    {
        if (_state == State.Empty)
            Close();
    }));

    /// <summary>Ends the activation if it was not used for the age. Any thread.</summary>
    internal void Collect(TimeSpan age)
    {
        if (!IsIdle(age))
            return;
        Post(new ActionTurn(() =>
        {
            if (_state == State.Active && _runningRequests == 0 && IsIdle(age))
                _ending ??= new(DeactivationReasonCode.ActivationIdle, $"No call for {age}.");
            else if (_state == State.Empty)
                Close();
        }));
    }

    protected override bool HasWaiting => _state == State.Active && (_ending is null
        ? _waitingInterleaving.Count > 0 || (_waiting.Count > 0 && MayBegin(_waiting.Peek()))
        : _runningRequests == 0);

    protected override bool TryRunWaiting()
    {
        if (!HasWaiting)
            return false;

        // An activation that ends before it has served anybody serves one, else a grain that ends in OnActivateAsync would never serve.
        if (_ending is { } reason && (_begunAny || _waiting.Count + _waitingInterleaving.Count == 0))
        {
            _ = Deactivate(reason);
            return true;
        }

        var request = (_waitingInterleaving.Count > 0 ? _waitingInterleaving : _waiting).Dequeue();
        if (request.IsStale)
            request.Drop();
        else
            Begin(request);
        return true;
    }

    private bool IsIdle(TimeSpan age) => Load == 0 && host.Time.GetElapsedTime(Volatile.Read(ref _lastUse)) >= age;

    private bool MayBegin(Request request) => _blocking is null || request.MayInterleave;

    private void Begin(Request request)
    {
        _begunAny = true;
        _runningRequests++;
        if (!grainClass.IsReentrant && !request.MayInterleave)
            _blocking = request;
        Task task;
        try
        {
            task = request.Begin(_activation!.Grain);
        }
        catch (Exception error)
        {
            Unblock(request);
            request.Fail(error);
            return;
        }

        if (task.IsCompleted)
            Finish(request, task);
        else
            request.Watch(task);
    }

    private void Unblock(Request request)
    {
        _runningRequests--;
        if (ReferenceEquals(_blocking, request))
            _blocking = null;
    }

    private async Task Activate()
    {
        _state = State.Activating;
        _begunAny = false;
        try
        {
            _activation = await Activations.Activation.Create(this).ConfigureAwait(true);
            await _activation.Grain.OnActivateAsync(host.Stopped).ConfigureAwait(true);
            _lastUse = host.Time.GetTimestamp();
            _state = State.Active;
        }
        catch (Exception error)
        {
            await Discard().ConfigureAwait(true);
            _state = State.Empty;
            foreach (var queue in (Queue<Request>[])[_waitingInterleaving, _waiting])
            {
                while (queue.TryDequeue(out var request))
                    request.Fail(error);
            }

            Close();
        }
    }

    private async Task Deactivate(DeactivationReason reason)
    {
        _state = State.Deactivating;
        try
        {
            _activation!.Silence();
            await _activation.Grain.OnDeactivateAsync(reason, host.Stopped).ConfigureAwait(true);
        }
        catch (Exception error)
        {
            host.Log.LogError(error, "OnDeactivateAsync of {Grain} failed.", GrainId);
        }

        await Discard().ConfigureAwait(true);
        _state = State.Empty;
        DropStale(_waitingInterleaving);
        DropStale(_waiting);
        if (_waiting.Count + _waitingInterleaving.Count > 0)
            _ = Activate();
        else
            Close();
    }

    private static void DropStale(Queue<Request> queue)
    {
        while (queue.TryPeek(out var request) && request.IsStale)
            queue.Dequeue().Drop();
    }

    private async Task Discard()
    {
        var activation = _activation;
        _activation = null;
        _ending = null;
        if (activation is null)
            return;
        try
        {
            activation.Silence();
            await activation.DisposeAsync().ConfigureAwait(true);
        }
        catch (Exception error)
        {
            host.Log.LogError(error, "Disposing {Grain} failed.", GrainId);
        }
    }

    /// <summary>Leaves the directory, unless a caller is on its way into the mailbox.</summary>
    private void Close()
    {
        if (Interlocked.CompareExchange(ref _load, Closed, 0) == 0)
            host.Remove(grainClass, key, this);
    }
}
