using System.Collections.Immutable;
using System.Globalization;
using Hss.Api.Identity;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Shop.Reviews;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Silo.Identity;
using Hss.Silo.Shop.Reviews;

namespace Hss.Api.Shop.Reviews;

/// <summary>Reviews, <c>/store/api/v1/products/{id}/reviews</c> and <c>/store/api/v1/reviews</c>.</summary>
public static class ReviewEndpoints
{
    private const string Moderator = "product_manager";

    private static readonly QueryParameter<long?> Limit = Parameters.Optional("limit", "How many reviews to answer at most; all of them without it", 1, 200);

    /// <summary>Maps them.</summary>
    public static void MapReviews(this RouteGroupBuilder store)
    {
        var ofProduct = store.MapGroup("/api/v1/products/{id}/reviews").WithTags("Reviews").PathNumber("id", "The product's number");
        ofProduct.MapPost("/", Create).WithSummary("Review a product of a delivered order")
            .Needs(Mounts.Store, "customer").Body(typeof(CreateReviewBody)).Answers(typeof(ReviewAnswer), 201);
        ofProduct.MapGet("/", OfProduct).WithSummary("List a product's approved reviews, and the caller's own, newest first").Answers(typeof(ImmutableArray<ReviewAnswer>));

        var reviews = store.MapGroup("/api/v1/reviews").WithTags("Reviews").PathNumber("id", "The review's number");
        reviews.MapGet("/pending", Pending).WithSummary("List the reviews that wait for a moderator, oldest first")
            .Needs(Mounts.Store, Moderator).Query(Limit, Parameters.Offset).Answers(typeof(ImmutableArray<ReviewAnswer>));
        reviews.MapGet("/my-reviews", Own).WithSummary("List the caller's reviews, newest first")
            .Needs(Mounts.Store, "customer").Query(Limit, Parameters.Offset).Answers(typeof(ImmutableArray<ReviewAnswer>));
        reviews.MapGet("/{id}", Get).WithSummary("Read an approved review").AnswersOne(typeof(ReviewAnswer));
        reviews.MapPatch("/{id}/approve", Approve).WithSummary("Show a review to everybody").Needs(Mounts.Store, Moderator).Answers(typeof(ReviewAnswer));
        reviews.MapDelete("/{id}/reject", Reject).WithSummary("Keep a review from everybody").Needs(Mounts.Store, Moderator).AnswersNothing();
    }

    private static async Task<IResult> Create(HttpContext context, string id, ReviewService reviews, IdentityService identity)
    {
        var product = PathNumber.Read(id, "product_id");
        var body = (await context.ReadBody<CreateReviewBody>()).Checked();
        var profile = (await identity.Account(context.Caller().Id).Get())!.ProfileIn(Mounts.Store.Name);
        var outcome = await reviews.Submit(
            context.CallContext(), product, PersonName.Join(profile.FirstName, profile.LastName), body.Rating, body.Comment?.Trim(), context.RequestAborted).WithinDeadline(context);
        if (outcome.Accepted)
            context.Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"{Mounts.Store.Path}/api/v1/reviews/{outcome.Value.Number}");
        return Answer.Of(context, outcome, ReviewAnswer.Of, StatusCodes.Status201Created);
    }

    // The author sees what they wrote among the approved ones, whatever a moderator thinks of it.
    private static async Task<IResult> OfProduct(HttpContext context, string id, ReviewQueries queries, ReviewService reviews)
    {
        var product = PathNumber.Read(id, "product_id");
        var shown = await queries.Approved(product, context.RequestAborted);
        if (context.CallerOrNull() is { } caller && await reviews.Review(product, caller.Id).Get() is { } own)
            shown = [.. shown.Where(r => r.Number != own.Number).Append(own).OrderByDescending(r => r.Number)];
        return new JsonAnswer(shown.Select(ReviewAnswer.Of).ToImmutableArray());
    }

    private static Task<IResult> Pending(HttpContext context, ReviewQueries queries) => List(context, queries.Pending);

    private static Task<IResult> Own(HttpContext context, ReviewQueries queries) =>
        List(context, (limit, offset, cancellation) => queries.Of(context.Caller().Id, limit, offset, cancellation));

    private static async Task<IResult> List(HttpContext context, Func<int, int, CancellationToken, Task<(ImmutableArray<ReviewView> Reviews, long Total)>> list)
    {
        var query = new QueryReader(context);
        var (limit, offset) = ((int)(query.Get(Limit) ?? int.MaxValue), query.Get(Parameters.Offset));
        query.Done();
        var (page, total) = await list(limit, offset, context.RequestAborted);
        context.TotalCount(total);
        return new JsonAnswer(page.Select(ReviewAnswer.Of).ToImmutableArray());
    }

    // What is not approved is there for its author and for moderators only.
    private static async Task<IResult> Get(HttpContext context, string id, ReviewQueries queries)
    {
        var number = PathNumber.Read(id, "review_id");
        var review = await queries.Find(number, context.RequestAborted);
        return review is not null && MaySee(review, context.CallerOrNull())
            ? Answer.One(context, review.Version, ReviewAnswer.Of(review))
            : ReviewRules.NotFound(number).ToError().ToResult();
    }

    private static bool MaySee(ReviewView review, Caller? caller) =>
        review.Status == ReviewStatus.Approved || (caller is not null && (caller.Id == review.UserId || caller.Is(Mounts.Store, Moderator)));

    private static async Task<IResult> Approve(HttpContext context, string id, ReviewQueries queries, ReviewService reviews) =>
        Answer.Of(context, await Moderate(context, id, queries, reviews, static (review, call) => review.Approve(call)), ReviewAnswer.Of);

    private static async Task<IResult> Reject(HttpContext context, string id, ReviewQueries queries, ReviewService reviews)
    {
        var outcome = await Moderate(context, id, queries, reviews, static (review, call) => review.Reject(call));
        return outcome.Accepted ? Results.NoContent() : outcome.Refusal.ToError().ToResult();
    }

    private static async Task<Outcome<ReviewView>> Moderate(
        HttpContext context, string id, ReviewQueries queries, ReviewService reviews, Func<IReviewGrain, CallContext, Task<Outcome<ReviewView>>> decide)
    {
        var number = PathNumber.Read(id, "review_id");
        if (await queries.Find(number, context.RequestAborted) is not { } review)
            return ReviewRules.NotFound(number);
        return await decide(reviews.Review(review.ProductId, review.UserId), context.CallContext()).WithinDeadline(context);
    }
}
