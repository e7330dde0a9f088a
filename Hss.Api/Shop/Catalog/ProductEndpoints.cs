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
    private static readonly QueryParameter<string?> Text = Parameters.Text("q", "Only products whose name, model, description, distributor or serial number has this text");
    private static readonly QueryParameter<long?> Category = Parameters.Optional("category_id", "Only products of this category", 1, long.MaxValue);
    private static readonly QueryParameter<decimal?> MinPrice = Parameters.Number("min_price", "Only products whose final_price is at least this", 0, (decimal)CreateProductBody.MaxPrice);
    private static readonly QueryParameter<decimal?> MaxPrice = Parameters.Number("max_price", "Only products whose final_price is at most this", 0, (decimal)CreateProductBody.MaxPrice);
    private static readonly QueryParameter<bool?> InStock = Parameters.Flag("in_stock", "Only products that are in stock, or only those that are not");
    private static readonly QueryParameter<string?> Sort = Parameters.Choice("sort", "The order; - is downwards, rating has the best first", CatalogQueries.Sorts, ProductFilter.All.Sort);
    private static readonly QueryParameter<long?> Limit = Parameters.Optional("limit", "How many products to answer at most; all of them without it", 1, 200);

    /// <summary>Maps them.</summary>
    public static void MapProducts(this RouteGroupBuilder store)
    {
        var products = store.MapGroup("/api/v1/products").WithTags("Products").PathNumber("id", "The product's number");
        products.MapGet("/", List).WithSummary("Search and list products")
            .Query(Text, Category, MinPrice, MaxPrice, InStock, Sort, Limit, Parameters.Offset).Answers(typeof(ImmutableArray<ProductAnswer>));
        products.MapGet("/{id}", Get).WithSummary("Read a product").Answers(typeof(ProductAnswer));
        products.MapPost("/", Create).WithSummary("Make a product")
            .Needs(Mounts.Store, "product_manager").Body(typeof(CreateProductBody)).Answers(typeof(ProductAnswer), 201);
        products.MapPut("/{id}", Change).WithSummary("Change a product; sales managers its price only")
            .Needs(Mounts.Store, "product_manager", "sales_manager").Body(typeof(UpdateProductBody)).Answers(typeof(ProductAnswer));
        products.MapDelete("/{id}", Delete).WithSummary("Delete a product; orders keep their lines").Needs(Mounts.Store, "product_manager").AnswersNothing();
        products.MapPatch("/discount", SetDiscount).WithSummary("Set a discount on products")
            .Needs(Mounts.Store, "sales_manager", "product_manager").Body(typeof(DiscountBody)).Answers(typeof(ImmutableArray<ProductAnswer>));
        products.MapPatch("/discount/clear", ClearDiscount).WithSummary("Take the discount off products")
            .Needs(Mounts.Store, "sales_manager", "product_manager").Body(typeof(ClearDiscountBody)).Answers(typeof(ImmutableArray<ProductAnswer>));
    }

    private static async Task<IResult> List(HttpContext context, CatalogQueries catalog)
    {
        var query = new QueryReader(context);
        var filter = new ProductFilter
        {
            Text = query.Get(Text),
            CategoryId = query.Get(Category)?.ToString(CultureInfo.InvariantCulture),
            MinPrice = query.Get(MinPrice),
            MaxPrice = query.Get(MaxPrice),
            InStock = query.Get(InStock),
            Sort = query.Get(Sort)!,
            Limit = (int?)query.Get(Limit),
            Offset = query.Get(Parameters.Offset),
        };
        query.Done();
        var (products, total) = await catalog.List(filter, context.RequestAborted);
        context.TotalCount(total);
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
