using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Admin;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Admin;

/// <summary>How often operators acted on a subject.</summary>
public sealed record OperatorLogState(int Actions = 0);

/// <summary>An operator acted by hand.</summary>
public sealed record OperatorActed(string Action, string Subject, string Reason, DateTimeOffset At) : IEntityEvent;

/// <summary>Operators' actions in the journal.</summary>
public sealed class OperatorLogKind() : EntityKind<OperatorLogState>("operator_log", schema: 1, EventType.Of<OperatorActed>("operator.acted"))
{
    /// <summary>The one instance.</summary>
    public static readonly OperatorLogKind Instance = new();

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IOperatorLogGrain>(key.ToString());

    /// <inheritdoc />
    public override OperatorLogState Initial(string id) => new();

    /// <inheritdoc />
    public override OperatorLogState Apply(OperatorLogState state, IEntityEvent e) => new(state.Actions + 1);

    /// <inheritdoc />
    public override EntityIndex Index(OperatorLogState state) => new(null, "noted");
}

/// <summary>The log of one subject.</summary>
[GrainType("operator_log")]
public sealed class OperatorLogGrain(EntityServices services) : AggregateGrain<OperatorLogState>(OperatorLogKind.Instance, services), IOperatorLogGrain
{
    /// <inheritdoc />
    public Task<Outcome<bool>> Note(CallContext context, string action, string subject, string reason) =>
        Execute(context, (_, now) => Decision.Accept(new OperatorActed(action, subject, reason, now)), static _ => true);
}
