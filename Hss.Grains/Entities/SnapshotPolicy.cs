namespace Hss.Grains.Entities;

/// <summary>
/// When the state is written: at every commit while its text is below 16 kB, above that every 64 events (loading folds the rest).
/// </summary>
internal sealed class SnapshotPolicy(long snapshotVersion = 0, int snapshotLength = 0)
{
    /// <summary>Characters below which the state goes with every commit.</summary>
    public const int SmallState = 16 * 1024;

    /// <summary>Events between two snapshots of a large state.</summary>
    public const int EventsPerSnapshot = 64;

    private long _snapshotVersion = snapshotVersion;
    private int _snapshotLength = snapshotLength;

    /// <summary>The state's text when it is to be written now, or null.</summary>
    public string? Next(long version, bool hasEvents, Func<string> encode)
    {
        if (!hasEvents)
            return null;
        var large = _snapshotVersion > 0 && _snapshotLength >= SmallState;
        return large && version - _snapshotVersion < EventsPerSnapshot ? null : encode();
    }

    /// <summary>A write with this snapshot (or none) is durable.</summary>
    public void Wrote(long version, string? snapshot)
    {
        if (snapshot is not null)
            (_snapshotVersion, _snapshotLength) = (version, snapshot.Length);
    }
}
