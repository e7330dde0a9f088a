using Hss.Api.Events;
using Hss.Silo.Events;
using Hss.Tests.Api.Bookings;
using Hss.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Events;

/// <summary>A stream is never silent for long. The clock is the test's.</summary>
public sealed class HeartbeatTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private ApiServer _server = null!;

    public async Task InitializeAsync() =>
        _server = await ApiServer.Start(configure: builder => builder.Services.AddSingleton<TimeProvider>(_time));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task AQuietStream_SendsAHeartbeat_WhoseIdIsBeyondWhatTheReaderDoesNotHear()
    {
        var (writer, reader) = (await Sample.NewCustomer(_server.Client), await Sample.NewCustomer(_server.Client));
        using var stream = await EventStream.Open(_server.Client, reader.Token, "hss.bookings");
        Assert.Equal("ready", (await stream.Next())!.Value.Event);
        await Sample.Create(writer);
        var tailer = _server.Services.GetRequiredService<FeedTailer>();
        var journal = _server.Services.GetRequiredService<Grains.Entities.Journal.IJournal>();
        var newest = await journal.Position(default);
        await tailer.Beyond(newest.Seq - 1).WaitAsync(TimeSpan.FromSeconds(30));

        _time.Advance(EventStreams.Heartbeat);
        Assert.Equal(": still here", await stream.Line());
        Assert.Equal($"id: {newest.Epoch}-{newest.Seq}", await stream.Line());
        Assert.Equal("", await stream.Line());

        // A reader that comes back with that id is known, and goes on from there.
        using var again = await EventStream.Open(_server.Client, reader.Token, "hss.bookings", $"{newest.Epoch}-{newest.Seq}");
        Assert.Equal("ready", (await again.Next())!.Value.Event);
        var own = await Sample.Create(reader);
        Assert.Equal(own, (string?)(await again.Next())!.Value.Data["id"]);
    }

    [Fact]
    public async Task AnIdBeyondTheFeed_GetsReset()
    {
        var reader = await Sample.NewCustomer(_server.Client);
        var epoch = _server.Services.GetRequiredService<FeedTailer>().Position.Epoch;
        using var stream = await EventStream.Open(_server.Client, reader.Token, "hss.bookings", $"{epoch}-1000000");
        Assert.Equal("reset", (await stream.Next())!.Value.Event);
    }
}
