namespace Hss.Tests.Unit.Embedded;

public sealed class ActivationTests
{
    [Fact]
    public async Task Activation_Under1000ConcurrentFirstCalls_HappensOnce()
    {
        await using var host = new HostFixture();
        using var barrier = new Barrier(4);
        var calls = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait(HostFixture.Guard);
                return Enumerable.Range(0, 250).Select(_ => host.Client.GetGrain<IPlainGrain>("slow-a").Add(1)).ToArray();
            },
            TaskCreationOptions.LongRunning)));

        host.Probe.Open("activate");
        var sums = await Task.WhenAll(calls.SelectMany(c => c)).WaitAsync(HostFixture.Guard);

        Assert.Equal(Enumerable.Range(1, 1000), sums.Order());
        Assert.Equal(["activate slow-a", "active slow-a"], host.Probe.Log);
    }

    [Fact]
    public async Task Activation_WhenItFails_FailsTheWaitingCallsAndTheNextCallTriesAnew()
    {
        await using var host = new HostFixture();
        var broken = host.Client.GetGrain<IPlainGrain>("broken");

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => broken.Add(1).WaitAsync(HostFixture.Guard));
        Assert.Equal("No activation for you.", error.Message);

        Assert.Equal(5, await broken.Add(5).WaitAsync(HostFixture.Guard));
        Assert.Equal(["activate broken", "activate broken", "active broken"], host.Probe.Log);
    }

    [Fact]
    public async Task DeactivateOnIdle_WhileCallsArrive_LosesNothing()
    {
        await using var host = new HostFixture();
        var grain = host.Client.GetGrain<IPlainGrain>("lingering");

        var leaving = grain.Leave("leave");
        var duringCall = grain.Pass("x");
        host.Probe.Open("leave");
        await leaving.WaitAsync(HostFixture.Guard);
        await HostFixture.Until(() => host.Probe.Times("deactivate lingering ApplicationRequested") == 1, "deactivation");
        var duringDeactivation = host.Client.GetGrain<IPlainGrain>("lingering").Peek("y");
        host.Probe.Open("deactivate");
        host.Probe.Open("x");
        await Task.WhenAll(duringCall, duringDeactivation).WaitAsync(HostFixture.Guard);

        Assert.Equal(
            ["activate lingering", "active lingering", "left leave", "deactivate lingering ApplicationRequested", "gone lingering",
             "activate lingering", "active lingering"],
            host.Probe.Log.Take(7));
    }

    [Fact]
    public async Task IdleCollection_AfterTheCollectionAge_EndsTheActivationAndTheNextCallMakesANewOne()
    {
        await using var host = new HostFixture();
        var grain = host.Client.GetGrain<IPlainGrain>("idle");
        Assert.Equal(1, await grain.Add(1).WaitAsync(HostFixture.Guard));
        var busy = host.Client.GetGrain<IPlainGrain>("busy").Pass("busy");
        // Advancing the clock earlier would end the call by its time-out before it began, and an unused activation may be collected.
        await HostFixture.Until(() => host.Probe.Times("begin busy") == 1, "the long call begun");

        host.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(2, await grain.Add(1).WaitAsync(HostFixture.Guard));
        host.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(3, await grain.Add(1).WaitAsync(HostFixture.Guard));

        host.Clock.Advance(TimeSpan.FromMinutes(16));
        await HostFixture.Until(() => host.Probe.Times("gone idle") == 1, "idle deactivation");
        Assert.Contains("deactivate idle ActivationIdle", host.Probe.Log);
        Assert.Equal(1, await grain.Add(1).WaitAsync(HostFixture.Guard));
        Assert.DoesNotContain("gone busy", host.Probe.Log);
        host.Probe.Open("busy");
    }
}
