using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities.Codec;

/// <summary>
/// States that were opened for lists not long ago. The same pages are asked for again and again, and to open twenty states costs more than all else of a page. What is
/// kept is found by the stored text itself, so it can never be another state. Any thread.
/// </summary>
internal sealed class ReadStates
{
    /// <summary>States kept at most; a newer one takes the place of another.</summary>
    public const int Places = 4096;

    /// <summary>Characters of the longest text that is kept.</summary>
    public const int MaxText = 4096;

    private readonly Entry?[] _places = new Entry?[Places];

    /// <summary>The state of a text, as it was opened before or by <paramref name="open"/> now.</summary>
    public TState Of<TState>(EntityKey key, string text, Func<TState> open) where TState : class
    {
        if (text.Length > MaxText)
            return open();
        ref var place = ref _places[(uint)key.GetHashCode() % Places];
        if (Volatile.Read(ref place) is { State: TState known } entry && entry.Key == key && entry.Text == text)
            return known;
        var state = open();
        Volatile.Write(ref place, new(key, text, state));
        return state;
    }

    private sealed record Entry(EntityKey Key, string Text, object State);
}
