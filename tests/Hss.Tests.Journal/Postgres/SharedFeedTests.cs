using Dapper;
using Hss.Silo.Events;
using Hss.Silo.Journal;
using Hss.Silo.Journal.Postgres;
using Hss.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Hss.Tests.Journal.Postgres;

/// <summary>Two journals on one database: each hears of the other's commits. The tailer's clock stands still, so no poll helps.</summary>
[Collection(PostgresCollection.Name)]
public sealed class SharedFeedTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly PostgresJournalOptions _options = new() { ConnectionString = postgres.Server.CreateDatabase(), Shared = true };
    private readonly FakeTimeProvider _time = new();
    private PostgresJournal _here = null!;
    private PostgresJournal _there = null!;
    private CommitPipeline _pipeline = null!;
    private FeedTailer _tailer = null!;

    public async Task InitializeAsync()
    {
        _here = await PostgresJournal.Open(_options, TimeProvider.System);
        _there = await PostgresJournal.Open(_options, TimeProvider.System);
        _pipeline = new(_here, _time, NullLogger<CommitPipeline>.Instance);
        _tailer = new(_here, _pipeline, _time, NullLogger<FeedTailer>.Instance);
        await _tailer.StartAsync(default);
        await Listening();
    }

    public async Task DisposeAsync()
    {
        await _tailer.StopAsync(default);
        _tailer.Dispose();
        _pipeline.Dispose();
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    [Fact]
    public async Task WhatAnotherProcessCommits_ArrivesWithoutAPoll()
    {
        for (var seq = 0; seq < 3; seq++)
        {
            var moved = _tailer.Beyond(seq);
            await StoredEvents.Write(_there, StoredEvents.Commit($"{seq}"));
            await moved.WaitAsync(Guard);
        }

        Assert.Equal(3, _tailer.Position.Seq);
    }

    [Fact]
    public async Task AListenerThatIsCut_ComesBack_AndFindsWhatItMissed()
    {
        var moved = _tailer.Beyond(0);
        await using (var connection = new NpgsqlConnection(_options.ConnectionString))
            await connection.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'hss-listener'");
        await StoredEvents.Write(_there, StoredEvents.Commit("1"));
        await moved.WaitAsync(Guard);

        var again = _tailer.Beyond(1);
        await Listening();
        await StoredEvents.Write(_there, StoredEvents.Commit("2"));
        await again.WaitAsync(Guard);
    }

    // Both listeners are there when both idle after their LISTEN.
    private async Task Listening()
    {
        await using var connection = new NpgsqlConnection(_options.ConnectionString);
        using var guard = new CancellationTokenSource(Guard);
        while (await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'hss-listener' AND state = 'idle' AND query LIKE 'LISTEN%'") < 2)
            await Task.Delay(20, guard.Token);
    }
}
