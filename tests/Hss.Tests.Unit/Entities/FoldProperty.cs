using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;

namespace Hss.Tests.Unit.Entities;

/// <summary>
/// Whatever commands come in whatever order, at whatever times: the state is exactly the fold of the events as they are stored, and a
/// stored snapshot reads back as the same state.
/// </summary>
internal static class FoldProperty
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly EntityCodec Codec = new(new DataKeyRing([new("k", new byte[DataKeyRing.KeySize])]));

    /// <summary>Checks it for a kind.</summary>
    /// <param name="commands">What may come; a command number picks one, and minutes to pass before it.</param>
    /// <param name="invariant">What holds of every state and the events so far.</param>
    public static void Holds<TState>(
        EntityKind<TState> kind,
        string id,
        ImmutableArray<Func<TState, DateTimeOffset, Decision>> commands,
        Func<TState, IReadOnlyList<IEntityEvent>, bool>? invariant = null)
        where TState : class
    {
        var key = kind.Key(id);
        Prop.ForAll(
            Gen.Choose(0, (commands.Length * 8) - 1).ListOf().ToArbitrary(),
            choices =>
            {
                var (state, now, events) = (kind.Initial(id), Start, new List<IEntityEvent>());
                foreach (var choice in choices)
                {
                    now += TimeSpan.FromMinutes(choice / commands.Length);
                    var decision = commands[choice % commands.Length](state, now);
                    // Effects leave with a commit, and a refusal commits nothing.
                    if (decision.Events.IsEmpty && !decision.Effects.IsEmpty)
                        return false;
                    events.AddRange(decision.Events);
                    state = decision.Events.Aggregate(state, kind.Apply);
                    if (invariant is not null && !invariant(state, events))
                        return false;
                }

                var folded = events
                    .Select((e, i) => new JournalEvent(i + 1, kind.TypeOf(e).Name, kind.TypeOf(e).Schema, Codec.Encode(key, e), now, "a", "r", null, "", [], []))
                    .Select(e => Codec.DecodeEvent(kind, key, e))
                    .Aggregate(kind.Initial(id), kind.Apply);
                var snapshot = Codec.Decode<TState>(key, Codec.Encode(key, state));
                return Text(folded) == Text(state) && Text(snapshot) == Text(state);
            }).QuickCheckThrowOnFailure();
    }

    private static string Text<TState>(TState state) => JsonSerializer.Serialize(state);
}
