using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;

namespace Hss.Silo.Journal.Postgres;

/// <summary>
/// Finds out what became of a batch whose answer was lost. It is asked on a new <see cref="WriterConnection"/>, when the session that
/// ran the statement is gone, so the transaction is over: either everything that could succeed in it did, or nothing.
/// </summary>
internal static class CommitRecovery
{
    private const string Sql = """
        SELECT coalesce(e.version, 0),
               EXISTS (SELECT FROM events v WHERE v.kind = i.kind AND v.id = i.id AND v.version = i.version AND v.hash = i.head),
               EXISTS (SELECT FROM operations o WHERE o.op = ANY (string_to_array(i.ops, ' '))),
               EXISTS (SELECT FROM effects f WHERE f.id = i.effect)
        FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[], $5::text[], $6::text[]) WITH ORDINALITY
            AS i(kind, id, version, head, ops, effect, ord)
        LEFT JOIN entities e ON e.kind = i.kind AND e.id = i.id
        ORDER BY i.ord
        """;

    /// <summary>The result of each commit; <see cref="CommitResult.Unknown"/> where the database does not tell.</summary>
    public static async Task<ImmutableArray<CommitResult>> Examine(WriterConnection writer, JournalBatch batch)
    {
        var commits = batch.Commits;
        var rows = new List<Trace>();
        var command = writer.CreateCommand(Sql);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.Add(new() { Value = commits.Select(c => c.Key.Kind).ToArray() });
            command.Parameters.Add(new() { Value = commits.Select(c => c.Key.Id).ToArray() });
            command.Parameters.Add(new() { Value = commits.Select(c => c.Version).ToArray() });
            command.Parameters.Add(new() { Value = commits.Select(c => c.Head).ToArray() });
            command.Parameters.Add(new() { Value = commits.Select(c => string.Join(' ', c.Operations.Select(o => o.Id))).ToArray() });
            command.Parameters.Add(new() { Value = commits.Select(c => c.Effects.IsEmpty ? null : c.Effects[0].Id).ToArray() });
            var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync().ConfigureAwait(false))
                    rows.Add(new(reader.GetInt64(0), reader.GetBoolean(1), reader.GetBoolean(2), reader.GetBoolean(3)));
            }
        }

        var committed = rows.Any(r => r.Event || r.Effect);
        return [.. commits.Select((c, i) => Judge(c, rows[i], committed))];
    }

    /// <summary>What one commit's traces say, given whether the transaction is known to have been committed.</summary>
    internal static CommitResult Judge(EntityCommit commit, Trace trace, bool committed) => trace switch
    {
        { Event: true } or { Effect: true } => CommitResult.Committed,
        _ when !commit.Events.IsEmpty => (trace.Operation, trace.Version == commit.BaseVersion, committed) switch
        {
            (true, _, _) => CommitResult.OperationExists,
            (_, false, _) => CommitResult.Conflict,
            // Its base is still there, so it would have been written, had the transaction been.
            _ => CommitResult.NotDone,
        },
        // Bookkeeping without events leaves no mark of its own on the entity.
        _ when trace.Version != commit.BaseVersion => committed ? CommitResult.Unknown : CommitResult.Conflict,
        _ when committed => trace.Operation || commit.Operations.IsEmpty ? CommitResult.Committed : CommitResult.OperationExists,
        _ => CommitResult.Unknown,
    };

    /// <summary>What the database holds of a commit.</summary>
    /// <param name="Version">The entity's version now; 0 when there is none.</param>
    /// <param name="Event">Its last event is there.</param>
    /// <param name="Operation">One of its operations is there.</param>
    /// <param name="Effect">Its first effect is there.</param>
    internal sealed record Trace(long Version, bool Event, bool Operation, bool Effect);
}
