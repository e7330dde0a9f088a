using System.Collections.Immutable;
using System.Diagnostics;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Silo.Journal;

/// <summary>
/// Kills the process after its n-th batch, or the n-th that has commits of one kind or events of one type, is durable and before anybody is told:
/// the worst moment for whoever waits for the answer. Only in Development, by <c>HSS_FAULT</c>; the crash tests use it.
/// </summary>
public sealed class FaultyJournal(IJournal inner, FaultPoint point) : IJournal
{
    private int _written;

    /// <inheritdoc />
    public event Action? FeedGrown
    {
        add => inner.FeedGrown += value;
        remove => inner.FeedGrown -= value;
    }

    /// <inheritdoc />
    public async Task<BatchResult> Write(JournalBatch batch)
    {
        var results = await inner.Write(batch).ConfigureAwait(false);
        if (batch.Commits.Any(point.Counts) && ++_written == point.Batches)
            Process.GetCurrentProcess().Kill();
        return results;
    }

    /// <inheritdoc />
    public Task<EntityRow?> Load(EntityKey key) => inner.Load(key);

    /// <inheritdoc />
    public Task<OperationRow?> FindOperation(string id) => inner.FindOperation(id);

    /// <inheritdoc />
    public Task<EntityPage> List(EntityQuery query, CancellationToken cancellation) => inner.List(query, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<StatusTotal>> Totals(string kind, string facet, CancellationToken cancellation) => inner.Totals(kind, facet, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<GroupCount>> Count(EntityQuery query, ImmutableArray<string> fields, CancellationToken cancellation) => inner.Count(query, fields, cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<FeedEvent>> Events(EventQuery query, CancellationToken cancellation) => inner.Events(query, cancellation);

    /// <inheritdoc />
    public Task<FeedPosition> Position(CancellationToken cancellation) => inner.Position(cancellation);

    /// <inheritdoc />
    public Task<ImmutableArray<EntityKey>> ClaimDue(DateTimeOffset now, DateTimeOffset until, int limit) => inner.ClaimDue(now, until, limit);

    /// <inheritdoc />
    public Task<ImmutableArray<PendingEffect>> ClaimEffects(DateTimeOffset now, DateTimeOffset until, int limit) => inner.ClaimEffects(now, until, limit);

    /// <inheritdoc />
    public Task ReportEffectFailure(string id, DateTimeOffset now, DateTimeOffset? nextTry, string error) =>
        inner.ReportEffectFailure(id, now, nextTry, error);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => inner.DisposeAsync();
}

/// <summary>When the process is to kill itself.</summary>
/// <param name="Batches">After so many batches, 1 or more.</param>
/// <param name="Of">Only batches with a commit of this kind, or with an event of this type, count; null for all.</param>
public sealed record FaultPoint(int Batches, string? Of)
{
    /// <summary>Whether a batch with this commit counts.</summary>
    public bool Counts(EntityCommit commit) => Of is null || commit.Key.Kind == Of || commit.Events.Any(e => e.Type == Of);
}
