using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets.Imports;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Assets.Imports;

/// <summary>The rules of imports: accepted, started, advanced part by part, ended.</summary>
public static class ImportRules
{
    /// <summary>Rows of one part: an event each, and a step of the progress.</summary>
    public const int PartRows = 250;

    /// <summary>Whether an import may be accepted here. It changes nothing.</summary>
    public static Decision MayAccept(ImportState state) => state.Status switch
    {
        "" => Decision.Unchanged,
        ImportState.Abandoned => Decision.Refuse(ImportCodes.Abandoned, "The import could not be accepted in time; try again"),
        _ => Decision.Refuse(RefusalCodes.Conflict, "The import exists"),
    };

    /// <summary>Takes rows on for which all is held. Their part is all that its event has.</summary>
    public static Decision Accept(
        ImportState state, CallContext context, ImmutableArray<ImportRow> rows, ImmutableArray<EntityKey> references, ImmutableArray<EntityKey> series, DateTimeOffset now)
    {
        if (MayAccept(state).Refusal is { } refusal)
            return refusal;
        ImmutableArray<ImportRowsKept> parts = [.. rows.Chunk(PartRows).Select(p => new ImportRowsKept([.. p]))];
        return Decision
            .Accept([new ImportAccepted(rows.Length, parts.Length, references, series, context.Actor, context.Role, context.RequestId, now), .. parts])
            .With(ImportRun.Effect);
    }

    /// <summary>The rows become assets.</summary>
    public static Decision Start(ImportState state, DateTimeOffset now) =>
        state.Status == ImportStatus.Accepted ? Decision.Accept(new ImportStarted(now)) : Unless(state);

    /// <summary>A part is done; parts are done in their order.</summary>
    public static Decision Advance(ImportState state, int part, ImmutableArray<ImportRowError> errors, DateTimeOffset now)
    {
        if (state.Status != ImportStatus.Running || part != state.PartsDone)
            return Unless(state);
        var advanced = new ImportAdvanced(part, Math.Min(PartRows, state.Rows - state.RowsDone), errors, now);
        return part + 1 < state.Parts
            ? Decision.Accept(advanced)
            : Decision.Accept(advanced, new ImportEnded(state.Errors.IsEmpty && errors.IsEmpty ? ImportStatus.Completed : ImportStatus.Failed, now));
    }

    /// <summary>Decides, once and for all, that an import which was not accepted never is.</summary>
    public static Decision Settle(ImportState state, DateTimeOffset now) =>
        state.Status.Length == 0 ? Decision.Accept(new ImportAbandoned(now)) : Decision.Unchanged;

    /// <summary>The state after an event.</summary>
    public static ImportState Apply(ImportState state, IEntityEvent e) => e switch
    {
        ImportAccepted a => state with
        {
            Status = ImportStatus.Accepted,
            Rows = a.Rows,
            Parts = a.Parts,
            References = a.References,
            Series = a.Series,
            By = a.By,
            Role = a.Role,
            RequestId = a.RequestId,
            CreatedAt = a.At,
        },
        ImportRowsKept => state,
        ImportAbandoned => state with { Status = ImportState.Abandoned },
        ImportStarted => state with { Status = ImportStatus.Running },
        ImportAdvanced a => state with { PartsDone = a.Part + 1, RowsDone = state.RowsDone + a.Rows, Errors = state.Errors.AddRange(a.Errors) },
        ImportEnded ended => state with { Status = ended.Status, CompletedAt = ended.At },
        _ => throw new InvalidOperationException($"An import has no event {e.GetType().Name}"),
    };

    private static Decision Unless(ImportState state) => state.WasAccepted ? Decision.Unchanged : Decision.Refuse(RefusalCodes.NotFound, "Import not found");
}

/// <summary>The effect that has an accepted import's rows become assets.</summary>
public sealed record ImportRun
{
    /// <summary>The target of the effect.</summary>
    public const string Target = "asset-import";

    /// <summary>The effect.</summary>
    public static readonly Effect Effect = new("run", Target, new ImportRun());
}
