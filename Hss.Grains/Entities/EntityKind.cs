using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities;

/// <summary>What the platform knows of a kind without its state's type.</summary>
public abstract class EntityKind(string name, int schema)
{
    /// <summary>The stored name, lower case.</summary>
    public string Name { get; } = name;

    /// <summary>The facets that lists of this kind filter or sort on; each gets a partial index.</summary>
    public virtual ImmutableArray<FacetIndex> Facets => [];

    /// <summary>The live topic of this kind's events, <c>hss.bookings</c>, or null when they are not shown live.</summary>
    public virtual string? Topic => null;

    /// <summary>The event types that are stored for this kind.</summary>
    public abstract ImmutableArray<EventType> EventTypes { get; }

    /// <summary>The key of the entity with this id.</summary>
    public EntityKey Key(string id) => new(Name, id);

    /// <summary>The grain of an entity of this kind: how due work and effects reach it.</summary>
    public abstract IEntityGrain Grain(IGrainFactory grains, EntityKey key);

    /// <summary>A stored event of this kind, with its personal members opened.</summary>
    public abstract IEntityEvent DecodeEvent(EntityCodec codec, EntityKey key, JournalEvent e);

    /// <summary>The schema number that new snapshots are written with.</summary>
    public int Schema { get; } = schema;

    /// <summary>A stored entity's state as text of today's schema, with its personal members under the newest key.</summary>
    public abstract string Reencode(EntityCodec codec, EntityRow row);

    /// <summary>What lists are to find a stored entity by, as its state says: the snapshot and the events after it.</summary>
    public abstract EntityListing Listing(EntityCodec codec, EntityRow row);

    /// <summary>The same as its events say, from the first to the last, without any snapshot.</summary>
    public abstract ValueTask<EntityListing> Listing(EntityCodec codec, EntityKey key, IAsyncEnumerable<JournalEvent> events);
}

/// <summary>
/// One kind of entity in one place: its stored names, how events fold into state, and what lists see of it. Pure: no clock, no I/O.
/// </summary>
/// <param name="name">The stored name.</param>
/// <param name="schema">The schema number of the state; one more for each change of its stored shape.</param>
/// <param name="eventTypes">All event types of this kind.</param>
public abstract class EntityKind<TState>(string name, int schema, params ImmutableArray<EventType> eventTypes) : EntityKind(name, schema)
    where TState : class
{
    private readonly ImmutableDictionary<Type, EventType> _byType = eventTypes.ToImmutableDictionary(e => e.Type);
    private readonly ImmutableDictionary<string, EventType> _byName = eventTypes.ToImmutableDictionary(e => e.Name, StringComparer.Ordinal);

    /// <inheritdoc />
    public override ImmutableArray<EventType> EventTypes { get; } = eventTypes;

    /// <summary>The state before the first event.</summary>
    public abstract TState Initial(string id);

    /// <summary>The state after an event. Total: it never refuses what was stored.</summary>
    public abstract TState Apply(TState state, IEntityEvent e);

    /// <summary>What lists filter on. No personal data.</summary>
    public abstract EntityIndex Index(TState state);

    /// <summary>When the entity wants to be woken, or null.</summary>
    public virtual DateTimeOffset? DueAt(TState state) => null;

    /// <summary>Multi-valued filter values and unique values.</summary>
    public virtual ImmutableArray<EntityLink> Links(TState state) => [];

    /// <summary>Who may see an event live: an account id or <c>system:role</c> values, separated by blanks.</summary>
    public virtual string Audience(TState state, IEntityEvent e) => "";

    /// <summary>A stored state of an older schema in today's shape.</summary>
    public virtual JsonNode Upgrade(JsonNode state, int from) => throw Unknown($"state schema {from}");

    /// <inheritdoc />
    public override IEntityEvent DecodeEvent(EntityCodec codec, EntityKey key, JournalEvent e) => codec.DecodeEvent(this, key, e);

    /// <inheritdoc />
    public override string Reencode(EntityCodec codec, EntityRow row) => codec.Encode(row.Key, codec.DecodeState(this, row));

    /// <inheritdoc />
    public override EntityListing Listing(EntityCodec codec, EntityRow row) => Listing(codec.DecodeState(this, row));

    /// <inheritdoc />
    public override async ValueTask<EntityListing> Listing(EntityCodec codec, EntityKey key, IAsyncEnumerable<JournalEvent> events) =>
        Listing(await events.AggregateAsync(Initial(key.Id), (state, e) => Apply(state, DecodeEvent(codec, key, e))));

    /// <summary>The stored name and schema of an event.</summary>
    public EventType TypeOf(IEntityEvent e) =>
        _byType.TryGetValue(e.GetType(), out var type) ? type : throw new InvalidOperationException($"{Name} does not declare {e.GetType().Name}");

    /// <summary>The event type with this stored name.</summary>
    /// <exception cref="JournalException">The program does not know it: the entity cannot be loaded by this version.</exception>
    public EventType TypeNamed(string stored) =>
        _byName.TryGetValue(stored, out var type) ? type : throw Unknown($"event type '{stored}'");

    internal JournalException Unknown(string what) =>
        new(JournalFault.Unreadable, $"This version of the program does not know {what} of kind '{Name}'");

    private EntityListing Listing(TState state) => new(Index(state), Links(state), DueAt(state));
}

/// <summary>An event type's stored name and schema, with the way from older schemas.</summary>
public sealed record EventType(Type Type, string Name, int Schema, Func<JsonNode, int, JsonNode>? Upgrade = null)
{
    /// <summary>Declares <typeparamref name="TEvent"/> under its stored name.</summary>
    public static EventType Of<TEvent>(string name, int schema = 1, Func<JsonNode, int, JsonNode>? upgrade = null)
        where TEvent : IEntityEvent => new(typeof(TEvent), name, schema, upgrade);
}
