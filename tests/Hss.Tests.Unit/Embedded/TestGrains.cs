namespace Hss.Tests.Unit.Embedded;

public interface IPlainGrain : IGrainWithStringKey
{
    Task<int> Add(int number);

    ValueTask Nothing();

    ValueTask<string> Key();

    /// <summary>Says its begin and end, and waits at the gate between.</summary>
    Task Pass(string gate);

    [AlwaysInterleave]
    Task<string> Peek(string word);

    Task Fail(string message);

    Task FailLate(string message);

    /// <summary>Ends the activation, then waits at the gate.</summary>
    Task Leave(string gate);

    Task<string> Ask(string otherKey, string gate);
}

public abstract class TracedGrain(Probe probe) : Grain
{
    private int _turns;
    private int _sum;

    protected Probe Probe => probe;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        probe.Say($"activate {key}");
        if (key.StartsWith("slow", StringComparison.Ordinal))
            await probe.Gate("activate");
        if (key.StartsWith("broken", StringComparison.Ordinal) && probe.Times($"activate {key}") == 1)
            throw new InvalidDataException("No activation for you.");
        probe.Say($"active {key}");
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Say($"deactivate {this.GetPrimaryKeyString()} {reason.ReasonCode}");
        if (this.GetPrimaryKeyString().StartsWith("lingering", StringComparison.Ordinal))
            await probe.Gate("deactivate");
        probe.Say($"gone {this.GetPrimaryKeyString()}");
    }

    public async Task<int> Add(int number)
    {
        // Two turns at once would lose additions; so would two activations.
        Assert.Equal(1, Interlocked.Increment(ref _turns));
        _sum += number;
        Assert.Equal(0, Interlocked.Decrement(ref _turns));
        await Task.Yield();
        Assert.Equal(1, Interlocked.Increment(ref _turns));
        var sum = _sum;
        Assert.Equal(0, Interlocked.Decrement(ref _turns));
        return sum;
    }

    public ValueTask Nothing()
    {
        probe.Say("nothing");
        return default;
    }

    public ValueTask<string> Key() => new(this.GetPrimaryKeyString());

    public async Task Pass(string gate)
    {
        probe.Say($"begin {gate}");
        await probe.Gate(gate);
        probe.Say($"end {gate}");
    }

    public Task<string> Peek(string word)
    {
        probe.Say($"peek {word}");
        return Task.FromResult(word);
    }

    public Task Fail(string message)
    {
        probe.Say("fails");
        throw new InvalidDataException(message);
    }

    public async Task FailLate(string message)
    {
        await Task.Yield();
        probe.Say("fails late");
        throw new InvalidDataException(message);
    }

    public async Task Leave(string gate)
    {
        DeactivateOnIdle();
        await probe.Gate(gate);
        probe.Say($"left {gate}");
    }

    public async Task<string> Ask(string otherKey, string gate)
    {
        await GrainFactory.GetGrain<IPlainGrain>(otherKey).Pass(gate);
        return this.GetPrimaryKeyString();
    }
}

[GrainType("test-plain")]
public sealed class PlainGrain(Probe probe) : TracedGrain(probe), IPlainGrain;

public interface IOpenGrain : IGrainWithStringKey
{
    Task Pass(string gate);

    Task<int> Add(int number);

    /// <summary>Completes the task that a waiting <see cref="WaitForSignal"/> awaits, and says what it does before and after.</summary>
    Task Signal();

    Task WaitForSignal();
}

[Reentrant]
public abstract class OpenGrainBase(Probe probe) : TracedGrain(probe);

[GrainType("test-open")]
public sealed class OpenGrain(Probe probe) : OpenGrainBase(probe), IOpenGrain
{
    // Continuations may run inline, as far as the source is concerned: it is the scheduler that must not let them.
    private readonly TaskCompletionSource _signal = new();

    public Task Signal()
    {
        Probe.Say("before signal");
        _signal.SetResult();
        Probe.Say("after signal");
        return Task.CompletedTask;
    }

    public async Task WaitForSignal()
    {
        Probe.Say("waits");
        await _signal.Task;
        Probe.Say("signalled");
    }
}
