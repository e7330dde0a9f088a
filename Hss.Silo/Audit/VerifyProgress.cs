namespace Hss.Silo.Audit;

/// <summary>How far a verification is, and in the last one what it came to.</summary>
/// <param name="Broken">The first broken event, or null as long as there is none.</param>
/// <param name="Done">Whether this is the last.</param>
public sealed record VerifyProgress(long Events, long Entities, BrokenEvent? Broken, bool Done)
{
    /// <summary>Whether all that was checked is as it was committed.</summary>
    public bool Clean => Broken is null;
}
