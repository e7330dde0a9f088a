using Hss.Tests.Shared.Postgres;
using Npgsql;

namespace Hss.Tests.Api;

/// <summary>
/// What a first start in Development makes, made once for all tests of a run: a server that starts on a copy of it is ready in a tenth of the time.
/// </summary>
internal static class DemonstrationData
{
    private static readonly Lazy<PostgresServer> Postgres = new(PostgresServer.StartUntilExit);
    private static readonly Lazy<Task<Original>> Sqlite = new(() => Make([]));
    private static readonly Lazy<Task<Original>> OfPostgres = new(() => Make(Settings(Postgres.Value.CreateDatabase())));

    /// <summary>Puts it into an empty data folder, for SQLite.</summary>
    public static async Task CopyTo(string folder) => Copy((await Sqlite.Value).Folder, folder);

    /// <summary>Makes a database that has it on a PostgreSQL that tests share, and puts its keys and files into the empty data folder.</summary>
    /// <returns>The settings that name the database.</returns>
    public static async Task<Dictionary<string, string>> OnPostgres(string folder)
    {
        var original = await OfPostgres.Value;
        Copy(original.Folder, folder);
        return Settings(Postgres.Value.CreateDatabase(new NpgsqlConnectionStringBuilder(original.Settings["DB_CONNECTION"]).Database!));
    }

    private static async Task<Original> Make(Dictionary<string, string> settings)
    {
        var folder = await ApiServer.Seed(settings);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return new(folder, settings);
    }

    private static Dictionary<string, string> Settings(string connection) => new() { ["DB_ENGINE"] = "postgres", ["DB_CONNECTION"] = connection };

    private static void Copy(string original, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private sealed record Original(string Folder, Dictionary<string, string> Settings);
}
