namespace Hss.Tests.Unit.Embedded;

public interface ITimerGrain : IGrainWithStringKey
{
    Task Start(TimeSpan dueTime, TimeSpan period);

    Task Pass(string gate);

    Task Change(TimeSpan dueTime, TimeSpan period);

    Task Stop();

    Task Leave();
}

[GrainType("test-timer")]
public sealed class TimerGrain(Probe probe) : Grain, ITimerGrain
{
    private IGrainTimer _timer = null!;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Say("gone");
        return Task.CompletedTask;
    }

    public Task Start(TimeSpan dueTime, TimeSpan period)
    {
        _timer = this.RegisterGrainTimer(Tick, "tick", new GrainTimerCreationOptions(dueTime, period));
        return Task.CompletedTask;
    }

    public async Task Pass(string gate)
    {
        probe.Say("passing");
        await probe.Gate(gate);
        probe.Say("passed");
    }

    public Task Change(TimeSpan dueTime, TimeSpan period)
    {
        _timer.Change(dueTime, period);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer.Dispose();
        return Task.CompletedTask;
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private Task Tick(string state, CancellationToken cancellation)
    {
        probe.Say(state);
        return probe.Times("tick") == 2 ? throw new InvalidDataException("A bad tick.") : Task.CompletedTask;
    }
}

public sealed class TimerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Timers_TickAfterDueTimeThenEveryPeriod_AlsoAfterAFailedTick()
    {
        await using var host = new HostFixture();
        var grain = host.Client.GetGrain<ITimerGrain>("a");
        await grain.Start(5 * Second, Second);

        host.Clock.Advance(4 * Second);
        Assert.Equal(0, host.Probe.Times("tick"));
        var armed = host.Clock.ArmedTimers;
        for (var tick = 1; tick <= 4; tick++)
        {
            await HostFixture.Until(() => host.Clock.ArmedTimers == armed, "the timer armed");
            host.Clock.Advance(Second);
            await HostFixture.Until(() => host.Probe.Times("tick") == tick, $"tick {tick}");
        }

        await HostFixture.Until(() => host.Clock.ArmedTimers == armed, "the timer armed");
        await grain.Change(10 * Second, Second);
        host.Clock.Advance(9 * Second);
        Assert.Equal(4, host.Probe.Times("tick"));
        host.Clock.Advance(Second);
        await HostFixture.Until(() => host.Probe.Times("tick") == 5, "tick after the change");
    }

    [Fact]
    public async Task Timers_AreTurns_AndWaitForTheRunningCall()
    {
        await using var host = new HostFixture();
        var grain = host.Client.GetGrain<ITimerGrain>("a");
        await grain.Start(Second, Second);
        var passing = grain.Pass("gate");
        await HostFixture.Until(() => host.Probe.Times("passing") == 1, "the call begun");

        host.Clock.Advance(Second);
        host.Probe.Open("gate");
        await passing.WaitAsync(HostFixture.Guard);
        await HostFixture.Until(() => host.Probe.Times("tick") == 1, "tick");

        Assert.Equal(["passing", "passed", "tick"], host.Probe.Log);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Timers_StopWithTheActivationOrWhenDisposed(bool leave)
    {
        await using var host = new HostFixture();
        var before = host.Clock.ArmedTimers;
        var grain = host.Client.GetGrain<ITimerGrain>("a");
        await grain.Start(Second, Second);
        Assert.Equal(before + 1, host.Clock.ArmedTimers);

        await (leave ? grain.Leave() : grain.Stop());
        await HostFixture.Until(() => host.Clock.ArmedTimers == before, "the timer gone");
        host.Clock.Advance(10 * Second);

        Assert.Equal(0, host.Probe.Times("tick"));
        // The timers stop before the grain hears that it goes.
        if (leave)
            await HostFixture.Until(() => host.Probe.Log.Contains("gone"), "the grain gone");
        Assert.Equal(leave, host.Probe.Log.Contains("gone"));
    }
}
