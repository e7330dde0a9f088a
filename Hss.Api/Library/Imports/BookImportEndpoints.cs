using Hss.Api.Platform.Access;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Silo.Library.Imports;

namespace Hss.Api.Library.Imports;

/// <summary>Many books at once, <c>/luna/api/v1/books/bulk-import</c>.</summary>
public static class BookImportEndpoints
{
    // A book of 10,000 may have a description of its own; the usual limit is for single ones.
    private const long MaxBytes = 16 * 1024 * 1024;

    private static readonly QueryParameter<bool?> DryRun = Parameters.Flag("dry_run", "Only say what it would come to");

    /// <summary>Maps it.</summary>
    public static void MapBookImports(this RouteGroupBuilder luna) =>
        luna.MapPost("/api/v1/books/bulk-import", Import).WithTags("Books")
            .WithSummary("Add up to 10,000 books of a CSV file or JSON; faulty rows fail alone; dry_run answers 200 and adds nothing").NeedsLibrarian()
            .WithMetadata(FileBody.Limit, new OwnFingerprint()).Query(DryRun).BodyContent("text/csv").OrJson(typeof(BookImportBody), orList: true)
            .Answers(typeof(LunaAnswer<BookImport>), 201).Answers(typeof(LunaAnswer<BookImport>));

    private static async Task<IResult> Import(HttpContext context, BookImports imports, TimeProvider time)
    {
        var query = new QueryReader(context);
        var dryRun = query.Get(DryRun) ?? false;
        query.Done();
        var (content, isCsv) = await FileBody.Read(context, ["application/json"], MaxBytes);
        var rows = isCsv ? BookRows.Csv(content, time.GetUtcNow()) : BookRows.Json(content, time.GetUtcNow());
        if (dryRun)
            return LunaAnswers.Plain(context, BookImport.Of(await imports.Try(rows, context.RequestAborted), dryRun: true));
        var (call, fingerprint) = (context.CallContext(), FileBody.Fingerprint(content));
        if (call.Operation is { } operation)
            call = call with { Operation = operation with { Fingerprint = fingerprint } };
        var outcome = await imports.Run(call, rows, fingerprint);
        if (outcome.Replayed)
            context.Response.Headers[Answer.ReplayedHeader] = "true";
        return LunaAnswers.Untagged(context, outcome, result => BookImport.Of(result, dryRun: false), StatusCodes.Status201Created);
    }
}
