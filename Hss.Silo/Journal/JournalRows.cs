using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Silo.Journal;

/// <summary>An entity's columns as a database answers them.</summary>
internal sealed class EntityColumns
{
    public required string Kind { get; init; }
    public required string Id { get; init; }
    public long Version { get; init; }
    public required string State { get; init; }
    public long Schema { get; init; }
    public long StateVersion { get; init; }
    public required byte[] Head { get; init; }
    public long? DueAt { get; init; }
    public long CreatedAt { get; init; }
    public long UpdatedAt { get; init; }
    public long LastAt { get; init; }

    public EntityRow ToRow() => new(
        new(Kind, Id), Version, State, (int)Schema, StateVersion, Head, DueAt is { } due ? EventHash.FromMicroseconds(due) : null,
        EventHash.FromMicroseconds(CreatedAt), EventHash.FromMicroseconds(UpdatedAt), EventHash.FromMicroseconds(LastAt));
}

/// <summary>An event's columns as a database answers them.</summary>
internal sealed class EventColumns
{
    public long Seq { get; init; }
    public required string Kind { get; init; }
    public required string Id { get; init; }
    public long Version { get; init; }
    public required string Type { get; init; }
    public long Schema { get; init; }
    public required string Data { get; init; }
    public long At { get; init; }
    public required string Actor { get; init; }
    public required string RequestId { get; init; }
    public string? Ip { get; init; }
    public required string Audience { get; init; }
    public required byte[] PrevHash { get; init; }
    public required byte[] Hash { get; init; }

    public FeedEvent ToEvent() => new(
        Seq, new EntityKey(Kind, Id),
        new(Version, Type, (int)Schema, Data, EventHash.FromMicroseconds(At), Actor, RequestId, Ip, Audience, PrevHash, Hash));
}

/// <summary>A kept answer's columns.</summary>
internal sealed class OperationColumns
{
    public required string Op { get; init; }
    public required string Fingerprint { get; init; }
    public required string Outcome { get; init; }
    public long Version { get; init; }
    public long At { get; init; }

    public OperationRow ToRow() => new(Op, Fingerprint, Outcome, Version, EventHash.FromMicroseconds(At));
}

/// <summary>An effect's columns.</summary>
internal sealed class EffectColumns
{
    public required string Id { get; init; }
    public required string Source { get; init; }
    public required string Target { get; init; }
    public required string Payload { get; init; }
    public long Attempts { get; init; }

    public PendingEffect ToEffect() => new(Id, EntityKey.Parse(Source), Target, Payload, (int)Attempts);
}

/// <summary>A link's columns as a database answers them.</summary>
internal sealed class LinkColumns
{
    // One database has booleans, the other numbers in their place.
    public const string Sql = "kind, id, name, value, CAST(CASE WHEN is_unique THEN 1 ELSE 0 END AS bigint) IsUnique";

    public required string Kind { get; init; }
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Value { get; init; }
    public long IsUnique { get; init; }

    public EntityKey Key => new(Kind, Id);

    public EntityLink ToLink() => new(Name, Value, IsUnique == 1);
}

/// <summary>A count's columns as a database answers them.</summary>
internal sealed class GroupColumns
{
    public string? First { get; init; }
    public string? Second { get; init; }
    public long Count { get; init; }

    public GroupCount ToGroup() => new(First, Second, Count);
}
