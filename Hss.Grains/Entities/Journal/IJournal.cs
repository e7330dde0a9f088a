using System.Collections.Immutable;
using System.Globalization;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities.Journal;

/// <summary>
/// The store of everything: entities, their events, and the bookkeeping beside them. Two implementations (PostgreSQL, SQLite), one
/// contract test suite. All times come from the caller.
/// </summary>
public interface IJournal : IAsyncDisposable
{
    /// <summary>
    /// Raised when another process has committed, as far as this one is told: a journal that one process has alone never raises it, and a
    /// message may be lost, so readers poll as well.
    /// </summary>
    event Action? FeedGrown
    {
        add { }
        remove { }
    }

    /// <summary>
    /// Writes a batch in one transaction and one round trip. Each commit succeeds or fails by itself; results come in the order of
    /// <paramref name="batch"/>, and so do its events in the feed. At most one commit an entity. Only one call at a time. When the connection is
    /// lost on the way the journal reconnects and finds out what became of each commit, as far as the database shows it.
    /// </summary>
    /// <exception cref="JournalException">
    /// The whole batch: nothing was written (<see cref="JournalFault.Busy"/>), or nobody knows (<see cref="JournalFault.OutcomeUnknown"/>), or
    /// the database refused the data (<see cref="JournalFault.Unstorable"/>), nothing written; the pipeline bisects.
    /// </exception>
    Task<BatchResult> Write(JournalBatch batch);

    /// <summary>Reads an entity with its snapshot and the events after it; null when it does not exist.</summary>
    Task<EntityRow?> Load(EntityKey key);

    /// <summary>The kept answer of an operation, or null.</summary>
    Task<OperationRow?> FindOperation(string id);

    /// <summary>A page of entities of one kind, with the number of all that match.</summary>
    Task<EntityPage> List(EntityQuery query, CancellationToken cancellation);

    /// <summary>How many entities of a kind there are in each status, and the sum of one numeric facet over them.</summary>
    Task<ImmutableArray<StatusTotal>> Totals(string kind, string facet, CancellationToken cancellation);

    /// <summary>How many entities that match there are for each value of some fields; order and page of <paramref name="query"/> do not count.</summary>
    /// <param name="fields">At most two of <c>status</c> and <c>facet:name</c> (text); none counts all together.</param>
    /// <exception cref="ArgumentException">Too many fields, or one that is no such field.</exception>
    Task<ImmutableArray<GroupCount>> Count(EntityQuery query, ImmutableArray<string> fields, CancellationToken cancellation);

    /// <summary>Events that match, by <c>seq</c>.</summary>
    Task<ImmutableArray<FeedEvent>> Events(EventQuery query, CancellationToken cancellation);

    /// <summary>The feed's epoch and its newest <c>seq</c>.</summary>
    Task<FeedPosition> Position(CancellationToken cancellation);

    /// <summary>Claims due entities until <paramref name="until"/>, oldest first, so that no other process takes them meanwhile.</summary>
    Task<ImmutableArray<EntityKey>> ClaimDue(DateTimeOffset now, DateTimeOffset until, int limit);

    /// <summary>Claims effects that are due and unclaimed.</summary>
    Task<ImmutableArray<PendingEffect>> ClaimEffects(DateTimeOffset now, DateTimeOffset until, int limit);

    /// <summary>Records a failed try: the next one at <paramref name="nextTry"/>, or parked when null.</summary>
    Task ReportEffectFailure(string id, DateTimeOffset now, DateTimeOffset? nextTry, string error);
}

/// <summary>What goes to the database at once.</summary>
/// <param name="Commits">The commits, sorted by key; at most one an entity.</param>
/// <param name="EffectsDone">Ids of effects that were carried out: their rows go.</param>
/// <param name="Now">The time of the write (<c>updated_at</c>).</param>
/// <param name="ClaimEffectsUntil">Until when the new effects belong to this process, which sends them itself.</param>
public sealed record JournalBatch(
    ImmutableArray<EntityCommit> Commits, ImmutableArray<string> EffectsDone, DateTimeOffset Now, DateTimeOffset ClaimEffectsUntil);

/// <summary>What became of a batch.</summary>
/// <param name="Commits">What became of each commit, in their order.</param>
/// <param name="FirstSeq">The place of the first event in the feed; the others follow it without a gap. Null when there is none, or when it is not known any more.</param>
public sealed record BatchResult(ImmutableArray<CommitResult> Commits, long? FirstSeq)
{
    /// <summary>The events that became durable, with their places; empty when there are none, or when the places are not known.</summary>
    public ImmutableArray<FeedEvent> Events(JournalBatch batch)
    {
        if (FirstSeq is not { } seq)
            return [];
        var events = ImmutableArray.CreateBuilder<FeedEvent>();
        for (var i = 0; i < Commits.Length; i++)
        {
            if (Commits[i] != CommitResult.Committed)
                continue;
            foreach (var e in batch.Commits[i].Events)
                events.Add(new(seq++, batch.Commits[i].Key, e));
        }

        return events.ToImmutable();
    }

    /// <summary>The entities whose events became durable.</summary>
    public ImmutableArray<EntityKey> Changed(JournalBatch batch) =>
        [.. batch.Commits.Where((commit, i) => Commits[i] == CommitResult.Committed && !commit.Events.IsEmpty).Select(commit => commit.Key)];
}

/// <summary>What became of one commit.</summary>
public enum CommitResult
{
    /// <summary>Durable.</summary>
    Committed,

    /// <summary>The stored version is another one; nothing was written.</summary>
    Conflict,

    /// <summary>One of its operations is stored already; nothing was written.</summary>
    OperationExists,

    /// <summary>
    /// The connection was lost while the batch was written, and the database shows that nothing of this commit was. The pipeline answers
    /// <see cref="JournalFault.Busy"/>.
    /// </summary>
    NotDone,

    /// <summary>
    /// The connection was lost while the batch was written, and the database does not show what became of this commit. The pipeline
    /// answers <see cref="JournalFault.OutcomeUnknown"/>.
    /// </summary>
    Unknown,
}

/// <summary>An entity as stored.</summary>
/// <param name="Version">The number of its last event.</param>
/// <param name="State">The snapshot.</param>
/// <param name="Schema">The snapshot's schema number.</param>
/// <param name="StateVersion">The version that the snapshot is of; <see cref="Tail"/> holds the events after it.</param>
/// <param name="Head">The hash of the last event.</param>
/// <param name="DueAt">When it wants to be woken.</param>
/// <param name="LastAt">The time of its last event.</param>
public sealed record EntityRow(
    EntityKey Key,
    long Version,
    string State,
    int Schema,
    long StateVersion,
    byte[] Head,
    DateTimeOffset? DueAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset LastAt)
{
    /// <summary>The events after the snapshot, in order.</summary>
    public ImmutableArray<JournalEvent> Tail { get; init; } = [];
}

/// <summary>A page of a list.</summary>
public sealed record EntityPage(ImmutableArray<EntityRow> Rows, long Total)
{
    /// <summary>A page whose rows and total were read one after the other: what is on it is never more than there is.</summary>
    public static EntityPage Of(EntityQuery query, ImmutableArray<EntityRow> rows, long total) =>
        new(rows, rows.IsEmpty ? total : Math.Max(total, query.Offset + rows.Length));
}

/// <summary>What a status comes to.</summary>
/// <param name="Sum">Of the facet, 0 where it is absent.</param>
public sealed record StatusTotal(string Status, long Count, long Sum);

/// <summary>How many entities have the same values.</summary>
/// <param name="First">Of the first field; null where it is absent, or when nothing was grouped.</param>
/// <param name="Second">Of the second field, likewise.</param>
public sealed record GroupCount(string? First, string? Second, long Count);

/// <summary>An event with its place in the feed.</summary>
public sealed record FeedEvent(long Seq, EntityKey Key, JournalEvent Event);

/// <summary>Which events to read, by <c>seq</c>.</summary>
public sealed record EventQuery
{
    /// <summary>Only of this kind.</summary>
    public string? Kind { get; init; }

    /// <summary>Only of this id (with <see cref="Kind"/>).</summary>
    public string? Id { get; init; }

    /// <summary>Only by this account.</summary>
    public string? Actor { get; init; }

    /// <summary>Only these types; empty for all.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>At or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>After this <c>seq</c>, exclusive.</summary>
    public long AfterSeq { get; init; }

    /// <summary>Before this <c>seq</c>, exclusive; 0 for no bound.</summary>
    public long BeforeSeq { get; init; }

    /// <summary>After this version of the entity, exclusive.</summary>
    public long AfterVersion { get; init; }

    /// <summary>Before this version of the entity, exclusive; 0 for no bound.</summary>
    public long BeforeVersion { get; init; }

    /// <summary>Newest first.</summary>
    public bool Descending { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 200;
}

/// <summary>Where the feed stands. An epoch begins with a new or restored database.</summary>
public sealed record FeedPosition(string Epoch, long Seq);

/// <summary>An effect to carry out.</summary>
/// <param name="Id"><c>&lt;source&gt;@&lt;version&gt;/&lt;name&gt;</c>.</param>
public sealed record PendingEffect(string Id, EntityKey Source, string Target, string Payload, int Attempts)
{
    /// <summary>The source's version after the command that left it: rises from effect to effect of one source, so receivers tell news from what is old.</summary>
    public long SourceVersion
    {
        get
        {
            var rest = Id.AsSpan(Source.ToString().Length + 1);
            return long.Parse(rest[..rest.IndexOf('/')], CultureInfo.InvariantCulture);
        }
    }
}
