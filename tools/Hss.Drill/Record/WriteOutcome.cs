namespace Hss.Drill.Record;

/// <summary>What a caller knows of its write.</summary>
internal enum WriteOutcome
{
    /// <summary>No answer ever came: it happened once or not at all.</summary>
    Unknown,

    /// <summary>The server said that it is done.</summary>
    Acknowledged,

    /// <summary>The server said no.</summary>
    Refused,
}
