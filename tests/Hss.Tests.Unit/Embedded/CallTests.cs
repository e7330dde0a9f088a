namespace Hss.Tests.Unit.Embedded;

/// <summary>What callers get.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task Exceptions_ReachTheCaller_AndLeaveTheActivationUsable()
    {
        await using var host = new HostFixture();
        var grain = host.Client.GetGrain<IPlainGrain>("a");
        Assert.Equal("now", (await Assert.ThrowsAsync<InvalidDataException>(() => grain.Fail("now").WaitAsync(HostFixture.Guard))).Message);
        Assert.Equal("late", (await Assert.ThrowsAsync<InvalidDataException>(() => grain.FailLate("late").WaitAsync(HostFixture.Guard))).Message);
        Assert.Equal(3, await grain.Add(3).WaitAsync(HostFixture.Guard));
        Assert.Equal(1, host.Probe.Times("activate a"));
    }

    [Fact]
    public async Task ACallWithoutAnAnswer_FailsAfter30Seconds_NamingCallerAndTarget()
    {
        await using var host = new HostFixture();
        var asking = host.Client.GetGrain<IPlainGrain>("caller").Ask("target", "never");
        await HostFixture.Until(() => host.Probe.Times("begin never") == 1, "the inner call begun");
        host.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(asking.IsCompleted);
        host.Clock.Advance(TimeSpan.FromSeconds(2));

        var error = await Assert.ThrowsAsync<TimeoutException>(() => asking.WaitAsync(HostFixture.Guard));
        Assert.True(
            error.Message.Contains("Pass, called by test-plain/caller on test-plain/target", StringComparison.Ordinal)
            || error.Message.Contains("Ask, called by client on test-plain/caller", StringComparison.Ordinal),
            error.Message);
        host.Probe.Open("never");
    }

    [Fact]
    public async Task AFullMailbox_RefusesAtOnce()
    {
        await using var host = new HostFixture();
        var grain = host.Client.GetGrain<IPlainGrain>("a");
        var calls = Enumerable.Range(0, 10_000).Select(_ => grain.Pass("gate")).ToList();

        var refused = await Assert.ThrowsAsync<LimitExceededException>(() => grain.Pass("gate").WaitAsync(HostFixture.Guard));
        Assert.Contains("test-plain/a", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(calls, c => c.IsCompleted);

        host.Probe.Open("gate");
        await Task.WhenAll(calls).WaitAsync(HostFixture.Guard);
        await grain.Nothing().AsTask().WaitAsync(HostFixture.Guard);
    }

    [Fact]
    public async Task GracefulStop_LetsRunningAndQueuedCallsEnd_AndRefusesNewOnes()
    {
        var host = new HostFixture();
        var grain = host.Client.GetGrain<IPlainGrain>("a");
        var calls = Enumerable.Range(0, 100).Select(_ => grain.Pass("gate")).ToList();
        await HostFixture.Until(() => host.Probe.Times("begin gate") == 1, "the first begun");

        var stopping = host.Host.StopAsync(CancellationToken.None);
        await Assert.ThrowsAsync<SiloUnavailableException>(() => grain.Pass("late").WaitAsync(HostFixture.Guard));
        Assert.False(stopping.IsCompleted);
        host.Probe.Open("gate");
        await stopping.WaitAsync(HostFixture.Guard);

        Assert.All(calls, c => Assert.True(c.IsCompletedSuccessfully));
        Assert.Equal("gone a", host.Probe.Log[^1]);
        Assert.Equal(0, host.Activations);
    }
}
