using Hss.Interfaces.Entities;
using Microsoft.Data.Sqlite;

namespace Hss.Silo.Journal.Sqlite;

/// <summary>What SQLite's result codes mean for a write.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, TooBig = 18, Constraint = 19, Mismatch = 20;

    /// <summary>The fault to tell: the transaction was rolled back unless <paramref name="inDoubt"/>.</summary>
    public static JournalException Translate(SqliteException e, bool inDoubt) => e.SqliteErrorCode switch
    {
        Constraint or TooBig or Mismatch => new(JournalFault.Unstorable, $"The database refused the data: {e.Message}", e),
        Busy or Locked => new(JournalFault.Busy, "The database is busy", e),
        ReadOnly or CannotOpen => new(JournalFault.Busy, "The data folder cannot be written", e),
        Full => new(JournalFault.Busy, "The disk is full", e),
        _ when inDoubt => new(JournalFault.OutcomeUnknown, $"The disk failed while a commit was written: {e.Message}", e),
        IoError or Corrupt => new(JournalFault.Busy, $"The disk failed: {e.Message}", e),
        _ => new(JournalFault.Unstorable, $"The database refused the statement: {e.Message}", e),
    };
}
