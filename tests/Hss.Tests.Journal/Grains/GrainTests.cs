using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Tests.Shared;

namespace Hss.Tests.Journal.Grains;

/// <summary>Tests of journaled grains: a real host over a real database, on a clock that stands still.</summary>
public abstract class GrainTests : IAsyncLifetime
{
    /// <summary>How long a test waits for what must happen before it gives up.</summary>
    protected static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private TestDatabase _database = null!;

    internal FakeTimeProvider Clock { get; } = new();

    internal Gates Gates { get; } = new();

    internal Inbox Inbox { get; } = new();

    internal GrainHost Host { get; private set; } = null!;

    protected TestDatabase Database => _database;

    protected abstract Task<TestDatabase> Open();

    public async Task InitializeAsync()
    {
        _database = await Open();
        Host = await GrainHost.Start(_database.Journal, Clock, Gates, Inbox);
    }

    public async Task DisposeAsync()
    {
        Host.Journal.ReleaseWrites();
        Host.Journal.ReleaseLoads();
        await Host.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>A call with a request id of its own.</summary>
    protected static CallContext Call(string request) => new("a1", "customer", request);

    /// <summary>Waits for a condition that other threads bring about.</summary>
    protected static async Task Until(Func<bool> condition, string what)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!condition())
        {
            Assert.False(guard.IsCancellationRequested, $"Never came: {what}");
            await Task.Yield();
        }
    }

    /// <summary>The process ends; another one starts on the same database.</summary>
    protected async Task Restart()
    {
        await Host.DisposeAsync();
        await _database.OpenAgain();
        Host = await GrainHost.Start(_database.Journal, Clock, Gates, Inbox);
    }

    protected async Task<EntityRow?> Stored(EntityKey key) => await _database.Journal.Load(key);

    protected async Task<JournalEvent[]> Events(EntityKey key) =>
        [.. (await _database.Journal.Events(new() { Kind = key.Kind, Id = key.Id, Limit = int.MaxValue }, default)).Select(e => e.Event)];
}
