namespace Hss.Grains.Entities;

/// <summary>
/// When the state is written: at every commit while its text is below 16 kB; above that when at least 64 events, with at least as much text as the state, were
/// committed since. So a state that grows never costs more to write than its events, and a load folds about as much as it reads.
/// </summary>
/// <param name="snapshotVersion">The version of the stored state; 0: none is.</param>
/// <param name="snapshotLength">Characters of the stored state.</param>
/// <param name="eventLength">Characters of the events after it.</param>
internal sealed class SnapshotPolicy(long snapshotVersion = 0, int snapshotLength = 0, long eventLength = 0)
{
    /// <summary>Characters below which the state goes with every commit.</summary>
    public const int SmallState = 16 * 1024;

    /// <summary>Events between two snapshots of a large state, at least.</summary>
    public const int EventsPerSnapshot = 64;

    private long _snapshotVersion = snapshotVersion;
    private int _snapshotLength = snapshotLength;
    private long _eventLength = eventLength;

    /// <summary>The state's text when it is to be written now, or null.</summary>
    /// <param name="version">The version that is written.</param>
    /// <param name="events">Characters of the events that are written; 0: there are none.</param>
    public string? Next(long version, int events, Func<string> encode)
    {
        if (events == 0)
            return null;
        var large = _snapshotVersion > 0 && _snapshotLength >= SmallState;
        var due = version - _snapshotVersion >= EventsPerSnapshot && _eventLength + events >= _snapshotLength;
        return large && !due ? null : encode();
    }

    /// <summary>A write with this snapshot (or none) and events of this many characters is durable.</summary>
    public void Wrote(long version, int events, string? snapshot)
    {
        if (snapshot is null)
            _eventLength += events;
        else
            (_snapshotVersion, _snapshotLength, _eventLength) = (version, snapshot.Length, 0);
    }
}
