namespace Hss.Silo.Journal.Postgres;

/// <summary>How a process uses its PostgreSQL.</summary>
public sealed record PostgresJournalOptions
{
    /// <summary>Npgsql's connection string; the journal adds what it needs.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Whether other processes may write too (silos), or this one alone (the embedded host).</summary>
    public bool Shared { get; init; }

    /// <summary>How long the start waits for the lease of a process that is going away.</summary>
    public TimeSpan StartWait { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a write whose answer was lost tries to learn what became of it.</summary>
    public TimeSpan RecoveryWait { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long one statement may take. Shorter than the API's deadline of 10 s.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections for reading, at most, beside those for pages.</summary>
    public int MaxReaders { get; init; } = 24;

    /// <summary>Connections for first pages of lists in the order of an index, at most: enough to keep a database of several cores busy, and those that wait do so in order.</summary>
    public int MaxPageReaders { get; init; } = 8;
}
