using System.Collections.Concurrent;
using Hss.Silo.Events;
using Hss.Tests.Unit.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hss.Tests.Unit.Events;

public sealed class LiveStreamTests : IAsyncLifetime
{
    private readonly HostFixture _host = new();
    private readonly ConcurrentQueue<string> _heard = [];
    private LiveStream<int> _stream = null!;

    public async Task InitializeAsync()
    {
        _stream = new(_host.Client, "test", "live", NullLogger<LiveStream<int>>.Instance);
        await _stream.StartAsync(default);
    }

    public async Task DisposeAsync()
    {
        await _stream.StopAsync(default);
        _stream.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task EachListener_HearsEachItemOnce_UntilItEnds()
    {
        var one = await _stream.Listen(Hear("one"));
        await _stream.Listen(Hear("two"));
        await _stream.Publish(1);
        await HostFixture.Until(() => _heard.Count == 2, "both");
        await one.UnsubscribeAsync();
        await _stream.Publish(2);
        await HostFixture.Until(() => _heard.Count == 3, "the second");
        Assert.Equal(["one 1", "two 1", "two 2"], _heard.Order());
    }

    [Fact]
    public async Task ManyListeners_AreOneSubscription()
    {
        for (var i = 0; i < 5; i++)
            await _stream.Listen(Hear($"{i}"));
        // Another process would have its own: whoever subscribes beside it hears the same, and ending the process's one leaves it alone.
        await _stream.StopAsync(default);
        await _stream.Publish(1);
        await _stream.Listen(Hear("again"));
        await _stream.Publish(2);
        await HostFixture.Until(() => _heard.Count == 6, "all six");
        Assert.Equal(["0 2", "1 2", "2 2", "3 2", "4 2", "again 2"], _heard.Order());
    }

    [Fact]
    public async Task AListenerThatIsStuck_KeepsNobodyWaiting_AndMissesTheOldest()
    {
        var gate = new TaskCompletionSource();
        ConcurrentQueue<int> late = [];
        await _stream.Listen(async item =>
        {
            await gate.Task;
            late.Enqueue(item);
        });
        await _stream.Listen(Hear("free"));
        for (var i = 1; i <= 1000; i++)
            await _stream.Publish(i);
        await HostFixture.Until(() => _heard.Contains("free 1000"), "the last");

        gate.SetResult();
        await HostFixture.Until(() => late.Contains(1000), "the last, late");
        Assert.True(late.Count < 1000);
    }

    private Func<int, Task> Hear(string who) => item =>
    {
        _heard.Enqueue($"{who} {item}");
        return Task.CompletedTask;
    };
}
