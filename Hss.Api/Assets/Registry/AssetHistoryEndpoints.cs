using System.Collections.Immutable;
using Hss.Api.Platform;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Silo.Assets.Registry;

namespace Hss.Api.Assets.Registry;

/// <summary>What happened to an asset, from its events: also when it is deleted.</summary>
public static class AssetHistoryEndpoints
{
    private static readonly QueryParameter<int> Limit = Parameters.Limit(50, 100);

    /// <summary>Maps it.</summary>
    public static void MapAssetHistory(this RouteGroupBuilder sams) =>
        sams.MapGet("/api/v1/assets/{id}/history", List).WithTags("Assets").Path("id", "The asset's id, a UUID").WithSummary("List what happened to an asset, newest first")
            .NeedsMember().Query(Parameters.Skip, Limit).Answers(typeof(ImmutableArray<AssetHistoryEntry>));

    private static async Task<IResult> List(HttpContext context, string id, AssetService assets, AssetHistory history, AssetJoins joins)
    {
        var asset = PathId.Read(id, AssetEndpoints.Unknown);
        var query = new QueryReader(context);
        var (skip, limit) = (query.Get(Parameters.Skip), query.Get(Limit));
        query.Done();
        if (await assets.Asset(asset).Get() is null)
            return ApiError.NotFound(AssetEndpoints.Unknown).ToResult();
        var moments = await history.Page(asset, skip, limit, context.RequestAborted);
        var people = await joins.People(moments.Select(m => m.Actor), context.RequestAborted);
        return new JsonAnswer(moments.Select(m => AssetHistoryEntry.Of(asset, m, people.GetValueOrDefault(m.Actor))).ToImmutableArray());
    }
}
