namespace Hss.Drill.Check;

/// <summary>Something that callers were told, or may rely on, and that is not so.</summary>
/// <param name="Fault">One of <see cref="Faults"/>.</param>
/// <param name="Subject">Of what: a kind and an id, or a key.</param>
/// <param name="Text">A sentence.</param>
internal sealed record Finding(string Fault, string Subject, string Text)
{
    /// <inheritdoc />
    public override string ToString() => $"{Fault}: {Subject}: {Text}";
}

/// <summary>The sorts of faults.</summary>
internal static class Faults
{
    /// <summary>Acknowledged and not stored, or stored otherwise than it was told.</summary>
    public const string LostWrite = "lost write";

    /// <summary>Refused, and done nevertheless.</summary>
    public const string Contradiction = "done though refused";

    /// <summary>Sent once, in however many tries, and done twice.</summary>
    public const string DoubleEffect = "double effect";

    /// <summary>Somebody was served before others who came earlier.</summary>
    public const string QueueOrder = "queue out of order";

    /// <summary>Units or copies came out of nothing, or went nowhere.</summary>
    public const string Books = "books not balanced";

    /// <summary>A stored event is not the one that was written.</summary>
    public const string Chain = "broken chain";

    /// <summary>A list would find an entity, or miss it, though its events do not say so.</summary>
    public const string List = "list out of step";

    /// <summary>Something stored asks for a mail, which never came.</summary>
    public const string LostMail = "lost mail";

    /// <summary>Somebody should have been told, and never was.</summary>
    public const string LostNotice = "lost notice";

    /// <summary>A call was answered 500.</summary>
    public const string Failed = "answered 500";

    /// <summary>The server logged an error: something happened that nobody had foreseen.</summary>
    public const string Unforeseen = "logged as an error";

    /// <summary>A process ended that nobody had killed.</summary>
    public const string Ended = "ended by itself";
}
