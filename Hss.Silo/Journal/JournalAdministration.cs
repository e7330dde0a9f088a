using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Silo.Journal;

/// <summary>
/// What operators and the server's own housekeeping do with the journal beside reading and committing. The SQL is the same on both
/// databases; how a connection is had, how a backup is made and what time the database has is not.
/// </summary>
public abstract class JournalAdministration
{
    // A look at every event of a large journal takes its time.
    private const int ScanSeconds = 3600;

    private const string EffectColumns = "id, target, attempts, due_at, parked_at, last_error";

    /// <summary>What the database is and holds.</summary>
    public async Task<JournalStatus> Status(CancellationToken cancellation) => await Read(
        async connection =>
        {
            var migrations = await connection.QueryAsync<string>(new("SELECT name FROM migrations ORDER BY number", cancellationToken: cancellation)).ConfigureAwait(false);
            var (epoch, seq) = await connection.QuerySingleAsync<(string, long)>(new("SELECT epoch, seq FROM feed", cancellationToken: cancellation)).ConfigureAwait(false);
            var counts = await connection.QuerySingleAsync<(long, long, long, long)>(new(
                """
                SELECT (SELECT count(*) FROM entities), (SELECT count(*) FROM effects WHERE parked_at IS NULL),
                       (SELECT count(*) FROM effects WHERE parked_at IS NOT NULL), (SELECT count(*) FROM entities WHERE due_at IS NOT NULL)
                """,
                cancellationToken: cancellation)).ConfigureAwait(false);
            return new JournalStatus(Engine, [.. migrations], epoch, seq, counts.Item1, counts.Item2, counts.Item3, counts.Item4);
        },
        cancellation).ConfigureAwait(false);

    /// <summary>A noted value, or null.</summary>
    public Task<string?> Meta(string name) => Read(
        connection => connection.ExecuteScalarAsync<string?>("SELECT value FROM meta WHERE name = @name", new { name }), default);

    /// <summary>Notes a value.</summary>
    public Task SetMeta(string name, string value) => Run(
        connection => connection.ExecuteAsync(
            "INSERT INTO meta (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", new { name, value }),
        default);

    /// <summary>Forgets the answers of operations that were kept before a time; answers how many.</summary>
    public Task<int> PurgeOperations(DateTimeOffset before) => Run(
        connection => connection.ExecuteAsync("DELETE FROM operations WHERE at < @before", new { before = EventHash.ToMicroseconds(before) }), default);

    /// <summary>Effects that wait (oldest due first) or are parked.</summary>
    public Task<ImmutableArray<EffectStatus>> Effects(bool parked, int limit, CancellationToken cancellation) => Read(
        async connection =>
        {
            var rows = await connection.QueryAsync<(string Id, string Target, int Attempts, long DueAt, long? ParkedAt, string? Error)>(new(
                $"SELECT {EffectColumns} FROM effects WHERE parked_at IS {(parked ? "NOT NULL" : "NULL")} ORDER BY due_at, id LIMIT @limit",
                new { limit },
                cancellationToken: cancellation)).ConfigureAwait(false);
            return rows.Select(r => new EffectStatus(
                r.Id, r.Target, r.Attempts, EventHash.FromMicroseconds(r.DueAt), r.ParkedAt is { } at ? EventHash.FromMicroseconds(at) : null, r.Error)).ToImmutableArray();
        },
        cancellation);

    /// <summary>Whether the effect waits or is parked.</summary>
    public async Task<bool> HasEffect(string id) => await Read(
        connection => connection.ExecuteScalarAsync<long>("SELECT count(*) FROM effects WHERE id = @id", new { id }), default).ConfigureAwait(false) == 1;

    /// <summary>Makes an effect due now, with its tries counted anew; false when there is none.</summary>
    public async Task<bool> RetryEffect(string id, DateTimeOffset now) => await Run(
        connection => connection.ExecuteAsync(
            "UPDATE effects SET attempts = 0, parked_at = NULL, claimed_until = NULL, due_at = @now WHERE id = @id", new { id, now = EventHash.ToMicroseconds(now) }),
        default).ConfigureAwait(false) == 1;

    /// <summary>Removes an effect that nobody will send any more; false when there is none.</summary>
    public async Task<bool> DiscardEffect(string id) => await Run(
        connection => connection.ExecuteAsync("DELETE FROM effects WHERE id = @id", new { id }), default).ConfigureAwait(false) == 1;

    /// <summary>Entities that want to be woken, soonest first.</summary>
    public Task<ImmutableArray<DueStatus>> Due(int limit, CancellationToken cancellation) => Read(
        async connection =>
        {
            var rows = await connection.QueryAsync<(string Kind, string Id, long DueAt, long? ClaimedUntil)>(new(
                "SELECT kind, id, due_at, claimed_until FROM entities WHERE due_at IS NOT NULL ORDER BY due_at, kind, id LIMIT @limit",
                new { limit },
                cancellationToken: cancellation)).ConfigureAwait(false);
            return rows.Select(r => new DueStatus(
                new(r.Kind, r.Id), EventHash.FromMicroseconds(r.DueAt), r.ClaimedUntil is { } until ? EventHash.FromMicroseconds(until) : null)).ToImmutableArray();
        },
        cancellation);

    /// <summary>The ends of all entities' chains, by key, after one.</summary>
    public Task<ImmutableArray<EntityHead>> Heads(EntityKey? after, int limit, CancellationToken cancellation) => Read(
        async connection =>
        {
            var rows = await connection.QueryAsync<(string Kind, string Id, long Version, byte[] Head)>(new(
                "SELECT kind, id, version, head FROM entities WHERE (kind, id) > (@kind, @id) ORDER BY kind, id LIMIT @limit",
                new { kind = after?.Kind ?? "", id = after?.Id ?? "", limit },
                cancellationToken: cancellation)).ConfigureAwait(false);
            return rows.Select(r => new EntityHead(new(r.Kind, r.Id), r.Version, r.Head)).ToImmutableArray();
        },
        cancellation);

    /// <summary>What lists find entities by, as it is stored, by key, after one.</summary>
    public Task<ImmutableArray<ListedEntity>> Listed(EntityKey? after, int limit, CancellationToken cancellation) => Read(
        async connection =>
        {
            var rows = (await connection.QueryAsync<(string Kind, string Id, string? Owner, string Status, string? Search, string? Facets, long? DueAt)>(new(
                """
                SELECT kind, id, owner, status, search, CAST(facets AS text), due_at FROM entities
                WHERE (kind, id) > (@kind, @id) ORDER BY kind, id LIMIT @limit
                """,
                new { kind = after?.Kind ?? "", id = after?.Id ?? "", limit },
                cancellationToken: cancellation)).ConfigureAwait(false)).AsList();
            if (rows.Count == 0)
                return [];
            var (first, last) = (rows[0], rows[^1]);
            var links = (await connection.QueryAsync<LinkColumns>(new(
                $"SELECT {LinkColumns.Sql} FROM links WHERE (kind, id) >= (@Kind, @Id) AND (kind, id) <= (@lastKind, @lastId) ORDER BY name, value",
                new { first.Kind, first.Id, lastKind = last.Kind, lastId = last.Id },
                commandTimeout: ScanSeconds,
                cancellationToken: cancellation)).ConfigureAwait(false)).ToLookup(l => l.Key, l => l.ToLink());
            return rows.Select(r => new ListedEntity(new(r.Kind, r.Id), new(
                new(r.Owner, r.Status, r.Search, r.Facets), [.. links[new(r.Kind, r.Id)]], r.DueAt is { } due ? EventHash.FromMicroseconds(due) : null))).ToImmutableArray();
        },
        cancellation);

    /// <summary>Links of what is no entity: there must be none.</summary>
    public Task<ImmutableArray<(EntityKey Key, EntityLink Link)>> LinksWithoutEntity(int limit, CancellationToken cancellation) => Read(
        async connection => (await connection.QueryAsync<LinkColumns>(new(
            $"""
            SELECT {LinkColumns.Sql} FROM links l
            WHERE NOT EXISTS (SELECT 1 FROM entities n WHERE n.kind = l.kind AND n.id = l.id) ORDER BY kind, id, name, value LIMIT @limit
            """,
            new { limit },
            commandTimeout: ScanSeconds,
            cancellationToken: cancellation)).ConfigureAwait(false)).Select(l => (l.Key, l.ToLink())).ToImmutableArray(),
        cancellation);

    /// <summary>An entity that has events but no row, or null: there must be none.</summary>
    public Task<EntityKey?> EntityWithoutRow(CancellationToken cancellation) => Read<EntityKey?>(
        async connection =>
        {
            var (kind, id) = await connection.QueryFirstOrDefaultAsync<(string?, string?)>(new(
                "SELECT kind, id FROM events e WHERE NOT EXISTS (SELECT 1 FROM entities n WHERE n.kind = e.kind AND n.id = e.id) ORDER BY seq LIMIT 1",
                commandTimeout: ScanSeconds,
                cancellationToken: cancellation)).ConfigureAwait(false);
            return kind is null ? null : new EntityKey(kind, id!);
        },
        cancellation);

    /// <summary>The first <c>seq</c> up to the feed's end that no event has, or null: there must be none.</summary>
    public Task<long?> FeedHole(CancellationToken cancellation) => Read(
        connection => connection.ExecuteScalarAsync<long?>(new(
            """
            SELECT min(hole) FROM (
                SELECT 1 AS hole FROM feed WHERE seq > 0 AND NOT EXISTS (SELECT 1 FROM events WHERE seq = 1)
                UNION ALL
                SELECT e.seq + 1 FROM events e, feed f WHERE e.seq < f.seq AND NOT EXISTS (SELECT 1 FROM events n WHERE n.seq = e.seq + 1)
            ) holes
            """,
            commandTimeout: ScanSeconds,
            cancellationToken: cancellation)),
        cancellation);

    /// <summary>
    /// Makes the index of each declared facet that has none, and drops those of facets that are no longer declared. Making one keeps writers
    /// waiting, which matters only at the first start of a new version.
    /// </summary>
    public Task SyncIndexes(IReadOnlyCollection<FacetIndex> declared, CancellationToken cancellation) => Run(
        async connection =>
        {
            var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            await using var _ = transaction.ConfigureAwait(false);
            await LockSchema(transaction).ConfigureAwait(false);
            var present = (await connection.QueryAsync<string>(IndexNames, new { prefix = FacetIndex.Prefix }, transaction).ConfigureAwait(false)).ToHashSet();
            foreach (var name in present.Except(declared.Select(i => i.Name)))
                await connection.ExecuteAsync($"DROP INDEX {name}", transaction: transaction).ConfigureAwait(false);
            foreach (var index in declared.Where(i => !present.Contains(i.Name)))
                await connection.ExecuteAsync(Create(index), transaction: transaction, commandTimeout: ScanSeconds).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            return true;
        },
        cancellation);

    /// <summary>Writes a whole, consistent copy to a file that does not exist yet, while the server works.</summary>
    public abstract Task Backup(string file, CancellationToken cancellation);

    /// <summary>How far the database's clock is ahead of ours.</summary>
    public abstract Task<TimeSpan> ClockDifference(CancellationToken cancellation);

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    protected abstract string Engine { get; }

    /// <summary>SQL for the names of the indexes whose names begin with <c>@prefix</c>.</summary>
    protected abstract string IndexNames { get; }

    /// <summary>SQL that makes an index, ordered as lists are.</summary>
    protected abstract string Create(FacetIndex index);

    /// <summary>Keeps other processes from changing the schema until the transaction ends.</summary>
    protected abstract Task LockSchema(DbTransaction transaction);

    /// <summary>Runs a change, while this process has the lease.</summary>
    /// <exception cref="JournalException">The database is away, or another process has it.</exception>
    protected abstract Task<T> Run<T>(Func<DbConnection, Task<T>> action, CancellationToken cancellation);

    /// <summary>Runs a read, which may take long, without keeping commits waiting.</summary>
    /// <exception cref="JournalException">The database is away.</exception>
    protected abstract Task<T> Read<T>(Func<DbConnection, Task<T>> action, CancellationToken cancellation);
}

/// <summary>What the database is and holds.</summary>
public sealed record JournalStatus(
    string Engine, ImmutableArray<string> Migrations, string Epoch, long Seq, long Entities, long EffectsPending, long EffectsParked, long Due);

/// <summary>An effect as operators see it; its payload may hold personal data and is not shown.</summary>
public sealed record EffectStatus(string Id, string Target, int Attempts, DateTimeOffset DueAt, DateTimeOffset? ParkedAt, string? LastError);

/// <summary>The end of an entity's chain.</summary>
public sealed record EntityHead(EntityKey Key, long Version, byte[] Head);

/// <summary>What lists find an entity by, as it is stored.</summary>
public sealed record ListedEntity(EntityKey Key, EntityListing Listing);

/// <summary>An entity that waits to be woken.</summary>
public sealed record DueStatus(EntityKey Key, DateTimeOffset DueAt, DateTimeOffset? ClaimedUntil);
