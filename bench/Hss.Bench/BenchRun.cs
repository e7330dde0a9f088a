using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Hss.Bench.Results;
using Hss.Bench.Servers;
using Hss.Bench.Workloads;
using Hss.Bench.Workloads.Bookings;
using Hss.Bench.Workloads.Growth;
using Hss.Bench.Workloads.Orders;
using Hss.Bench.Workloads.Robots;

namespace Hss.Bench;

/// <summary>Runs workloads, writes the file of results and prints the table.</summary>
internal static class BenchRun
{
    private const string QuickFlag = "--quick";

    private static readonly ImmutableArray<IWorkload> All =
    [
        new OrderWorkload(OrderLoad.HotProduct),
        new OrderWorkload(OrderLoad.ThousandProducts),
        new OrderWorkload(OrderLoad.ZipfTwoLines),
        new ReadsWorkload(Databases.Postgres),
        new QueueWorkload(Databases.Postgres),
        new RobotsWorkload(),
        new BookingsWorkload(),
        new SqliteOrderWorkload(OrderLoad.HotProductOnSqlite),
        new SqliteOrderWorkload(OrderLoad.ThousandProducts),
        new SqliteOrderWorkload(OrderLoad.ZipfTwoLines),
        new ReadsWorkload(Databases.Sqlite),
        new QueueWorkload(Databases.Sqlite),
        new SqliteBookingsWorkload(),
        new EngineWorkload(),
    ];

    // Too long for every run.
    private static readonly ImmutableArray<IWorkload> OnlyByName = [new GrowthWorkload()];

    /// <summary>The programs of product and baseline, the folder of results, the commit, and then names of workloads; without any, all but the longest.</summary>
    public static async Task<int> Run(string[] arguments)
    {
        if (arguments is not [var product, var baseline, var folder, var commit, .. var rest])
            return Fail("the programs of product and baseline, the folder of results and the commit are needed");
        string[] names = [.. rest.Where(a => a != QuickFlag)];
        var known = All.AddRange(OnlyByName);
        if (names.FirstOrDefault(n => known.All(w => w.Name != n)) is { } unknown)
            return Fail($"there is no workload '{unknown}'; there are {string.Join(", ", known.Select(w => w.Name).Distinct())}");

        await using var bench = new Servers.Bench(product, baseline, rest.Contains(QuickFlag));
        var clock = Stopwatch.StartNew();
        var rows = new List<Row>();
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}.json"));
        var failed = false;
        foreach (var workload in names.Length == 0 ? All : known.Where(w => names.Contains(w.Name)))
        {
            try
            {
                Row[] measured = [.. await Task.WhenAll((await workload.Run(bench)).Select(r => WithConditions(bench, r, commit)))];
                rows.AddRange(measured);
                // A try leaves no results; what was measured stays, whatever becomes of the next workload.
                if (!bench.Quick)
                    await Write(path, measured);
            }
#pragma warning disable CA1031 // One workload that cannot be measured does not take the others' results along.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failed = true;
                Progress.Say($"{workload.Name} could not be measured: {e}");
            }
        }

        if (rows.Count == 0)
            return 1;
        Console.WriteLine(Heading(rows) + MarkdownTable.Of(rows));
        Console.WriteLine(bench.Quick ? $"A try of {clock.Elapsed.TotalMinutes:0.0} min; no results were written." : $"{path}, {clock.Elapsed.TotalMinutes:0.0} min");
        return failed ? 1 : 0;
    }

    private static async Task Write(string path, Row[] rows)
    {
        var all = await ResultsFile.Write(path, rows);
        await File.WriteAllTextAsync(Path.ChangeExtension(path, ".md"), Heading(all) + MarkdownTable.Of([.. all]));
    }

    private static async Task<Row> WithConditions(Servers.Bench bench, Row row, string commit) => row with
    {
        Fsync = await bench.Setting("fsync"),
        SynchronousCommit = await bench.Setting("synchronous_commit"),
        Postgres = await bench.Setting("server_version"),
        Commit = commit,
        Cores = Environment.ProcessorCount,
        Quick = bench.Quick,
    };

    // A day's file may have rows of several commits; the JSON file says whose each is.
    private static string Heading(IReadOnlyList<Row> rows) => Heading(rows[0], string.Join(", ", rows.Select(r => r.Commit).Distinct()));

    private static string Heading(Row row, string commits) => string.Create(
        CultureInfo.InvariantCulture,
        $"Commit {commits}, {row.Cores} cores shared by load, servers and PostgreSQL {row.Postgres} (fsync {row.Fsync}, synchronous_commit {row.SynchronousCommit}); medians of the rounds in the JSON file.\n\n");

    private static int Fail(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
