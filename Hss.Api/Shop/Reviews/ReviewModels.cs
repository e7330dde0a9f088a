using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Wire;
using Hss.Grains.Shop.Reviews;
using Hss.Interfaces.Shop;

namespace Hss.Api.Shop.Reviews;

/// <summary>A review to write: a rating, a comment, or both.</summary>
[NumericText]
public sealed record CreateReviewBody
{
    /// <summary>1..5.</summary>
    [Range(1, 5)]
    public int? Rating { get; init; }

    /// <summary>10..1,000 characters.</summary>
    [StringLength(1000, MinimumLength = 10)]
    public string? Comment { get; init; }

    /// <summary>Checks that one of both is there.</summary>
    /// <exception cref="ApiException">422.</exception>
    public CreateReviewBody Checked() => Rating is not null || Comment is not null
        ? this
        : throw new ApiException(ApiError.Invalid("The request has invalid fields", new FieldFault(FieldFaultKind.Rule, [], "must have a rating or a comment", null)));
}

/// <summary>A review.</summary>
/// <param name="Status"><c>pending</c>, <c>approved</c> or <c>disapproved</c>.</param>
public sealed record ReviewAnswer(
    long Id,
    long ProductId,
    string UserId,
    string UserName,
    long OrderId,
    int? Rating,
    string? Comment,
    string Status,
    bool IsApproved,
    string? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>As the store shows it.</summary>
    public static ReviewAnswer Of(ReviewView review) => new(
        review.Number,
        long.Parse(review.ProductId, CultureInfo.InvariantCulture),
        review.UserId,
        review.UserName,
        long.Parse(review.OrderId, CultureInfo.InvariantCulture),
        review.Rating,
        review.Comment,
        review.Status,
        review.Status == ReviewStatus.Approved,
        review.ApprovedBy,
        review.ApprovedAt,
        review.CreatedAt,
        review.UpdatedAt);
}
