namespace Hss.Drill.Load;

/// <summary>What one caller of a system does, over and over.</summary>
internal interface ILoad
{
    /// <summary>One round: from asking to having given everything back.</summary>
    /// <param name="stop">When the load ends; a round that has begun goes on to its end, but waits for nobody.</param>
    Task Round(CancellationToken stop);
}
