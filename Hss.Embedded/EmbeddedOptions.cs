namespace Hss.Embedded;

/// <summary>Settings of the embedded grain host.</summary>
public sealed class EmbeddedOptions
{
    /// <summary>An activation without a call for this long ends. Default 15 min.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle activations are looked for. Default 1 min.</summary>
    public TimeSpan CollectionInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A grain with so many calls without an answer refuses more with <see cref="LimitExceededException"/>. Default 10,000.</summary>
    public int MailboxLimit { get; set; } = 10_000;

    /// <summary>A call without an answer for this long fails with <see cref="TimeoutException"/>. Default 30 s.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Items that a stream's subscriber may be behind; beyond that its oldest are dropped. Default 1,024.</summary>
    public int StreamBuffer { get; set; } = 1_024;

    internal IEnumerable<string> Problems()
    {
        if (CollectionAge <= TimeSpan.Zero)
            yield return "CollectionAge is not positive";
        if (CollectionInterval <= TimeSpan.Zero)
            yield return "CollectionInterval is not positive";
        if (MailboxLimit <= 0)
            yield return "MailboxLimit is not positive";
        if (ResponseTimeout <= TimeSpan.Zero)
            yield return "ResponseTimeout is not positive";
        if (StreamBuffer <= 0)
            yield return "StreamBuffer is not positive";
    }
}
