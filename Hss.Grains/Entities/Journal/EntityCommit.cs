using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities.Journal;

/// <summary>Everything that one entity writes at once: all of it becomes durable, or nothing.</summary>
public sealed record EntityCommit
{
    /// <summary>The entity.</summary>
    public required EntityKey Key { get; init; }

    /// <summary>The version it is based on; 0 makes the entity. Another stored version is a conflict, never an overwrite.</summary>
    public required long BaseVersion { get; init; }

    /// <summary>The state as JSON text after the last event, or null to leave the stored snapshot (large states, bookkeeping only).</summary>
    public string? State { get; init; }

    /// <summary>The schema number of <see cref="State"/>.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The fields that lists filter on; null leaves them.</summary>
    public EntityIndex? Index { get; init; }

    /// <summary>When the entity wants to be woken; null when never. Always written.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The events, in order; their versions follow <see cref="BaseVersion"/>. May be empty (bookkeeping only).</summary>
    public ImmutableArray<JournalEvent> Events { get; init; } = [];

    /// <summary>Messages that are sent after the commit.</summary>
    public ImmutableArray<EffectRow> Effects { get; init; } = [];

    /// <summary>Answers to keep for idempotent repeats.</summary>
    public ImmutableArray<OperationRow> Operations { get; init; } = [];

    /// <summary>Multi-valued filter values and declared-unique values; null leaves them, otherwise replaces all of the entity.</summary>
    public ImmutableArray<EntityLink>? Links { get; init; }

    /// <summary>The version after this commit.</summary>
    public long Version => BaseVersion + Events.Length;

    /// <summary>The hash of the last event, or null when there is none.</summary>
    public byte[]? Head => Events.IsEmpty ? null : Events[^1].Hash;
}

/// <summary>The single-valued fields of an entity that lists filter and sort on. No personal data.</summary>
/// <param name="Owner">The account it belongs to, or null.</param>
/// <param name="Status">Its status in the system's own word.</param>
/// <param name="Search">Normalised text for <c>?q=</c>, or null.</param>
/// <param name="Facets">A JSON object of the kind's declared facets (text, number or boolean), or null for none.</param>
public sealed record EntityIndex(string? Owner, string Status, string? Search = null, string? Facets = null);

/// <summary>One value of a multi-valued filter, or a value that no other entity of the kind may have.</summary>
public sealed record EntityLink(string Name, string Value, bool Unique = false);

/// <summary>One event as stored.</summary>
/// <param name="Version">The entity's version with this event.</param>
/// <param name="Type">Its short stored name, <c>booking.submitted</c>.</param>
/// <param name="Schema">The schema number of <paramref name="Data"/>.</param>
/// <param name="Data">Its data as JSON text; personal fields are ciphertext.</param>
/// <param name="At">When, whole microseconds UTC; never goes back within an entity.</param>
/// <param name="Actor">Who.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Ip">The caller's address as ciphertext, or null.</param>
/// <param name="Audience">Who may see it live: an account id, <c>system:role</c> values separated by blanks, or empty for operators only.</param>
/// <param name="PreviousHash">The hash of the entity's event before; 32 zero bytes for the first.</param>
/// <param name="Hash">SHA-256 over all of it, see <see cref="EventHash"/>.</param>
public sealed record JournalEvent(
    long Version,
    string Type,
    int Schema,
    string Data,
    DateTimeOffset At,
    string Actor,
    string RequestId,
    string? Ip,
    string Audience,
    byte[] PreviousHash,
    byte[] Hash);

/// <summary>A message that a commit carries: at least once, unordered, parked after ten tries.</summary>
/// <param name="Id">Its id; receivers dedupe by it.</param>
/// <param name="Target">The handler's name, <c>mail</c>.</param>
/// <param name="Payload">JSON text; personal fields are ciphertext.</param>
public sealed record EffectRow(string Id, string Target, string Payload);

/// <summary>The kept answer of an idempotent operation.</summary>
public sealed record OperationRow(string Id, string Fingerprint, string Outcome, long Version, DateTimeOffset At);
