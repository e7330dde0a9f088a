using System.Collections.Immutable;
using System.Globalization;
using Hss.Bench.Load;
using Hss.Bench.Results;
using Hss.Bench.Servers;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;
using Hss.Silo.Journal.Postgres;
using Hss.Silo.Journal.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hss.Bench.Engine;

/// <summary>
/// The commit pipeline alone, with so many grains that wait for their commit of one event; as the usual form stands one transaction for each commit, on the
/// same journal.
/// </summary>
internal static class PipelineBench
{
    private static readonly ImmutableArray<int> Waiting = [1, 64, 256, 1024];

    /// <summary>Both databases, in turn with the other form.</summary>
    public static async Task<IReadOnlyList<Row>> Rows(Servers.Bench bench)
    {
        var rows = new List<Row>();
        var folder = Directory.CreateTempSubdirectory("hss-bench-pipeline-");
        try
        {
            await using var sqlite = await SqliteJournal.Open(Path.Combine(folder.FullName, "hss.db"), TimeProvider.System);
            rows.AddRange(await On(Databases.Sqlite, sqlite, bench));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        await using var postgres = await PostgresJournal.Open(new() { ConnectionString = bench.Postgres.CreateDatabase() }, TimeProvider.System);
        rows.AddRange(await On(Databases.Postgres, postgres, bench));
        return rows;
    }

    private static async Task<IEnumerable<Row>> On(string database, IJournal journal, Servers.Bench bench)
    {
        using var pipeline = new CommitPipeline(journal, TimeProvider.System, NullLogger<CommitPipeline>.Instance);
        await pipeline.StartAsync(CancellationToken.None);
        using var oneByOne = new SemaphoreSlim(1);
        var rounds = new List<Round>();
        // The first is to warm up.
        for (var number = 0; number <= bench.Rounds; number++)
        {
            foreach (var waiting in Waiting)
            {
                var ours = await Measure(journal, $"p{number}-{waiting}", number, Side.Ours, waiting, bench, pipeline.Commit);
                var usual = await Measure(journal, $"s{number}-{waiting}", number, Side.Usual, waiting, bench, commit => Alone(journal, commit, oneByOne));
                if (number > 0)
                    rounds.AddRange([ours, usual]);
            }
        }

        await pipeline.StopAsync(CancellationToken.None);
        return Waiting.Select(waiting => Row.Of("engine", database, waiting, rounds));
    }

    private static async Task<Round> Measure(
        IJournal journal, string name, int number, Side side, int waiting, Servers.Bench bench, Func<EntityCommit, Task<CommitResult>> commit)
    {
        Entity[] entities = [.. Enumerable.Range(0, waiting).Select(n => new Entity(new("bench", $"{name}-{n}")))];
        var load = await ClosedLoop.Run(waiting, bench.Length / 3, n => entities[n].Commit(commit));
        var stored = await journal.Events(new() { Kind = "bench", Id = entities[0].Key.Id, Limit = 1, Descending = true }, CancellationToken.None);
        return Round.Of(number, side, waiting, load, TimeSpan.Zero, stored is [var last] && last.Event.Version == entities[0].Version);
    }

    private static async Task<CommitResult> Alone(IJournal journal, EntityCommit commit, SemaphoreSlim turn)
    {
        await turn.WaitAsync();
        try
        {
            var now = DateTimeOffset.UtcNow;
            return (await journal.Write(new([commit], [], now, now))).Commits[0];
        }
        finally
        {
            turn.Release();
        }
    }

    // A small entity: its state as long as a booking's, an event for each commit.
    private sealed class Entity(EntityKey key)
    {
        private static readonly string State = $$"""{"text":"{{new string('x', 400)}}"}""";
        private byte[] _head = EventHash.Genesis;

        public EntityKey Key => key;

        public long Version { get; private set; }

        public async Task<bool> Commit(Func<EntityCommit, Task<CommitResult>> commit)
        {
            var (version, at) = (Version + 1, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(Version));
            var data = string.Create(CultureInfo.InvariantCulture, $$"""{"n":{{version}}}""");
            var hash = EventHash.Compute(_head, key, version, "bench.done", at, "bench", "bench", null, data);
            var next = new EntityCommit
            {
                Key = key,
                BaseVersion = Version,
                State = State,
                Index = new(null, "new"),
                Events = [new(version, "bench.done", 1, data, at, "bench", "bench", null, "", _head, hash)],
            };
            if (await commit(next) != CommitResult.Committed)
                return false;
            (Version, _head) = (version, hash);
            return true;
        }
    }
}
