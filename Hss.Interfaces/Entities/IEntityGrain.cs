using System.Collections.Immutable;

namespace Hss.Interfaces.Entities;

/// <summary>The place of a grain interface in the one direction of calls: API, process, resource, reference, platform.</summary>
public enum GrainTier
{
    /// <summary>Runs a process over several resources (an order, a delivery, a session).</summary>
    Process = 1,

    /// <summary>Owns one thing (a stock, an account, a booking).</summary>
    Resource = 2,

    /// <summary>Is what resources refer to and hold while they do so (a category).</summary>
    Reference = 3,

    /// <summary>Serves all others (unique names, numbers).</summary>
    Platform = 4,
}

/// <summary>Declares the tier of a grain interface. A grain may only call interfaces of a lower tier; a test reads the IL.</summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class GrainTierAttribute(GrainTier tier) : Attribute
{
    /// <summary>The tier.</summary>
    public GrainTier Tier { get; } = tier;
}

/// <summary>What the platform asks of every journaled grain.</summary>
public interface IEntityGrain : IGrainWithStringKey
{
    /// <summary>
    /// The entity's due time has come. Waking early or twice is harmless. A resource calls nobody: it answers the owners of overdue
    /// holds, and the due worker asks each to settle.
    /// </summary>
    Task<ImmutableArray<OverdueHold>> WakeUp();
}

/// <summary>A grain that owns holds on resources below it.</summary>
public interface IHoldOwner : IEntityGrain
{
    /// <summary>
    /// A hold of this owner is overdue. The owner answers from a durable decision only: placed, so it confirms downwards; undecided, so
    /// it first commits that it is abandoned, then releases downwards. Idempotent.
    /// </summary>
    Task Settle(OverdueHold hold);
}

/// <summary>A hold past its time.</summary>
/// <param name="Owner">The entity that took it.</param>
/// <param name="HoldId">The hold's id, unique for the owner.</param>
/// <param name="Resource">The entity that holds.</param>
[GenerateSerializer, Alias("hss.overdue-hold"), Immutable]
public sealed record OverdueHold([property: Id(0)] EntityKey Owner, [property: Id(1)] string HoldId, [property: Id(2)] EntityKey Resource);
