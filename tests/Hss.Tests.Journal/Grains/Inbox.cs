using System.Collections.Concurrent;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Effects;

namespace Hss.Tests.Journal.Grains;

/// <summary>The receiver of the test grains' effects: it keeps what it was given under the effect's id, and counts the tries.</summary>
public sealed class Inbox : IEffectHandler
{
    /// <summary>What effects to it name.</summary>
    public const string Target = "inbox";

    private readonly ConcurrentQueue<PendingEffect> _tries = [];

    string IEffectHandler.Target => Target;

    /// <summary>What happens after the receiver has taken the effect: an exception makes it a failed try.</summary>
    public Func<PendingEffect, Task>? Afterwards { get; set; }

    /// <summary>Every try, in order.</summary>
    public IReadOnlyCollection<PendingEffect> Tries => _tries;

    /// <summary>What it has, each thing once.</summary>
    public ConcurrentDictionary<string, string> Kept { get; } = new(StringComparer.Ordinal);

    public async Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        _tries.Enqueue(effect);
        Kept.TryAdd(effect.Id, effect.Payload);
        if (Afterwards is { } afterwards)
            await afterwards(effect);
    }
}
