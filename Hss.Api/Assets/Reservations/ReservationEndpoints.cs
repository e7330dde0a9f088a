using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Assets;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;
using Hss.Silo.Assets.Registry;

namespace Hss.Api.Assets.Reservations;

/// <summary>Reservations of an asset and its calendar, <c>/sams/api/v1/assets/{id}/reservations</c>: every member reserves; owner, manager or admin cancels.</summary>
public static class ReservationEndpoints
{
    private const string Unknown = "Asset not found";
    private const string UnknownReservation = "Reservation not found";
    private const int GuidSize = 16;

    /// <summary>Maps them.</summary>
    public static void MapAssetReservations(this RouteGroupBuilder sams)
    {
        var asset = sams.MapGroup("/api/v1/assets/{id}").WithTags("Reservations").NeedsMember()
            .Path("id", "The asset's id, a UUID").Path("rid", "The reservation's id, a UUID");
        asset.MapGet("/reservations", List).WithSummary("List an asset's reservations that are not over, by time").Answers(typeof(ImmutableArray<Reservation>));
        asset.MapPost("/reservations", Reserve).WithSummary("Reserve an asset for a time").Body(typeof(CreateReservationRequest)).Answers(typeof(Reservation), 201)
            .Refuses(400, "Another reservation overlaps, which is named; or the asset has too many");
        asset.MapDelete("/reservations/{rid}", Delete).WithSummary("Cancel a reservation").AnswersNothing().Refuses(403, "It is somebody else's");
        asset.MapPost("/reservations/{rid}/cancel", Cancel).WithSummary("Cancel a reservation").Answers(typeof(Reservation)).Refuses(403, "It is somebody else's");
        asset.MapGet("/calendar.ics", ShowCalendar).WithSummary("An asset's reservations and its running checkout as a calendar").AnswersContent(Calendar.ContentType);
    }

    private static async Task<IResult> List(HttpContext context, string id, AssetService assets, TimeProvider time)
    {
        var asset = await Existing(id, assets);
        return new JsonAnswer(ReservationRules.Open(asset.Reservations, time.GetUtcNow()).Select(r => Reservation.Of(asset.Id, r)).ToImmutableArray());
    }

    private static async Task<IResult> Reserve(HttpContext context, string id, AssetService assets)
    {
        var assetId = PathId.Read(id, Unknown);
        var body = await context.ReadBody<CreateReservationRequest>();
        var call = context.CallContext();
        var command = new ReserveAsset(NewId(call), call.Actor, body.From!.Value, body.To!.Value, Texts.Kept(body.Purpose));
        var outcome = await AssetService.Decided(() => assets.Asset(assetId).Reserve(call, command)).WithinDeadline(context);
        return Answer.Untagged(outcome, r => Reservation.Of(assetId, r), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Delete(HttpContext context, string id, string rid, AssetService assets)
    {
        var outcome = await End(context, id, rid, assets);
        return outcome.Accepted ? Results.NoContent() : outcome.Refusal.ToError().ToResult();
    }

    private static async Task<IResult> Cancel(HttpContext context, string id, string rid, AssetService assets) =>
        Answer.Untagged(await End(context, id, rid, assets), r => Reservation.Of(PathId.Read(id, Unknown), r));

    private static Task<Outcome<AssetReservation>> End(HttpContext context, string id, string rid, AssetService assets)
    {
        var (asset, reservation) = (assets.Asset(PathId.Read(id, Unknown)), PathId.Read(rid, UnknownReservation));
        var call = context.CallContext();
        return AssetService.Decided(() => asset.CancelReservation(call, reservation)).WithinDeadline(context);
    }

    private static async Task<IResult> ShowCalendar(HttpContext context, string id, AssetService assets, AssetHistory history, TimeProvider time)
    {
        var asset = await Existing(id, assets);
        DateTimeOffset? since = asset.AssignedTo is null ? null : await history.AssignedAt(asset.Id, context.RequestAborted) ?? asset.UpdatedAt;
        return Results.Text(AssetCalendar.Of(asset, since, time.GetUtcNow()), Calendar.ContentType, Encoding.UTF8);
    }

    private static async Task<AssetView> Existing(string id, AssetService assets) =>
        await assets.Asset(PathId.Read(id, Unknown)).Get() is { DeletedAt: null } asset ? asset : throw new ApiException(ApiError.NotFound(Unknown));

    // A repeat of the same operation finds the same reservation.
    private static string NewId(CallContext context) => context.Operation is { } operation
        ? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"asset reservation {operation.Id}")).AsSpan(0, GuidSize)).ToString()
        : Guid.NewGuid().ToString();
}
