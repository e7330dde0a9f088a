namespace Hss.Baseline.Catalog;

/// <summary>Reading products.</summary>
internal static class ProductEndpoints
{
    public static void MapProducts(this WebApplication app) => app.MapGet("/store/api/v1/products/{id}", Get);

    private static async Task<IResult> Get(HttpContext context, string id, TokenCheck tokens, CatalogStore catalog)
    {
        if (tokens.Check(context.Request, "store", "customer", "product_manager", "sales_manager", "support_agent", "admin") is { Caller: null, Refused: var refused })
            return TypedResults.StatusCode(refused);
        return long.TryParse(id, out var number) && await catalog.Find(number, context.RequestAborted) is { } product
            ? TypedResults.Json(product, WireJson.Default.ProductAnswer)
            : TypedResults.Json(new Refused($"Product with id {id} not found"), WireJson.Default.Refused, statusCode: StatusCodes.Status404NotFound);
    }
}

/// <summary>A product as it is shown.</summary>
internal sealed record ProductAnswer(
    long Id,
    string Name,
    string Model,
    string SerialNumber,
    string? Description,
    decimal Price,
    long Stock,
    long CategoryId,
    string Category,
    string? Image,
    decimal? Rating,
    string? WarrantyStatus,
    string? Distributor,
    bool DiscountActive,
    decimal DiscountRate,
    decimal FinalPrice);
