using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Hss.Api.Platform;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.References;
using Hss.Silo.Assets.QrCodes;
using Hss.Silo.Assets.References;
using Hss.Silo.Assets.Registry;
using Microsoft.Net.Http.Headers;

namespace Hss.Api.Assets.QrCodes;

/// <summary>QR codes of assets, <c>/sams/api/v1/qrcode</c>: every member.</summary>
public static class QrCodeEndpoints
{
    private const string Unknown = "Asset not found";
    private const int MaxAssets = 200;
    private const int PrintSize = 200;
    private const string Png = "image/png";
    private const string Html = "text/html";

    private static readonly QueryParameter<int> Size =
        Parameters.Whole("size", "Pixels a side; the image has the size that whole pixels for each module come to", QrImages.UsualSize, QrImages.MinSize, QrImages.MaxSize);

    private static readonly QueryParameter<string?> Data = Parameters.Text("data", "What a reader shows: the address in the QR code, or the asset's id", 2000, required: true);
    private static readonly QueryParameter<ImmutableArray<string>> Ids = Parameters.Texts("asset_ids", "The assets' ids; repeated, or separated by commas", MaxAssets);

    /// <summary>Maps them.</summary>
    public static void MapAssetQrCodes(this RouteGroupBuilder sams)
    {
        var codes = sams.MapGroup("/api/v1/qrcode").WithTags("QR codes").NeedsMember().Path("id", "The asset's id, a UUID");
        codes.MapGet("/generate/{id}", Generate).WithSummary("An asset's QR code as an image").Query(Size).AnswersContent(Png);
        codes.MapGet("/decode", Decode).WithSummary("The asset that a QR code leads to").Query(Data).Answers(typeof(DecodedQrCode)).Refuses(404, "No such asset");
        codes.MapPost("/bulk-generate", Bulk).WithSummary("Where the QR codes of several assets are; unknown assets are left out").Query(Ids).Answers(typeof(QrCodeList));
        codes.MapGet("/print/{id}", Print).WithSummary("What to print on an asset's label").Answers(typeof(QrCodePrint));
        codes.MapGet("/labels", Labels).WithSummary("A page of labels to print; unknown assets are left out").Query(Ids).AnswersContent(Html);
    }

    private static async Task<IResult> Generate(HttpContext context, string id, AssetService assets, QrImages images)
    {
        var size = QueryReader.One(context, Size);
        if (await Find(PathId.Read(id, Unknown), assets) is not { } asset)
            return ApiError.NotFound(Unknown).ToResult();
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName($"asset_{asset.Tag}_qr.png");
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(images.Png(asset.Id, size), Png);
    }

    private static async Task<IResult> Decode(HttpContext context, AssetService assets)
    {
        var data = QueryReader.One(context, Data)!;
        return await Find(PathId.Read(QrImages.IdIn(data), Unknown), assets) is { } asset ? new JsonAnswer(DecodedQrCode.Of(asset)) : ApiError.NotFound(Unknown).ToResult();
    }

    private static async Task<IResult> Bulk(HttpContext context, AssetService assets)
    {
        var found = await Find(QueryReader.One(context, Ids), assets);
        return new JsonAnswer(new QrCodeList(found.Length, [.. found.Select(a => new QrCodeLink(a.Id, a.Tag, a.Details.Name, Link(a.Id)))]));
    }

    private static async Task<IResult> Print(HttpContext context, string id, AssetService assets, ReferenceService references)
    {
        if (await Find(PathId.Read(id, Unknown), assets) is not { } asset)
            return ApiError.NotFound(Unknown).ToResult();
        var category = await references.Category(asset.Details.CategoryId).Get();
        var location = asset.Details.LocationId is { } place ? await references.Location(place).Get() : null;
        var link = string.Create(CultureInfo.InvariantCulture, $"{Link(asset.Id)}?size={PrintSize}");
        return new JsonAnswer(new QrCodePrint(asset.Id, asset.Tag, asset.Details.Name, category?.Details.Name, location?.Details.Name, link, LabelFormat.Usual));
    }

    private static async Task<IResult> Labels(HttpContext context, AssetService assets, AssetReferences references, QrImages images)
    {
        var found = await Find(QueryReader.One(context, Ids), assets);
        var categories = await references.Categories(found.Select(a => a.Details.CategoryId), context.RequestAborted);
        var locations = await references.Locations(found.Select(a => a.Details.LocationId).OfType<string>(), context.RequestAborted);
        context.Response.Headers.ContentSecurityPolicy = LabelSheet.ContentSecurityPolicy;
        return Results.Text(LabelSheet.Html([.. found.Select(a => Label(a, categories, locations, images))]), Html, Encoding.UTF8);
    }

    private static Label Label(
        AssetView asset, FrozenDictionary<string, CategoryView> categories, FrozenDictionary<string, LocationView> locations, QrImages images) => new(
        asset.Tag,
        asset.Details.Name,
        categories.GetValueOrDefault(asset.Details.CategoryId)?.Details.Name,
        asset.Details.LocationId is { } location ? locations.GetValueOrDefault(location)?.Details.Name : null,
        images.Png(asset.Id, QrImages.UsualSize));

    private static string Link(string id) => $"/api/v1/qrcode/generate/{id}";

    private static async Task<AssetView?> Find(string id, AssetService assets) => await assets.Asset(id).Get() is { DeletedAt: null } asset ? asset : null;

    private static async Task<ImmutableArray<AssetView>> Find(ImmutableArray<string> ids, AssetService assets)
    {
        var known = ids.Select(i => Guid.TryParseExact(i, "D", out var id) ? id.ToString() : null).OfType<string>().Distinct(StringComparer.Ordinal);
        return [.. (await Task.WhenAll(known.Select(i => Find(i, assets)))).OfType<AssetView>()];
    }
}
