using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Imports;

/// <summary>One import of titles: its beginning and its end.</summary>
[GrainType("book-import")]
public sealed class BookImportGrain(EntityServices services) : AggregateGrain<BookImportState>(BookImportKind.Instance, services), IBookImportGrain
{
    /// <inheritdoc />
    public Task<Outcome<BookImportView>> Start(CallContext context, int rows, string fingerprint) =>
        Execute(context, (state, now) => BookImportRules.Start(state, rows, fingerprint, now), BookImportViews.Of);

    /// <inheritdoc />
    public Task<Outcome<BookImportView>> Finish(CallContext context, BookImportResult result) =>
        Execute(context, (state, now) => BookImportRules.Finish(state, result, now), BookImportViews.Of);

    /// <inheritdoc />
    public Task<BookImportView?> Get() => Read(static (state, _) => state.Fingerprint is null ? null : BookImportViews.Of(state));
}
