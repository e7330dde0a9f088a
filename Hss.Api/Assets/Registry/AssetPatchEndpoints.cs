using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Assets;
using Hss.Silo.Assets.Registry;

namespace Hss.Api.Assets.Registry;

/// <summary>Single changes of an asset by query parameters: status, location, user.</summary>
public static class AssetPatchEndpoints
{
    private const int MaxReason = 500;

    private static readonly QueryParameter<string?> NewStatus = Parameters.Choice("new_status", "The status that it gets; every one but assigned takes the holder away", AssetStatus.All, required: true);
    private static readonly QueryParameter<string?> NewLocation = Parameters.Text("new_location_id", "Where it goes", CreateAssetRequest.MaxId, required: true);
    private static readonly QueryParameter<string?> User = Parameters.Text("user_id", "Who gets it; without one it becomes available", CreateAssetRequest.MaxId);
    private static readonly QueryParameter<string?> Reason = Parameters.Text("reason", "Why; it is in the history", MaxReason);

    /// <summary>Maps them.</summary>
    public static void MapAssetPatches(this RouteGroupBuilder sams)
    {
        var asset = sams.MapGroup("/api/v1/assets/{id}").WithTags("Assets").Path("id", "The asset's id, a UUID").Needs(Mounts.Sams, AssetRoles.Manager, AssetRoles.Admin);
        asset.MapPatch("/status", SetStatus).WithSummary("Give an asset a status").Query(NewStatus, Reason).Answers(typeof(Asset)).Refuses(400, "The status needs a holder");
        asset.MapPatch("/location", Move).WithSummary("Move an asset").Query(NewLocation, Reason).Answers(typeof(Asset));
        asset.MapPatch("/user", Assign).WithSummary("Give an asset to a user, or take it back").Query(User, Reason).Answers(typeof(Asset));
    }

    private static async Task<IResult> SetStatus(HttpContext context, string id, AssetService assets, AssetJoins joins)
    {
        var (call, asset) = (context.CallContext(), assets.Asset(PathId.Read(id, AssetEndpoints.Unknown)));
        var (status, reason) = Read(context, NewStatus);
        return await AssetEndpoints.Shown(context, await AssetService.Decided(() => asset.SetStatus(call, status!, reason)).WithinDeadline(context), joins);
    }

    private static async Task<IResult> Move(HttpContext context, string id, AssetService assets, AssetJoins joins)
    {
        var (call, asset) = (context.CallContext(), assets.Asset(PathId.Read(id, AssetEndpoints.Unknown)));
        var (location, reason) = Read(context, NewLocation);
        return await AssetEndpoints.Shown(context, await AssetService.Decided(() => asset.Move(call, location, reason)).WithinDeadline(context), joins);
    }

    private static async Task<IResult> Assign(HttpContext context, string id, AssetService assets, AssetJoins joins)
    {
        var (call, asset) = (context.CallContext(), PathId.Read(id, AssetEndpoints.Unknown));
        var (user, reason) = Read(context, User);
        return await AssetEndpoints.Shown(context, await assets.Assign(call, asset, user, reason).WithinDeadline(context), joins);
    }

    private static (string? Value, string? Reason) Read(HttpContext context, QueryParameter<string?> parameter)
    {
        var query = new QueryReader(context);
        var (value, reason) = (query.Get(parameter), query.Get(Reason));
        query.Done();
        return (Texts.Kept(value), Texts.Kept(reason));
    }
}
