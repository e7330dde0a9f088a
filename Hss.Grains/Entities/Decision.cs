using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities;

/// <summary>Something that happened to an entity. Implementations are immutable records in the past tense.</summary>
public interface IEntityEvent;

/// <summary>A message that leaves with a commit: a mail, a notification, a call to another grain.</summary>
/// <param name="Name">Makes the effect's id unique within the commit.</param>
/// <param name="Target">The handler's name.</param>
/// <param name="Payload">What the handler needs; members marked <see cref="PersonalAttribute"/> are stored encrypted.</param>
public sealed record Effect(string Name, string Target, object Payload);

/// <summary>What a rule decided: a refusal, or events (none when nothing changes).</summary>
public sealed record Decision
{
    /// <summary>Accepted, and nothing changes.</summary>
    public static readonly Decision Unchanged = new();

    /// <summary>Why not, or null.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>What happened, in order.</summary>
    public ImmutableArray<IEntityEvent> Events { get; private init; } = [];

    /// <summary>What leaves with the commit; only together with events.</summary>
    public ImmutableArray<Effect> Effects { get; private init; } = [];

    /// <summary>Accepted with these events.</summary>
    public static Decision Accept(params ImmutableArray<IEntityEvent> events) => new() { Events = events };

    /// <summary>Refused: nothing happens.</summary>
    public static Decision Refuse(string code, string message) => new() { Refusal = new(code, message) };

    /// <summary>A refusal is a decision.</summary>
    public static implicit operator Decision(Refusal refusal) => new() { Refusal = refusal };

    /// <summary>The same decision with a message that leaves with its commit.</summary>
    public Decision With(params ImmutableArray<Effect> effects) => this with { Effects = Effects.AddRange(effects) };
}
