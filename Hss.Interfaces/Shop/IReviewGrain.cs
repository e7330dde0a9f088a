using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Shop;

/// <summary>
/// One account's review of one product, keyed by both (<c>review/&lt;product&gt;.&lt;account&gt;</c>): so there is never a second. Callers know it by
/// a number, which it takes when it is written.
/// </summary>
[GrainTier(GrainTier.Resource), Alias("hss.shop.review")]
public interface IReviewGrain : IEntityGrain
{
    /// <summary>
    /// Writes the review. A rating alone is approved at once; whoever says something waits for a moderator. Refused with
    /// <see cref="ReviewCodes.NotAllowed"/> when there is one already; that uses up no number.
    /// </summary>
    [Alias("submit")]
    Task<Outcome<ReviewView>> Submit(CallContext context, SubmitReview command);

    /// <summary>A moderator shows the review to everybody. Approving again changes nothing.</summary>
    [Alias("approve")]
    Task<Outcome<ReviewView>> Approve(CallContext context);

    /// <summary>A moderator keeps the review from everybody, also one that was shown. It stays the account's only one.</summary>
    [Alias("reject")]
    Task<Outcome<ReviewView>> Reject(CallContext context);

    /// <summary>The product is gone, and the review with it. Where there is none nothing changes.</summary>
    [Alias("remove")]
    Task<Outcome<bool>> Remove(CallContext context);

    /// <summary>The committed review, or null (also when it was removed).</summary>
    [Alias("get"), AlwaysInterleave]
    Task<ReviewView?> Get();
}

/// <summary>Refusal codes of reviews beside the common ones.</summary>
public static class ReviewCodes
{
    /// <summary>The account has no delivered order with the product, or has reviewed it (400).</summary>
    public const string NotAllowed = "review_not_allowed";
}

/// <summary>A review to write.</summary>
/// <param name="UserName">First and last name of now.</param>
/// <param name="OrderId">The delivered order with the product.</param>
/// <param name="Rating">1..5, or null.</param>
/// <param name="Comment">10..1000 characters, or null; one of both is there.</param>
[GenerateSerializer, Alias("hss.shop.submit-review"), Immutable]
public sealed record SubmitReview(
    [property: Id(0)] string ProductId,
    [property: Id(1)] string UserId,
    [property: Id(2)] string UserName,
    [property: Id(3)] string OrderId,
    [property: Id(4)] int? Rating,
    [property: Id(5)] string? Comment);

/// <summary>A review as callers see it.</summary>
/// <param name="Number">Unique among all reviews.</param>
/// <param name="Status"><c>pending</c>, <c>approved</c> or <c>disapproved</c>.</param>
/// <param name="ApprovedBy">The moderator; null when nobody had to decide.</param>
[GenerateSerializer, Alias("hss.shop.review-view"), Immutable]
public sealed record ReviewView(
    [property: Id(0)] long Number,
    [property: Id(1)] string ProductId,
    [property: Id(2)] string UserId,
    [property: Id(3)] string UserName,
    [property: Id(4)] string OrderId,
    [property: Id(5)] int? Rating,
    [property: Id(6)] string? Comment,
    [property: Id(7)] string Status,
    [property: Id(8)] string? ApprovedBy,
    [property: Id(9)] DateTimeOffset? ApprovedAt,
    [property: Id(10)] DateTimeOffset CreatedAt,
    [property: Id(11)] DateTimeOffset UpdatedAt,
    [property: Id(12)] long Version);
