namespace Hss.Silo.Journal;

/// <summary>Another process has the database's writer lease: this one must not write, and has to end.</summary>
public sealed class LeaseHeldException(string holder) : Exception(
    $"Another process ({holder}) writes to this database. This one needs it alone; " +
    "several servers share a database when all are built with HssEngine=orleans and run without HSS_SINGLE_SILO.");
