using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Imports;

/// <summary>One import of titles.</summary>
/// <param name="Fingerprint">Null until it has begun.</param>
public sealed record BookImportState(string Id, string? Fingerprint = null, int Rows = 0, BookImportResult? Result = null);

/// <summary>An import has begun.</summary>
public sealed record BookImportStarted(int Rows, string Fingerprint, DateTimeOffset At) : IEntityEvent;

/// <summary>An import has ended.</summary>
public sealed record BookImportFinished(BookImportResult Result, DateTimeOffset At) : IEntityEvent;

/// <summary>Imports begin and end once.</summary>
public static class BookImportRules
{
    private static readonly Refusal OtherRows = new(RefusalCodes.KeyReused, "This Idempotency-Key was used for another request");

    private static readonly Refusal NotFound = new(RefusalCodes.NotFound, "Import not found");

    /// <summary>Begins it.</summary>
    public static Decision Start(BookImportState state, int rows, string fingerprint, DateTimeOffset now)
    {
        if (state.Fingerprint is null)
            return Decision.Accept(new BookImportStarted(rows, fingerprint, now));
        return state.Fingerprint == fingerprint ? Decision.Unchanged : OtherRows;
    }

    /// <summary>Ends it.</summary>
    public static Decision Finish(BookImportState state, BookImportResult result, DateTimeOffset now)
    {
        if (state.Fingerprint is null)
            return NotFound;
        return state.Result is null ? Decision.Accept(new BookImportFinished(result, now)) : Decision.Unchanged;
    }

    /// <summary>The state after an event.</summary>
    public static BookImportState Apply(BookImportState state, IEntityEvent e) => e switch
    {
        BookImportStarted s => state with { Fingerprint = s.Fingerprint, Rows = s.Rows },
        BookImportFinished f => state with { Result = f.Result },
        _ => throw new InvalidOperationException($"An import has no event {e.GetType().Name}"),
    };
}

/// <summary>Imports of titles in the journal.</summary>
public sealed class BookImportKind() : EntityKind<BookImportState>(
    "book_import", schema: 1, EventType.Of<BookImportStarted>("book_import.started"), EventType.Of<BookImportFinished>("book_import.finished"))
{
    /// <summary>The one instance.</summary>
    public static readonly BookImportKind Instance = new();

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IBookImportGrain>(key.ToString());

    /// <inheritdoc />
    public override BookImportState Initial(string id) => new(id);

    /// <inheritdoc />
    public override BookImportState Apply(BookImportState state, IEntityEvent e) => BookImportRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(BookImportState state) => new(null, state.Result is null ? "running" : "finished");
}

/// <summary>What callers see of an import's state.</summary>
public static class BookImportViews
{
    /// <summary>All of it.</summary>
    public static BookImportView Of(BookImportState state) => new(state.Id, state.Rows, state.Result);
}
