using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Journal.Audit;

internal sealed record LoanState(string Id)
{
    [Personal]
    public string? Reader { get; init; }

    public DateTimeOffset? Until { get; init; }

    public string? Note { get; init; }
}

internal sealed record Lent([property: Personal] string Reader, DateTimeOffset Until, string? Note = null) : IEntityEvent;

internal sealed record CameBack : IEntityEvent;

/// <summary>A kind with everything that a list can find an entity by.</summary>
internal sealed class LoanKind() : EntityKind<LoanState>("loan", 1, EventType.Of<Lent>("loan.lent"), EventType.Of<CameBack>("loan.came_back"))
{
    public static readonly LoanKind Instance = new();

    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => throw new NotSupportedException();

    public override LoanState Initial(string id) => new(id);

    public override LoanState Apply(LoanState state, IEntityEvent e) => e is Lent lent
        ? state with { Reader = lent.Reader, Until = lent.Until, Note = lent.Note ?? state.Note }
        : state with { Reader = null, Until = null };

    // PostgreSQL keeps the shorter name first and writes the number as 45.
    public override EntityIndex Index(LoanState state) =>
        new(state.Reader, state.Reader is null ? "in" : "out", $"loan {state.Id}", """{"shelf":4.5e1,"by":"hand"}""");

    public override ImmutableArray<EntityLink> Links(LoanState state) =>
        state.Reader is null ? [] : [new("number", state.Id, Unique: true), new("borrower", state.Reader)];

    public override DateTimeOffset? DueAt(LoanState state) => state.Until;
}
