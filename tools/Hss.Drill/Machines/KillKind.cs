namespace Hss.Drill.Machines;

/// <summary>What is killed.</summary>
internal enum KillKind
{
    /// <summary>The server's process.</summary>
    Server,

    /// <summary>PostgreSQL with all of its processes.</summary>
    Postgres,

    /// <summary>Some of the callers' connections.</summary>
    Connections,
}

/// <summary>A kill that is to come.</summary>
/// <param name="After">Time of undisturbed running since the one before.</param>
internal sealed record PlannedKill(TimeSpan After, KillKind Kind);
