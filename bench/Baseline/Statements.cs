using Npgsql;

namespace Hss.Baseline;

/// <summary>Statements with their values in order.</summary>
internal static class Statements
{
    /// <summary>A command on a connection.</summary>
    public static NpgsqlCommand With(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
