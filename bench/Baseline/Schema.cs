using Npgsql;

namespace Hss.Baseline;

/// <summary>The tables.</summary>
internal static class Schema
{
    /// <summary>Makes those that are not there.</summary>
    public static async Task Create(NpgsqlDataSource source)
    {
        using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream("schema.sql")!);
        await using var command = source.CreateCommand(await reader.ReadToEndAsync());
        await command.ExecuteNonQueryAsync();
    }
}
