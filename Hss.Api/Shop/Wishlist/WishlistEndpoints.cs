using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Api.Shop.Catalog;
using Hss.Interfaces.Entities;
using Hss.Silo.Shop.Wishlist;

namespace Hss.Api.Shop.Wishlist;

/// <summary>The caller's wishes, <c>/store/api/v1/wishlist</c>.</summary>
public static class WishlistEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapWishlist(this RouteGroupBuilder store)
    {
        var wishlist = store.MapGroup("/api/v1/wishlist").WithTags("Wishlist").SignedIn().PathNumber("id", "The product's number");
        wishlist.MapGet("/", List).WithSummary("List the products that the caller wishes for, the newest wish first").Answers(typeof(ImmutableArray<ProductAnswer>));
        wishlist.MapPost("/", Add).WithSummary("Wish for a product").Body(typeof(WishBody)).Answers(typeof(ProductAnswer), 201);
        wishlist.MapDelete("/", Clear).WithSummary("End all wishes").AnswersNothing();
        wishlist.MapDelete("/{id}", Remove).WithSummary("End a wish").AnswersNothing();
    }

    // The ETag is the list's version, for If-Match; the products in it change without it, so a read is never answered by 304.
    private static async Task<IResult> List(HttpContext context, WishlistService wishlists)
    {
        var (products, version) = await wishlists.Products(context.Caller().Id, context.RequestAborted);
        return Answer.Of(context, new Outcome<ImmutableArray<ProductAnswer>> { Value = [.. products.Select(ProductAnswer.Of)], Version = version }, static p => p);
    }

    private static async Task<IResult> Add(HttpContext context, WishlistService wishlists)
    {
        var body = await context.ReadBody<WishBody>();
        var outcome = await wishlists.Add(context.CallContext(), body.ProductId!.Value.ToString(CultureInfo.InvariantCulture)).WithinDeadline(context);
        return Answer.Of(context, outcome, ProductAnswer.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Remove(HttpContext context, string id, WishlistService wishlists) =>
        Gone(await wishlists.Wishlist(context.Caller().Id).Remove(context.CallContext(), PathNumber.Read(id, "product_id")).WithinDeadline(context));

    private static async Task<IResult> Clear(HttpContext context, WishlistService wishlists) =>
        Gone(await wishlists.Wishlist(context.Caller().Id).Clear(context.CallContext()).WithinDeadline(context));

    private static IResult Gone(Outcome<bool> outcome) => outcome.Accepted ? Results.NoContent() : outcome.Refusal.ToError().ToResult();
}

/// <summary>A product to wish for.</summary>
[NumericText]
public sealed record WishBody
{
    /// <summary>The product's number.</summary>
    [Required, Range(1, CreateProductBody.MaxId)]
    public long? ProductId { get; init; }
}
