using Hss.Interfaces.Entities;
using Npgsql;

namespace Hss.Silo.Journal.Postgres;

/// <summary>What PostgreSQL's errors say about a write.</summary>
internal static class PostgresFaults
{
    /// <summary>
    /// Whether the server itself said, on a connection that lives on, that the statement failed: its transaction is rolled back.
    /// When the session ended (FATAL) nobody knows how far it came.
    /// </summary>
    public static bool IsRolledBack(PostgresException e) =>
        e.InvariantSeverity is not ("FATAL" or "PANIC") && e.SqlState is not ("57P01" or "57P02" or "57P03" or "57P05");

    /// <summary>The fault of a statement that was rolled back.</summary>
    public static JournalException RolledBack(PostgresException e) => e.SqlState[..2] switch
    {
        // 21: one commit's data names a row twice. 22: data. 23: a constraint.
        "21" or "22" or "23" => new(JournalFault.Unstorable, $"The database refused the data ({e.SqlState}): {e.MessageText}", e),
        _ => new(JournalFault.Busy, $"The database could not write ({e.SqlState}): {e.MessageText}; nothing was done", e),
    };

    /// <summary>The fault of a read.</summary>
    public static JournalException Read(Exception e) => new(JournalFault.Busy, $"The database is away: {e.Message}", e);

    /// <summary>Whether a connection broke on the way, and a new one may well work.</summary>
    public static bool IsConnectionLost(Exception e) => e switch
    {
        PostgresException p => !IsRolledBack(p),
        NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException or EndOfStreamException } => true,
        _ => false,
    };

    /// <summary>Whether an exception means that the database, or the way to it, is away or overloaded.</summary>
    public static bool IsAway(Exception e) => e switch
    {
        PostgresException p => p.SqlState[..2] is "08" or "40" or "53" or "57" or "58",
        NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or IOException => true,
        _ => false,
    };
}
