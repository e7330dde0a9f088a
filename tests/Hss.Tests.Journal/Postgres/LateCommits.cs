using Dapper;
using Npgsql;

namespace Hss.Tests.Journal.Postgres;

/// <summary>Makes every transaction of a database that writes events wait at its COMMIT, each for another time.</summary>
internal static class LateCommits
{
    public static async Task Slow(string database, int milliseconds)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.ExecuteAsync($"""
            CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(random() * {milliseconds} / 1000.0); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER late AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION late();
            """);
    }
}
