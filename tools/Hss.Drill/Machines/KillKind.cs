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
/// <param name="Away">How long what was killed stays away: callers and robots, and the server without its database, have to bear it.</param>
internal sealed record PlannedKill(TimeSpan After, KillKind Kind, TimeSpan Away);
