namespace Hss.Bench.Servers;

/// <summary>Names of databases, as the results have them.</summary>
internal static class Databases
{
    public const string Postgres = "postgres";

    public const string Sqlite = "sqlite";

    /// <summary>No database at all.</summary>
    public const string None = "none";
}
