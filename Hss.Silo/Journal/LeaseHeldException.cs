namespace Hss.Silo.Journal;

/// <summary>Another process has the database's writer lease: this one must not write, and has to end.</summary>
public sealed class LeaseHeldException(string holder) : Exception(
    $"Another process ({holder}) writes to this database. The embedded engine is for one process only; " +
    "to run more of them on one database build with HssEngine=orleans.");
