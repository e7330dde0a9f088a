using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Silo.Assets.References;

namespace Hss.Api.Assets.References;

/// <summary>Categories of assets, <c>/sams/api/v1/categories</c>: members read, admins write.</summary>
public static class AssetCategoryEndpoints
{
    private const string Unknown = "Category not found";

    private static readonly QueryParameter<bool?> Active = Parameters.Flag("is_active", "Only those that are switched on, or off");

    /// <summary>Maps them.</summary>
    public static void MapAssetCategories(this RouteGroupBuilder sams)
    {
        var categories = sams.MapGroup("/api/v1/categories").WithTags("Categories").Path("id", "The category's id, a UUID");
        categories.MapGet("/", List).WithSummary("List categories by name").NeedsMember().Query(Parameters.Skip, AssetLists.Limit, Active).Answers(typeof(AssetList<Category>));
        categories.MapGet("/{id}", Get).WithSummary("Read a category").NeedsMember().AnswersOne(typeof(Category));
        categories.MapPost("/", Create).WithSummary("Make a category").Needs(Mounts.Sams, AssetRoles.Admin)
            .Body(typeof(CreateCategoryRequest)).Answers(typeof(Category), 201).Refuses(400, "The code or the name is taken");
        categories.MapPut("/{id}", Update).WithSummary("Change a category; its code stays").Needs(Mounts.Sams, AssetRoles.Admin)
            .Body(typeof(UpdateCategoryRequest)).Answers(typeof(Category)).Refuses(400, "The name is taken");
        categories.MapDelete("/{id}", Delete).WithSummary("Delete a category that no asset is in").Needs(Mounts.Sams, AssetRoles.Admin)
            .AnswersNothing().Refuses(409, "Assets refer to it");
    }

    private static async Task<IResult> List(HttpContext context, AssetReferences references)
    {
        var query = new QueryReader(context);
        var (skip, limit, active) = (query.Get(Parameters.Skip), query.Get(AssetLists.Limit), query.Get(Active));
        query.Done();
        var (items, total) = await references.Categories(skip, limit, active, context.RequestAborted);
        return new JsonAnswer(new AssetList<Category>([.. items.Select(Category.Of)], total, skip, limit));
    }

    private static async Task<IResult> Get(HttpContext context, string id, ReferenceService references) =>
        await references.Category(PathId.Read(id, Unknown)).Get() is { } category
            ? Answer.One(context, category.Version, Category.Of(category))
            : ApiError.NotFound(Unknown).ToResult();

    private static async Task<IResult> Create(HttpContext context, ReferenceService references)
    {
        var body = await context.ReadBody<CreateCategoryRequest>();
        var call = context.CallContext();
        var outcome = await references.Create(call, ReferenceService.NewId(call), body.Details).WithinDeadline(context);
        return Answer.Of(context, outcome, Category.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Update(HttpContext context, string id, ReferenceService references)
    {
        var change = await context.ReadChange<UpdateCategoryRequest>();
        var category = PathId.Read(id, Unknown);
        var outcome = await references.Change(context.CallContext(), category, new(change.Fields, change.Body.Details, null)).WithinDeadline(context);
        return Answer.Of(context, outcome, Category.Of);
    }

    private static async Task<IResult> Delete(HttpContext context, string id, ReferenceService references)
    {
        var outcome = await references.Category(PathId.Read(id, Unknown)).Delete(context.CallContext()).WithinDeadline(context);
        return outcome.Accepted ? Results.NoContent() : outcome.Refusal.ToError().ToResult();
    }
}
