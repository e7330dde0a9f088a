using Hss.Interfaces.Entities;

namespace Hss.Silo.Audit;

/// <summary>Something by which lists would find an entity, or miss it, though its events do not say so.</summary>
/// <param name="Key">The entity.</param>
/// <param name="Column">The column of its row, <c>link</c> and the name of one, or <c>state</c> when what it should be cannot be told.</param>
/// <param name="Expected">What its events, or its stored state, come to; null: nothing.</param>
/// <param name="Stored">What is stored; null: nothing.</param>
public sealed record ListDifference(EntityKey Key, string Column, string? Expected, string? Stored)
{
    /// <summary>Whether it is so by the entity's events.</summary>
    public bool ByEvents { get; init; } = true;

    /// <summary>Whether it is so by the entity's stored state. Where only one of both is, events and state are not of one another either.</summary>
    public bool ByState { get; init; } = true;

    /// <summary>What is wrong, in one line, without saying of which entity.</summary>
    public string Fault => $"by its {Source} its {Column} should be {Expected ?? "nothing"}, stored is {Stored ?? "nothing"}";

    private string Source => (ByEvents, ByState) switch
    {
        (true, true) => "events and its state",
        (true, false) => "events alone",
        _ => "state alone",
    };
}
