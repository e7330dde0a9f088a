using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Assets.Registry;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;
using Hss.Silo.Assets.Registry;

namespace Hss.Api.Assets.Registry;

/// <summary>Assets, <c>/sams/api/v1/assets</c>: members read, admins and managers write, admins delete.</summary>
public static class AssetEndpoints
{
    internal const string Unknown = "Asset not found";

    private static readonly QueryParameter<string?> Search = Parameters.Text("search", "Only assets whose tag, name, model or serial number has this text");
    private static readonly QueryParameter<string?> Status = Parameters.Choice("status", "Only assets of this status", AssetStatus.All);
    private static readonly QueryParameter<string?> Category = Parameters.Text("category_id", "Only assets of this category", CreateAssetRequest.MaxId);
    private static readonly QueryParameter<string?> Location = Parameters.Text("location_id", "Only assets at this location", CreateAssetRequest.MaxId);
    private static readonly QueryParameter<string?> Holder = Parameters.Text("assigned_to", "Only assets that this user has", CreateAssetRequest.MaxId);
    private static readonly QueryParameter<string?> Grade = Parameters.Choice("grade", "Only assets of this grade", AssetGrades.All);
    /// <summary>Which assets a list or a file has.</summary>
    internal static readonly QueryParameter[] Filters = [Search, Status, Category, Location, Holder, Grade];

    private static readonly QueryParameter<string?> SortBy = Parameters.Text("sort_by", "The field to sort by; an unknown one is created_at");
    private static readonly QueryParameter<string?> SortOrder = Parameters.Choice("sort_order", "Upwards or downwards", ["asc", "desc"], "desc");
    private static readonly QueryParameter<DateTimeOffset?> AsOf = Parameters.Time("as_of", "The asset as it was at this time, deleted ones too");

    /// <summary>Maps them.</summary>
    public static void MapAssets(this RouteGroupBuilder sams)
    {
        var assets = sams.MapGroup("/api/v1/assets").WithTags("Assets").Path("id", "The asset's id, a UUID");
        assets.MapGet("/", List).WithSummary("Search and list assets").NeedsMember()
            .Query([Parameters.Skip, AssetLists.Limit, .. Filters, SortBy, SortOrder]).Answers(typeof(AssetList<Asset>));
        assets.MapGet("/by-number/{tag}", ByNumber).WithSummary("Read an asset by its tag").NeedsMember().Path("tag", "The asset's tag").Answers(typeof(Asset));
        assets.MapGet("/{id}", Get).WithSummary("Read an asset, as it is or as it was").NeedsMember().Query(AsOf).Answers(typeof(Asset));
        assets.MapPost("/", Create).WithSummary("Make an asset; without a tag it gets the next one of its category and year").Needs(Mounts.Sams, AssetRoles.Manager, AssetRoles.Admin)
            .Body(typeof(CreateAssetRequest)).Answers(typeof(Asset), 201).Refuses(400, "The tag is taken, or the status needs a holder").Refuses(404, "No such category, location or user");
        assets.MapPut("/{id}", Update).WithSummary("Change an asset").Needs(Mounts.Sams, AssetRoles.Manager, AssetRoles.Admin)
            .Body(typeof(UpdateAssetRequest)).Answers(typeof(Asset)).Refuses(400, "The tag cannot be changed, or the status needs a holder");
        assets.MapDelete("/{id}", Delete).WithSummary("Delete an asset; its tag stays taken, its history readable").Needs(Mounts.Sams, AssetRoles.Admin).AnswersNothing();
    }

    /// <summary>The asset as callers see it, with its version as ETag; or the refusal.</summary>
    internal static async Task<IResult> Shown(HttpContext context, Outcome<AssetView> outcome, AssetJoins joins, int status = StatusCodes.Status200OK)
    {
        if (!outcome.Accepted)
            return Answer.Of(context, outcome, static asset => asset);
        var names = await joins.Names([outcome.Value], context.RequestAborted);
        return Answer.Of(context, outcome, asset => Asset.Of(asset, names, Now(context)), status);
    }

    /// <summary>Reads <see cref="Filters"/>.</summary>
    internal static AssetFilter Filter(QueryReader query) =>
        new(query.Get(Search), query.Get(Status), query.Get(Category), query.Get(Location), query.Get(Holder), query.Get(Grade));

    private static async Task<IResult> List(HttpContext context, AssetQueries assets, AssetJoins joins)
    {
        var query = new QueryReader(context);
        var (skip, limit) = (query.Get(Parameters.Skip), query.Get(AssetLists.Limit));
        var filter = Filter(query) with { Sort = query.Get(SortBy), Descending = query.Get(SortOrder) == "desc" };
        query.Done();
        var (found, total) = await assets.List(filter, skip, limit, context.RequestAborted);
        var names = await joins.Names(found, context.RequestAborted);
        return new JsonAnswer(new AssetList<Asset>([.. found.Select(a => Asset.Of(a, names, Now(context)))], total, skip, limit));
    }

    private static async Task<IResult> ByNumber(HttpContext context, string tag, AssetQueries assets, AssetJoins joins) =>
        await assets.ByTag(tag, context.RequestAborted) is { } asset
            ? await Shown(context, new() { Value = asset, Version = asset.Version }, joins)
            : ApiError.NotFound($"Asset with number '{tag}' not found").ToResult();

    private static async Task<IResult> Get(HttpContext context, string id, AssetService assets, AssetHistory history, AssetJoins joins)
    {
        var asset = PathId.Read(id, Unknown);
        if (QueryReader.One(context, AsOf) is { } time)
        {
            if (await history.AsOf(asset, time, context.RequestAborted) is not { } then)
                return ApiError.NotFound(Unknown).ToResult();
            // It is no version that could be changed: no ETag.
            return new JsonAnswer(Asset.Of(then, await joins.Names([then], context.RequestAborted), time));
        }

        if (await assets.Asset(asset).Get() is not { DeletedAt: null } found)
            return ApiError.NotFound(Unknown).ToResult();
        return await Shown(context, new() { Value = found, Version = found.Version }, joins);
    }

    private static async Task<IResult> Create(HttpContext context, AssetService assets, AssetJoins joins)
    {
        var body = await context.ReadBody<CreateAssetRequest>();
        var call = context.CallContext();
        var outcome = await assets.Create(call, AssetService.NewId(call), body.Command).WithinDeadline(context);
        if (outcome.Accepted)
            context.Response.Headers.Location = $"{Mounts.Sams.Path}/api/v1/assets/{outcome.Value.Id}";
        return await Shown(context, outcome, joins, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Update(HttpContext context, string id, AssetService assets, AssetJoins joins)
    {
        var asset = PathId.Read(id, Unknown);
        var change = await context.ReadChange<UpdateAssetRequest>();
        // A tag never changes, so it can be compared before anything else.
        if (Texts.Kept(change.Body.AssetTag) is { } tag && await assets.Asset(asset).Get() is { DeletedAt: null } known && known.Tag != tag)
            return AssetRules.TagFixed.ToError().ToResult();
        var outcome = await assets.Change(context.CallContext(), asset, change.Body.Command(change.Fields)).WithinDeadline(context);
        return await Shown(context, outcome, joins);
    }

    private static async Task<IResult> Delete(HttpContext context, string id, AssetService assets)
    {
        var (call, asset) = (context.CallContext(), assets.Asset(PathId.Read(id, Unknown)));
        var outcome = await AssetService.Decided(() => asset.Delete(call)).WithinDeadline(context);
        return outcome.Accepted ? Results.NoContent() : outcome.Refusal.ToError().ToResult();
    }

    private static DateTimeOffset Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
