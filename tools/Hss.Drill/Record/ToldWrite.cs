using System.Collections.Immutable;

namespace Hss.Drill.Record;

/// <summary>One write, all of its tries, and what its caller was told.</summary>
/// <param name="Key">The <c>Idempotency-Key</c> and the <c>X-Request-Id</c> of every try: stored events name it.</param>
/// <param name="Step">What it was, for people: <c>booking.pay</c>.</param>
/// <param name="Outcome">What became of it.</param>
internal sealed record ToldWrite(string Key, string Step, WriteOutcome Outcome)
{
    /// <summary>The kind of the entity that it was to change.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The entities that the answers named: one and the same, however often it was repeated.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>The event that an acknowledgement promises; null when a write may be acknowledged and change nothing.</summary>
    public string? Event { get; init; }

    /// <summary>What the answer said that the event must say too.</summary>
    public ImmutableArray<ToldFact> Facts { get; init; } = [];

    /// <summary>When its first try was sent, and when its first answer came: ticks of the drill's own clock, which never goes back.</summary>
    public long SentAt { get; init; }

    /// <inheritdoc cref="SentAt" />
    public long AnsweredAt { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Tries { get; init; } = 1;
}

/// <summary>A value that a caller was told.</summary>
/// <param name="Path">Where an event's data has it: members and positions, with dots between (<c>lines.0.quantity</c>).</param>
/// <param name="Value">The value as text.</param>
internal sealed record ToldFact(string Path, string Value);
