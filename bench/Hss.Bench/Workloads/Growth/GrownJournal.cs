using System.Diagnostics;
using Npgsql;

namespace Hss.Bench.Workloads.Growth;

/// <summary>Makes a journal large: valid rows, written by the database itself, as five million orders would take an hour.</summary>
internal static class GrownJournal
{
    /// <summary>Events of each entity.</summary>
    public const int EventsPerEntity = 5;

    private const int Batch = 50_000;

    /// <summary>Adds entities with their events; no server may run on the database.</summary>
    public static async Task Grow(string database, int entities)
    {
        var clock = Stopwatch.StartNew();
        await using var source = NpgsqlDataSource.Create(database);
        await Execute(source, await Text("functions.sql"));
        var grow = await Text("grow.sql");
        var at = (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        for (var first = 1L; first <= entities; first += Batch)
            await Execute(source, grow, first, Math.Min(entities, first + Batch - 1), at);
        await Execute(source, "DROP FUNCTION bench_hash; DROP FUNCTION bench_part; DROP FUNCTION bench_data");
        await Execute(source, "VACUUM ANALYZE entities");
        await Execute(source, "VACUUM ANALYZE events");
        await Execute(source, "CHECKPOINT");
        Progress.Say($"growth: {entities:#,0} entities with {entities * EventsPerEntity:#,0} events written in {clock.Elapsed.TotalSeconds:0} s");
    }

    private static async Task Execute(NpgsqlDataSource source, string sql, params long[] values)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 600;
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> Text(string name)
    {
        using var reader = new StreamReader(typeof(GrownJournal).Assembly.GetManifestResourceStream(name)!);
        return await reader.ReadToEndAsync();
    }
}
