using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Microsoft.Data.Sqlite;

namespace Hss.Silo.Journal.Sqlite;

/// <summary>The one writing connection: a batch is one <c>BEGIN IMMEDIATE</c> transaction of prepared statements.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private const string UpdateSql = """
        UPDATE entities SET
            version = $version, due_at = $due, claimed_until = CASE WHEN due_at IS $due THEN claimed_until END, updated_at = $now, last_at = coalesce($last, last_at),
            state = coalesce($state, state),
            schema = CASE WHEN $state IS NULL THEN schema ELSE $schema END,
            state_version = CASE WHEN $state IS NULL THEN state_version ELSE $version END,
            head = coalesce($head, head),
            owner = CASE WHEN $indexed THEN $owner ELSE owner END,
            status = CASE WHEN $indexed THEN $status ELSE status END,
            search = CASE WHEN $indexed THEN $search ELSE search END,
            facets = CASE WHEN $indexed THEN $facets ELSE facets END
        WHERE kind = $kind AND id = $id AND version = $base
        """;

    private const string InsertSql = """
        INSERT INTO entities (kind, id, version, state, schema, state_version, owner, status, search, facets, created_at, updated_at, last_at, due_at, head)
        VALUES ($kind, $id, $version, $state, $schema, $version, $owner, coalesce($status, ''), $search, $facets, $now, $now, $last, $due, $head)
        ON CONFLICT (kind, id) DO NOTHING
        """;

    private static readonly string[] EntityParameters =
        ["$kind", "$id", "$version", "$state", "$schema", "$owner", "$status", "$search", "$facets", "$now", "$last", "$due", "$head"];

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _operationExists;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _seq;
    private readonly SqliteStatement _advance;
    private readonly SqliteStatement _event;
    private readonly SqliteStatement _effect;
    private readonly SqliteStatement _effectDone;
    private readonly SqliteStatement _operation;
    private readonly SqliteStatement _unlink;
    private readonly SqliteStatement _link;
    private long? _firstSeq;

    public SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;
        _operationExists = new(connection, "SELECT 1 FROM operations WHERE op = $op", "$op");
        _update = new(connection, UpdateSql, [.. EntityParameters, "$base", "$indexed"]);
        _insert = new(connection, InsertSql, EntityParameters);
        _seq = new(connection, "SELECT seq FROM feed");
        _advance = new(connection, "UPDATE feed SET seq = $seq", "$seq");
        _event = new(
            connection,
            "INSERT INTO events VALUES ($seq, $kind, $id, $version, $type, $schema, $data, $at, $actor, $request, $ip, $audience, $prev, $hash)",
            "$seq", "$kind", "$id", "$version", "$type", "$schema", "$data", "$at", "$actor", "$request", "$ip", "$audience", "$prev", "$hash");
        _effect = new(
            connection,
            "INSERT INTO effects (id, source, target, payload, attempts, due_at, claimed_until) VALUES ($id, $source, $target, $payload, 0, $now, $until)",
            "$id", "$source", "$target", "$payload", "$now", "$until");
        _effectDone = new(connection, "DELETE FROM effects WHERE id = $id", "$id");
        _operation = new(connection, "INSERT INTO operations VALUES ($op, $fingerprint, $outcome, $version, $at)", "$op", "$fingerprint", "$outcome", "$version", "$at");
        _unlink = new(connection, "DELETE FROM links WHERE kind = $kind AND id = $id", "$kind", "$id");
        _link = new(connection, "INSERT INTO links VALUES ($kind, $id, $name, $value, $unique)", "$kind", "$id", "$name", "$value", "$unique");
    }

    /// <summary>Set when a COMMIT was sent and its answer is not known: the next writer looks at the heads.</summary>
    public bool InDoubt { get; private set; }

    public BatchResult Write(JournalBatch batch)
    {
        InDoubt = false;
        _firstSeq = null;
        using var transaction = _connection.BeginTransaction(deferred: false);
        var now = EventHash.ToMicroseconds(batch.Now);
        var claim = EventHash.ToMicroseconds(batch.ClaimEffectsUntil);
        var results = ImmutableArray.CreateBuilder<CommitResult>(batch.Commits.Length);
        foreach (var commit in batch.Commits)
            results.Add(Write(transaction, commit, now, claim));
        foreach (var id in batch.EffectsDone)
            _effectDone.Run(transaction, id);
        InDoubt = true;
        SqliteCommit.Run(_connection, transaction);
        InDoubt = false;
        return new(results.MoveToImmutable(), _firstSeq);
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _operationExists, _update, _insert, _seq, _advance, _event, _effect, _effectDone, _operation, _unlink, _link })
            statement.Dispose();
        _connection.Dispose();
    }

    private CommitResult Write(SqliteTransaction transaction, EntityCommit commit, long now, long claim)
    {
        foreach (var operation in commit.Operations)
        {
            if (_operationExists.Scalar(transaction, operation.Id) is not null)
                return CommitResult.OperationExists;
        }

        if (!WriteEntity(transaction, commit, now))
            return CommitResult.Conflict;
        WriteEvents(transaction, commit);
        foreach (var effect in commit.Effects)
            _effect.Run(transaction, effect.Id, commit.Key.ToString(), effect.Target, effect.Payload, now, claim);
        foreach (var o in commit.Operations)
            _operation.Run(transaction, o.Id, o.Fingerprint, o.Outcome, o.Version, EventHash.ToMicroseconds(o.At));
        if (commit.Links is { } links)
        {
            _unlink.Run(transaction, commit.Key.Kind, commit.Key.Id);
            foreach (var link in links)
                _link.Run(transaction, commit.Key.Kind, commit.Key.Id, link.Name, link.Value, link.Unique ? 1 : 0);
        }

        return CommitResult.Committed;
    }

    private bool WriteEntity(SqliteTransaction transaction, EntityCommit commit, long now)
    {
        var index = commit.Index;
        object? due = commit.DueAt is { } d ? EventHash.ToMicroseconds(d) : null;
        object? last = commit.Events.IsEmpty ? null : EventHash.ToMicroseconds(commit.Events[^1].At);
        ImmutableArray<object?> values =
        [
            commit.Key.Kind, commit.Key.Id, commit.Version, commit.State, commit.Schema, index?.Owner, index?.Status, index?.Search, index?.Facets,
            now, last, due, commit.Head,
        ];
        return commit.BaseVersion == 0
            ? _insert.Run(transaction, values.AsSpan()) == 1
            : _update.Run(transaction, [.. values, commit.BaseVersion, index is null ? 0 : 1]) == 1;
    }

    private void WriteEvents(SqliteTransaction transaction, EntityCommit commit)
    {
        if (commit.Events.IsEmpty)
            return;
        var seq = (long)_seq.Scalar(transaction)!;
        _firstSeq ??= seq + 1;
        _advance.Run(transaction, seq + commit.Events.Length);
        foreach (var e in commit.Events)
        {
            _event.Run(
                transaction, ++seq, commit.Key.Kind, commit.Key.Id, e.Version, e.Type, e.Schema, e.Data, EventHash.ToMicroseconds(e.At), e.Actor,
                e.RequestId, e.Ip, e.Audience, e.PreviousHash, e.Hash);
        }
    }
}
