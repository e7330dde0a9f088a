using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Shop;
using Hss.Silo.Shop.Catalog;

namespace Hss.Api.Shop.Catalog;

/// <summary>Categories, <c>/store/api/v1/categories</c>.</summary>
public static class CategoryEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapCategories(this RouteGroupBuilder store)
    {
        var categories = store.MapGroup("/api/v1/categories").WithTags("Categories").PathNumber("id", "The category's number");
        categories.MapGet("/", List).WithSummary("List all categories").Answers(typeof(ImmutableArray<CategoryAnswer>));
        categories.MapGet("/{id}", Get).WithSummary("Read a category").AnswersOne(typeof(CategoryAnswer));
        categories.MapPost("/", Create).WithSummary("Make a category")
            .Needs(Mounts.Store, "product_manager").Body(typeof(CategoryBody)).Answers(typeof(CategoryAnswer), 201);
        categories.MapPut("/{id}", Rename).WithSummary("Rename a category")
            .Needs(Mounts.Store, "product_manager").Body(typeof(CategoryBody)).Answers(typeof(CategoryAnswer));
        categories.MapDelete("/{id}", Delete).WithSummary("Delete a category that no product is in").Needs(Mounts.Store, "product_manager").AnswersNothing();
    }

    private static async Task<IResult> List(HttpContext context, CatalogQueries catalog) =>
        new JsonAnswer((await catalog.Categories(context.RequestAborted)).Select(CategoryAnswer.Of).ToImmutableArray());

    private static async Task<IResult> Get(HttpContext context, string id, CatalogService catalog)
    {
        var number = PathNumber.Read(id, "category_id");
        return await catalog.Category(number).Get() is { } category
            ? Answer.One(context, category.Version, CategoryAnswer.Of(category))
            : ApiError.NotFound($"Category with id {number} not found").ToResult();
    }

    private static async Task<IResult> Create(HttpContext context, CatalogService catalog)
    {
        var body = await context.ReadBody<CategoryBody>();
        var outcome = await catalog.CreateCategory(context.CallContext(), await catalog.NextCategory(), body.Name!).WithinDeadline(context);
        if (outcome.Accepted)
            context.Response.Headers.Location = $"{Mounts.Store.Path}/api/v1/categories/{outcome.Value.Id}";
        return Answer.Of(context, outcome, CategoryAnswer.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Rename(HttpContext context, string id, CatalogService catalog)
    {
        var number = PathNumber.Read(id, "category_id");
        var body = await context.ReadBody<CategoryBody>();
        return Answer.Of(context, await catalog.RenameCategory(context.CallContext(), number, body.Name!).WithinDeadline(context), CategoryAnswer.Of);
    }

    private static async Task<IResult> Delete(HttpContext context, string id, CatalogService catalog)
    {
        var outcome = await catalog.Category(PathNumber.Read(id, "category_id")).Delete(context.CallContext()).WithinDeadline(context);
        return outcome.Accepted ? Results.NoContent() : outcome.Refusal.ToError().ToResult();
    }
}

/// <summary>A category to make, or its new name.</summary>
public sealed record CategoryBody
{
    /// <summary>1..100 characters; it is trimmed, each word gets a capital, and no two categories have the same without regard to case.</summary>
    [Required, StringLength(100)]
    public string? Name { get; init; }
}

/// <summary>A category as the store shows it.</summary>
public sealed record CategoryAnswer(long Id, string Name)
{
    /// <summary>The answer for a category.</summary>
    public static CategoryAnswer Of(CategoryView category) => new(long.Parse(category.Id, CultureInfo.InvariantCulture), category.Name);
}
