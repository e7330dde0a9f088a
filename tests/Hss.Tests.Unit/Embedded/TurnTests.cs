namespace Hss.Tests.Unit.Embedded;

/// <summary>How calls of one activation take turns.</summary>
public sealed class TurnTests
{
    [Fact]
    public async Task Turns_OfOneActivation_RunOneAtATime()
    {
        await using var host = new HostFixture();
        foreach (var calls in (IEnumerable<Task<int>>[])
            [Enumerable.Range(0, 2000).Select(_ => host.Client.GetGrain<IPlainGrain>("a").Add(1)), Enumerable.Range(0, 2000).Select(_ => host.Client.GetGrain<IOpenGrain>("a").Add(1))])
        {
            // Add asserts that no other turn runs with it.
            var sums = await Task.WhenAll(calls).WaitAsync(HostFixture.Guard);
            Assert.Equal(2000, sums.Max());
        }
    }

    [Fact]
    public async Task NonReentrantGrain_FinishesACallBeforeItBeginsTheNext()
    {
        await using var host = new HostFixture();
        var grain = host.Client.GetGrain<IPlainGrain>("a");
        var first = grain.Pass("one");
        var second = grain.Pass("two");
        host.Probe.Open("two");
        await HostFixture.Until(() => host.Probe.Times("begin one") == 1, "the first begun");
        host.Probe.Open("one");
        await Task.WhenAll(first, second).WaitAsync(HostFixture.Guard);
        Assert.Equal(["begin one", "end one", "begin two", "end two"], host.Probe.Log.Skip(2));
    }

    [Fact]
    public async Task AlwaysInterleave_RunsWhileACallOfANonReentrantGrainAwaits()
    {
        await using var host = new HostFixture();
        var grain = host.Client.GetGrain<IPlainGrain>("a");
        var passing = grain.Pass("gate");
        Assert.Equal("hello", await grain.Peek("hello").WaitAsync(HostFixture.Guard));
        host.Probe.Open("gate");
        await passing.WaitAsync(HostFixture.Guard);
        Assert.Equal(["begin gate", "peek hello", "end gate"], host.Probe.Log.Skip(2));
    }

    [Fact]
    public async Task Reentrant_InheritedFromABaseClass_InterleavesAtAwaits()
    {
        await using var host = new HostFixture();
        var grain = host.Client.GetGrain<IOpenGrain>("a");
        var first = grain.Pass("one");
        var second = grain.Pass("two");
        await HostFixture.Until(() => host.Probe.Times("begin two") == 1, "both begun");
        host.Probe.Open("two");
        await second.WaitAsync(HostFixture.Guard);
        Assert.Equal(0, host.Probe.Times("end one"));
        host.Probe.Open("one");
        await first.WaitAsync(HostFixture.Guard);
    }

    [Fact]
    public async Task Reentrant_InterleavesOnlyAtAwaits_AlsoWhenOneCallCompletesWhatAnotherAwaits()
    {
        await using var host = new HostFixture();
        var grain = host.Client.GetGrain<IOpenGrain>("a");
        var waiting = grain.WaitForSignal();
        await Task.WhenAll(grain.Signal(), waiting).WaitAsync(HostFixture.Guard);
        Assert.Equal(["waits", "before signal", "after signal", "signalled"], host.Probe.Log.Skip(2));
    }
}
