using Hss.Api.Assets.Registry;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Assets.Imports;
using Hss.Interfaces.Entities;
using Hss.Silo.Assets.Imports;

namespace Hss.Api.Assets.Imports;

/// <summary>Files of assets in and out: <c>/sams/api/v1/assets/import</c>, <c>/assets/export</c>, <c>/imports</c>. Managers and admins.</summary>
public static class ImportEndpoints
{
    private const string Unknown = "Import not found";

    private static readonly QueryParameter<bool?> DryRun = Parameters.Flag("dry_run", "Only say what it would come to");

    /// <summary>Maps them.</summary>
    public static void MapAssetImports(this RouteGroupBuilder sams)
    {
        var routes = sams.MapGroup("/api/v1").WithTags("Imports").Needs(Mounts.Sams, AssetRoles.Manager, AssetRoles.Admin).Path("id", "The import's id, a UUID");
        routes.MapPost("/assets/import", Import)
            .WithSummary("Make assets of the rows of a CSV file: accepted as a whole or refused with all its faults; dry_run answers 200 with a report")
            .WithMetadata(FileBody.Limit, new OwnFingerprint()).Query(DryRun).BodyContent("text/csv")
            .Answers(typeof(AssetImport), 202).Answers(typeof(AssetImportReport));
        routes.MapGet("/assets/export", Export).WithSummary("All assets as a CSV file that an import reads again, by tag").Query(AssetEndpoints.Filters).AnswersContent("text/csv");
        routes.MapGet("/imports", List).WithSummary("List imports, the newest first").Query(Parameters.Skip, AssetLists.Limit).Answers(typeof(AssetList<AssetImport>));
        routes.MapGet("/imports/{id}", Get).WithSummary("Read an import and how far it is").AnswersOne(typeof(AssetImport));
    }

    private static async Task<IResult> Import(HttpContext context, ImportService imports)
    {
        var query = new QueryReader(context);
        var dryRun = query.Get(DryRun) ?? false;
        query.Done();
        var content = await FileBody.ReadCsv(context, ImportFile.MaxBytes);
        var call = context.CallContext();
        if (call.Operation is { } operation)
            call = call with { Operation = operation with { Fingerprint = $"{FileBody.Fingerprint(content)} {dryRun}" } };
        // The kept answer comes before all else: a repeat would find its own tags taken.
        if (await imports.IsRepeat(call))
            return Accepted(context, await imports.Accept(call, []));
        var file = await imports.Read(content, context.RequestAborted);
        // Named tags are looked up for a report. A faultless file's are found taken or not when they are held, which is cheaper than looking twice.
        if (dryRun || file.TotalFaults > 0)
            file = await imports.WithTakenTags(file, context.RequestAborted);
        if (dryRun)
            return new JsonAnswer(AssetImportReport.Of(file));
        if (file.TotalFaults > 0)
            return ImportErrors.Of(file).ToResult();
        var outcome = await imports.Accept(call, file.Rows);
        if (outcome.Refusal?.Code == RefusalCodes.Invalid && await imports.WithTakenTags(file, context.RequestAborted) is { TotalFaults: > 0 } faulty)
            return ImportErrors.Of(faulty).ToResult();
        return Accepted(context, outcome);
    }

    private static IResult Accepted(HttpContext context, Outcome<ImportView> outcome)
    {
        if (!outcome.Accepted)
            return outcome.Refusal.Code == RefusalCodes.Invalid ? ImportErrors.Of(outcome.Refusal.ToError()).ToResult() : outcome.Refusal.ToError().ToResult();
        context.Response.Headers.Location = $"{Mounts.Sams.Path}/api/v1/imports/{outcome.Value.Id}";
        return Answer.Of(context, outcome, AssetImport.Of, StatusCodes.Status202Accepted);
    }

    private static async Task Export(HttpContext context, AssetExport export)
    {
        var query = new QueryReader(context);
        var filter = AssetEndpoints.Filter(query);
        query.Done();
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=assets.csv";
        await export.Write(filter, context.Response.Body, context.RequestAborted);
    }

    private static async Task<IResult> List(HttpContext context, ImportService imports)
    {
        var query = new QueryReader(context);
        var (skip, limit) = (query.Get(Parameters.Skip), query.Get(AssetLists.Limit));
        query.Done();
        var (items, total) = await imports.List(skip, limit, context.RequestAborted);
        return new JsonAnswer(new AssetList<AssetImport>([.. items.Select(AssetImport.Of)], total, skip, limit));
    }

    private static async Task<IResult> Get(HttpContext context, string id, ImportService imports) =>
        await imports.Import(PathId.Read(id, Unknown)).Get() is { } import
            ? Answer.One(context, import.Version, AssetImport.Of(import))
            : ApiError.NotFound(Unknown).ToResult();
}
