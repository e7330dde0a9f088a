using System.Collections.Immutable;
using System.Globalization;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Silo.Shop.Catalog;

namespace Hss.Api.Shop.Catalog;

/// <summary>Products, <c>/store/api/v1/products</c>.</summary>
public static class ProductEndpoints
{
    private const int MaxLimit = 200;

    private const string TotalHeader = "X-Total-Count";

    /// <summary>Maps them.</summary>
    public static void MapProducts(this RouteGroupBuilder store)
    {
        var products = store.MapGroup("/api/v1/products").WithTags("Products");
        products.MapGet("/", List).Answers(typeof(ImmutableArray<ProductAnswer>));
        products.MapGet("/{id}", Get).Answers(typeof(ProductAnswer));
        products.MapPost("/", Create).Needs(Mounts.Store, "product_manager").Body(typeof(CreateProductBody)).Answers(typeof(ProductAnswer), 201);
        products.MapPut("/{id}", Change).Needs(Mounts.Store, "product_manager", "sales_manager").Body(typeof(UpdateProductBody)).Answers(typeof(ProductAnswer));
        products.MapDelete("/{id}", Delete).Needs(Mounts.Store, "product_manager");
        products.MapPatch("/discount", SetDiscount)
            .Needs(Mounts.Store, "sales_manager", "product_manager").Body(typeof(DiscountBody)).Answers(typeof(ImmutableArray<ProductAnswer>));
        products.MapPatch("/discount/clear", ClearDiscount)
            .Needs(Mounts.Store, "sales_manager", "product_manager").Body(typeof(ClearDiscountBody)).Answers(typeof(ImmutableArray<ProductAnswer>));
    }

    private static async Task<IResult> List(HttpContext context, CatalogQueries catalog)
    {
        var query = new QueryReader(context.Request.Query);
        var filter = new ProductFilter
        {
            Text = query.Text("q"),
            CategoryId = query.WholeOrNull("category_id", 1, long.MaxValue)?.ToString(CultureInfo.InvariantCulture),
            MinPrice = query.Number("min_price", 0, (decimal)CreateProductBody.MaxPrice),
            MaxPrice = query.Number("max_price", 0, (decimal)CreateProductBody.MaxPrice),
            InStock = query.Choice("in_stock", ["true", "false"]) is { } inStock ? inStock == "true" : null,
            Sort = query.Choice("sort", CatalogQueries.Sorts) ?? ProductFilter.All.Sort,
            Limit = (int?)query.WholeOrNull("limit", 1, MaxLimit),
            Offset = query.Whole("offset", 0, 0, int.MaxValue),
        };
        query.Done();
        var (products, total) = await catalog.List(filter, context.RequestAborted);
        context.Response.Headers[TotalHeader] = total.ToString(CultureInfo.InvariantCulture);
        return new JsonAnswer(products.Select(ProductAnswer.Of).ToImmutableArray());
    }

    private static async Task<IResult> Get(HttpContext context, string id, CatalogService catalog)
    {
        var number = PathNumber.Read(id, "product_id");
        return await catalog.Product(number).Get() is { } product
            ? await Shown(context, new() { Value = product, Version = product.Version }, catalog)
            : ApiError.NotFound($"Product with id {number} not found").ToResult();
    }

    private static async Task<IResult> Create(HttpContext context, CatalogService catalog)
    {
        var body = await context.ReadBody<CreateProductBody>();
        var outcome = await catalog.Create(context.CallContext(), await catalog.NextProduct(), body.ToDetails(), body.Stock ?? 0).WithinDeadline(context);
        if (outcome.Accepted)
            context.Response.Headers.Location = $"{Mounts.Store.Path}/api/v1/products/{outcome.Value.Id}";
        return await Shown(context, outcome, catalog, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Change(HttpContext context, string id, CatalogService catalog)
    {
        var number = PathNumber.Read(id, "product_id");
        var body = await context.ReadBody<UpdateProductBody>();
        if (body.IsEmpty)
            return new ApiError(StatusCodes.Status400BadRequest, "no_fields", "No fields provided for update").ToResult();
        if (!body.IsPriceOnly && !context.Caller().Is(Mounts.Store, "product_manager"))
            return ApiError.Forbidden("Sales managers may change the price only").ToResult();
        return await Shown(context, await catalog.Change(context.CallContext(), number, body.ToCommand(), body.Stock).WithinDeadline(context), catalog);
    }

    private static async Task<IResult> Delete(HttpContext context, string id, CatalogService catalog)
    {
        var outcome = await catalog.Product(PathNumber.Read(id, "product_id")).Delete(context.CallContext()).WithinDeadline(context);
        return outcome.Accepted ? Results.NoContent() : outcome.Refusal.ToError().ToResult();
    }

    private static async Task<IResult> SetDiscount(HttpContext context, CatalogService catalog, CatalogQueries queries)
    {
        var body = await context.ReadBody<DiscountBody>();
        return await Discount(context, body.ProductIds!.Value, body.DiscountRate, catalog, queries);
    }

    private static async Task<IResult> ClearDiscount(HttpContext context, CatalogService catalog, CatalogQueries queries)
    {
        var body = await context.ReadBody<ClearDiscountBody>();
        return await Discount(context, body.ProductIds!.Value, null, catalog, queries);
    }

    private static async Task<IResult> Discount(HttpContext context, ImmutableArray<long> ids, decimal? rate, CatalogService catalog, CatalogQueries queries)
    {
        var outcomes = await catalog.Discount(
            context.CallContext(), ids.Distinct().Order().Select(i => i.ToString(CultureInfo.InvariantCulture)), rate).WithinDeadline(context);
        if (outcomes.FirstOrDefault(o => !o.Accepted) is { Refusal: { } refusal })
            return refusal.ToError().ToResult();
        if (outcomes.IsEmpty)
            return ApiError.NotFound("No products found for the provided IDs").ToResult();
        if (outcomes.All(o => o.Replayed))
            context.Response.Headers[Answer.ReplayedHeader] = "true";
        var products = await queries.Complete([.. outcomes.Select(o => o.Value!)], context.RequestAborted);
        return new JsonAnswer(products.Select(ProductAnswer.Of).ToImmutableArray());
    }

    // The ETag is the catalog data's version, for If-Match. The stock in the answer moves without it, so a read is never answered by 304.
    private static async Task<IResult> Shown(HttpContext context, Outcome<ProductView> outcome, CatalogService catalog, int status = StatusCodes.Status200OK)
    {
        var listed = outcome.Accepted ? await catalog.Complete(outcome.Value) : null;
        return Answer.Of(context, outcome, _ => ProductAnswer.Of(listed!), status);
    }
}
