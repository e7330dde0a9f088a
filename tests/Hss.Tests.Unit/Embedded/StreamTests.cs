using System.Collections.Concurrent;

namespace Hss.Tests.Unit.Embedded;

public interface IStreamGrain : IGrainWithStringKey
{
    Task Publish(string stream, int item);

    Task Subscribe(string stream);

    Task Pass(string gate);

    Task Leave();
}

[GrainType("test-stream")]
public sealed class StreamGrain(Probe probe) : Grain, IStreamGrain
{
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Say("gone");
        return Task.CompletedTask;
    }

    public Task Publish(string stream, int item) => this.GetStreamProvider("live").GetStream<int>("test", stream).OnNextAsync(item);

    public Task Subscribe(string stream) => this.GetStreamProvider("live").GetStream<int>("test", stream).SubscribeAsync(async (item, _) =>
    {
        probe.Say($"begin {item}");
        await Task.Yield();
        probe.Say($"end {item}");
    });

    public async Task Pass(string gate)
    {
        probe.Say("passing");
        await probe.Gate(gate);
        probe.Say("passed");
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public sealed class StreamTests
{
    [Fact]
    public async Task MemoryStreams_ItemsOfEachPublisher_ArriveInOrderAndAtSubscribersOfThatStreamOnly()
    {
        await using var host = new HostFixture(o => o.StreamBuffer = 10_000);
        var got = new ConcurrentQueue<int>();
        var stream = host.Client.GetStreamProvider("live").GetStream<int>(StreamId.Create("test", "a"));
        var handle = await stream.SubscribeAsync((item, _) =>
        {
            got.Enqueue(item);
            return item % 7 == 0 ? throw new InvalidDataException("An observer's own fault.") : Task.CompletedTask;
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(p => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
                await host.Client.GetGrain<IStreamGrain>($"p{p}").Publish("a", (p * 1000) + i);
            await host.Client.GetGrain<IStreamGrain>($"p{p}").Publish("b", -1);
        })));
        await HostFixture.Until(() => got.Count == 2000, "all items");
        await handle.UnsubscribeAsync();
        await stream.OnNextAsync(-2);

        Assert.All(got.GroupBy(i => i / 1000), own => Assert.Equal(Enumerable.Range(own.Key * 1000, 500), own));
    }

    [Fact]
    public async Task MemoryStreams_SlowSubscriber_IsBoundedAndNeverBlocksPublishers()
    {
        await using var host = new HostFixture(o => o.StreamBuffer = 3);
        var got = new ConcurrentQueue<int>();
        var stream = host.Client.GetStreamProvider("live").GetStream<int>("test", "a");
        await stream.SubscribeAsync(async (item, _) =>
        {
            got.Enqueue(item);
            await host.Probe.Gate("slow");
        });

        await stream.OnNextAsync(0);
        await HostFixture.Until(() => got.Count == 1, "the first item");
        for (var i = 1; i <= 100; i++)
            Assert.True(stream.OnNextAsync(i).IsCompletedSuccessfully);
        host.Probe.Open("slow");
        await HostFixture.Until(() => got.Count == 4, "the newest items");

        Assert.Equal([0, 98, 99, 100], got);
    }

    [Fact]
    public async Task MemoryStreams_InAGrain_ItemsAreTurnsAndEndWithTheActivation()
    {
        await using var host = new HostFixture();
        var stream = host.Client.GetStreamProvider("live").GetStream<int>("test", "a");
        var grain = host.Client.GetGrain<IStreamGrain>("s");
        await grain.Subscribe("a");
        var passing = grain.Pass("gate");
        await HostFixture.Until(() => host.Probe.Times("passing") == 1, "the call begun");
        await stream.OnNextAsync(1);
        await stream.OnNextAsync(2);

        host.Probe.Open("gate");
        await passing.WaitAsync(HostFixture.Guard);
        await HostFixture.Until(() => host.Probe.Times("end 2") == 1, "both items");
        await grain.Leave();
        await HostFixture.Until(() => host.Probe.Times("gone") == 1, "deactivation");
        await stream.OnNextAsync(3);
        await grain.Publish("a", 4);

        Assert.Equal(["passing", "passed", "begin 1", "end 1", "begin 2", "end 2", "gone"], host.Probe.Log);
    }
}
