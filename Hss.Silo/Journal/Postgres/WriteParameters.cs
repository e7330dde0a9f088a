using System.Collections.Immutable;
using System.Text.Json;
using Hss.Grains.Entities.Journal;
using Npgsql;
using NpgsqlTypes;

namespace Hss.Silo.Journal.Postgres;

/// <summary>The parameters of <see cref="WriteStatement"/>: a batch as arrays, in the statement's order.</summary>
internal static class WriteParameters
{
    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;
    private const NpgsqlDbType Longs = NpgsqlDbType.Array | NpgsqlDbType.Bigint;
    private const NpgsqlDbType Integers = NpgsqlDbType.Array | NpgsqlDbType.Integer;
    private const NpgsqlDbType Booleans = NpgsqlDbType.Array | NpgsqlDbType.Boolean;
    private const NpgsqlDbType Blobs = NpgsqlDbType.Array | NpgsqlDbType.Bytea;

    private static readonly NpgsqlDbType[] Types =
    [
        Texts, Texts, Longs, Longs, Texts, Integers, Booleans, Texts, Texts, Texts, Texts, Longs, Blobs, Texts, // commits
        Longs, Texts, Texts, Texts, Longs, // operations, their times below
        NpgsqlDbType.Bigint, // now
        Longs, Texts, Texts, Longs, Texts, Integers, Texts, Longs, Texts, Texts, Texts, Texts, Blobs, Blobs, // events
        NpgsqlDbType.Bigint, // claim
        Longs, Texts, Texts, Texts, Texts, Texts, // effects
        Texts, // effects that are done
        Longs, // the operations' times
        Longs, // the commits' last event times
    ];

    /// <summary>Adds empty parameters with their types, for preparing.</summary>
    public static void Declare(NpgsqlParameterCollection parameters)
    {
        foreach (var type in Types)
            parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = DBNull.Value });
    }

    /// <summary>Fills in a batch.</summary>
    public static void Fill(NpgsqlParameterCollection parameters, JournalBatch batch)
    {
        var commits = batch.Commits;
        var events = Number(commits, c => c.Events);
        var effects = Number(commits, c => c.Effects);
        var operations = Number(commits, c => c.Operations);
        object[] values =
        [
            Column(commits, c => c.Key.Kind),
            Column(commits, c => c.Key.Id),
            Column(commits, c => c.BaseVersion),
            Column(commits, c => c.Version),
            Column(commits, c => c.State),
            Column(commits, c => c.Schema),
            Column(commits, c => c.Index is not null),
            Column(commits, c => c.Index?.Owner),
            Column(commits, c => c.Index?.Status),
            Column(commits, c => c.Index?.Search),
            Column(commits, c => c.Index?.Facets),
            Column(commits, c => c.DueAt is { } due ? EventHash.ToMicroseconds(due) : (long?)null),
            Column(commits, c => c.Head),
            Column(commits, c => c.Links is { } links ? LinksText(links) : null),
            Column(operations, o => o.Ordinal),
            Column(operations, o => o.Item.Id),
            Column(operations, o => o.Item.Fingerprint),
            Column(operations, o => o.Item.Outcome),
            Column(operations, o => o.Item.Version),
            EventHash.ToMicroseconds(batch.Now),
            Column(events, e => e.Ordinal),
            Column(events, e => e.Commit.Key.Kind),
            Column(events, e => e.Commit.Key.Id),
            Column(events, e => e.Item.Version),
            Column(events, e => e.Item.Type),
            Column(events, e => e.Item.Schema),
            Column(events, e => e.Item.Data),
            Column(events, e => EventHash.ToMicroseconds(e.Item.At)),
            Column(events, e => e.Item.Actor),
            Column(events, e => e.Item.RequestId),
            Column(events, e => e.Item.Ip),
            Column(events, e => e.Item.Audience),
            Column(events, e => e.Item.PreviousHash),
            Column(events, e => e.Item.Hash),
            EventHash.ToMicroseconds(batch.ClaimEffectsUntil),
            Column(effects, e => e.Ordinal),
            Column(effects, e => e.Item.Id),
            Column(effects, e => e.Commit.Key.Kind),
            Column(effects, e => e.Commit.Key.Id),
            Column(effects, e => e.Item.Target),
            Column(effects, e => e.Item.Payload),
            batch.EffectsDone.ToArray(),
            Column(operations, o => EventHash.ToMicroseconds(o.Item.At)),
            Column(commits, c => c.Events.IsEmpty ? (long?)null : EventHash.ToMicroseconds(c.Events[^1].At)),
        ];
        for (var i = 0; i < values.Length; i++)
            parameters[i].Value = values[i];
    }

    private static TValue[] Column<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value)
    {
        var column = new TValue[rows.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = value(rows[i]);
        return column;
    }

    private static List<Numbered<T>> Number<T>(ImmutableArray<EntityCommit> commits, Func<EntityCommit, ImmutableArray<T>> items)
    {
        var numbered = new List<Numbered<T>>();
        for (var i = 0; i < commits.Length; i++)
        {
            foreach (var item in items(commits[i]))
                numbered.Add(new(i + 1, commits[i], item));
        }

        return numbered;
    }

    private static string LinksText(ImmutableArray<EntityLink> links) => JsonSerializer.Serialize(
        links.GroupBy(l => (l.Name, l.Value)).Select(g => new LinkRow(g.Key.Name, g.Key.Value, g.Any(l => l.Unique))));

    private readonly record struct Numbered<T>(long Ordinal, EntityCommit Commit, T Item);

#pragma warning disable IDE1006, SA1300 // The names of the record in SQL.
    private sealed record LinkRow(string name, string value, bool is_unique);
#pragma warning restore IDE1006, SA1300
}
