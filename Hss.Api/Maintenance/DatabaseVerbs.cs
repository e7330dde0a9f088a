using System.Security.Cryptography;
using Hss.Silo.Audit;
using Hss.Silo.Hosting;
using Hss.Silo.Journal;
using Hss.Silo.Journal.Postgres;
using Hss.Silo.Journal.Sqlite;

namespace Hss.Api.Maintenance;

/// <summary>
/// Work on the database while no server runs: <c>Hss.Api --migrate</c> and <c>Hss.Api --db &lt;verb&gt;</c>, behind <c>./dev db</c>. Each has the
/// lease until it is done, so it cannot meet a running server; the schema of a cluster is brought up to date beside its silos.
/// </summary>
internal static class DatabaseVerbs
{
    private const string Usage = "usage: Hss.Api --migrate | --db status|migrate|seed|reset|backup FILE|restore FILE|rotate-keys|verify-lists";

    // As long as a start waits for a process that is going away.
    private static readonly TimeSpan LeaseWait = SqliteLease.StartWait;

    /// <summary>Whether the arguments ask for work on the database instead of a server.</summary>
    public static bool IsAsked(string[] args) => args is ["--migrate", ..] or ["--db", ..];

    /// <summary>Does it; answers the exit code.</summary>
    public static Task<int> Run(string[] args, HssSettings settings, TextWriter writer) => args switch
    {
        ["--migrate"] or ["--db", "migrate" or "status"] => Status(settings, writer),
        ["--db", "seed"] => Seed(settings, writer),
        ["--db", "reset"] => Reset(settings, writer),
        ["--db", "backup", var file] => Backup(settings, file, writer),
        ["--db", "restore", var file] => Restore(settings, file, writer),
        ["--db", "rotate-keys"] => RotateKeys(settings, writer),
        ["--db", "verify-lists"] => VerifyLists(settings, writer),
        _ => Misused(writer),
    };

    // Opening brings the schema up to date. Beside the silos of a cluster, if need be, as one more silo's start would.
    private static async Task<int> Status(HssSettings settings, TextWriter writer)
    {
        await using var opened = await JournalOpener.Open(settings, TimeProvider.System, settings.Grains.ManySilos);
        var status = await opened.Administration.Status(default);
        await writer.WriteLineAsync($"""
            engine      {status.Engine}
            migrations  {string.Join(", ", status.Migrations)}
            feed        epoch {status.Epoch}, seq {status.Seq}
            entities    {status.Entities}
            effects     {status.EffectsPending} waiting, {status.EffectsParked} parked
            due work    {status.Due}
            """);
        return 0;
    }

    // Starting makes whatever Development must have; on the same data it changes nothing.
    private static async Task<int> Seed(HssSettings settings, TextWriter writer)
    {
        if (!settings.Development)
            return await Refuse(writer, "seed: only in Development");
        await using var opened = await JournalOpener.Open(settings, TimeProvider.System);
        await using var app = HssServer.Build([], settings with { Urls = ["http://127.0.0.1:0"] }, opened);
        await app.StartAsync();
        await app.StopAsync();
        await writer.WriteLineAsync("seeded");
        return 0;
    }

    private static async Task<int> Reset(HssSettings settings, TextWriter writer)
    {
        if (!settings.Development)
            return await Refuse(writer, "reset: only in Development");
        if (settings.Database.Engine == DatabaseEngine.Sqlite)
            await SqliteReplacement.Empty(SqliteFile(settings), LeaseWait, default);
        else
            await PostgresReplacement.Empty(settings.Database.ConnectionString!, LeaseWait, default);
        await writer.WriteLineAsync("the database is empty");
        return 0;
    }

    private static async Task<int> Backup(HssSettings settings, string file, TextWriter writer)
    {
        await using var opened = await JournalOpener.Open(settings, TimeProvider.System);
        await opened.Administration.Backup(Path.GetFullPath(file), default);
        await writer.WriteLineAsync($"wrote {file}");
        return 0;
    }

    private static async Task<int> Restore(HssSettings settings, string file, TextWriter writer)
    {
        if (!File.Exists(file))
            return await Refuse(writer, $"restore: {file} is not there");
        // Readers of live events may have seen what is gone now: a new epoch tells them.
        var epoch = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        try
        {
            if (settings.Database.Engine == DatabaseEngine.Sqlite)
                await SqliteReplacement.Restore(SqliteFile(settings), file, epoch, LeaseWait, default);
            else
                await PostgresReplacement.Restore(settings.Database.ConnectionString!, Path.GetFullPath(file), epoch, LeaseWait, default);
        }
        catch (InvalidOperationException e)
        {
            return await Refuse(writer, $"restore: nothing was changed: {e.Message}");
        }

        await writer.WriteLineAsync($"restored {file}");
        return 0;
    }

    private static async Task<int> RotateKeys(HssSettings settings, TextWriter writer)
    {
        await using var opened = await JournalOpener.Open(settings, TimeProvider.System);
        var count = await new KeyRotation(opened).Run(default);
        await writer.WriteLineAsync($"rewrote {count} states under the key '{opened.Keys.NewestId}'; older keys must stay in HSS_DATA_KEYS, as events keep theirs");
        return 0;
    }

    private static async Task<int> VerifyLists(HssSettings settings, TextWriter writer)
    {
        await using var opened = await JournalOpener.Open(settings, TimeProvider.System);
        var found = await ListVerifier.Of(opened).All(default);
        foreach (var difference in found.Differences)
            await writer.WriteLineAsync($"{difference.Key}: {difference.Fault}");
        await writer.WriteLineAsync($"{found.Entities} entities with {found.Links} links, {found.Differences.Length} differences");
        return found.Differences.IsEmpty ? 0 : 1;
    }

    private static string SqliteFile(HssSettings settings) =>
        Path.Combine(Directory.CreateDirectory(settings.DataFolder).FullName, JournalOpener.SqliteFile);

    private static async Task<int> Refuse(TextWriter writer, string why)
    {
        await writer.WriteLineAsync(why);
        return 1;
    }

    private static async Task<int> Misused(TextWriter writer)
    {
        await writer.WriteLineAsync(Usage);
        return 2;
    }
}
