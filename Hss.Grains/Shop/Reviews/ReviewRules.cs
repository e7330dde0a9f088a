using System.Globalization;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Reviews;

/// <summary>The rules of reviews: one an account and product, and who says something is read before it is shown.</summary>
public static class ReviewRules
{
    /// <summary>Why a review cannot be written (the fact file's words).</summary>
    public static readonly Refusal NotAllowed = new(
        ReviewCodes.NotAllowed,
        "Cannot create review. You must have a delivered order with this product, and you can review it only once.");

    /// <summary>The entity's id: whoever writes a second one meets the first.</summary>
    public static string IdOf(string product, string account) => $"{product}.{account}";

    /// <summary>Whether a review may still be written here.</summary>
    public static Decision MaySubmit(ReviewState state) => state.Status.Length == 0 ? Decision.Unchanged : NotAllowed;

    /// <summary>Writes it.</summary>
    public static Decision Submit(ReviewState state, long number, SubmitReview command, DateTimeOffset now)
    {
        if (MaySubmit(state).Refusal is { } refusal)
            return refusal;
        var status = command.Comment is null ? ReviewStatus.Approved : ReviewStatus.Pending;
        return Decision.Accept(new ReviewSubmitted(
                number, command.ProductId, command.UserId, command.UserName, command.OrderId, command.Rating, command.Comment, status, now))
            .With(Changed(command.ProductId, status == ReviewStatus.Approved));
    }

    /// <summary>Shows it to everybody.</summary>
    public static Decision Approve(ReviewState state, string moderator, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound(state);
        return state.Status == ReviewStatus.Approved ? Decision.Unchanged : Moderated(state, new ReviewApproved(moderator, now), counts: state.Rating is not null);
    }

    /// <summary>Keeps it from everybody.</summary>
    public static Decision Reject(ReviewState state, string moderator, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound(state);
        return state.Status == ReviewStatus.Disapproved
            ? Decision.Unchanged
            : Moderated(state, new ReviewRejected(moderator, now), counts: state.Status == ReviewStatus.Approved && state.Rating is not null);
    }

    /// <summary>Takes it away with its product.</summary>
    public static Decision Remove(ReviewState state, DateTimeOffset now) => state.Exists ? Decision.Accept(new ReviewRemoved(now)) : Decision.Unchanged;

    /// <summary>The average of ratings to two decimals, rounded half away from zero; null for none.</summary>
    public static decimal? Average(IReadOnlyCollection<int> ratings) =>
        ratings.Count == 0 ? null : Math.Round(ratings.Sum(r => (decimal)r) / ratings.Count, 2, MidpointRounding.AwayFromZero);

    /// <summary>The state after an event.</summary>
    public static ReviewState Apply(ReviewState state, IEntityEvent e) => e switch
    {
        ReviewSubmitted s => state with
        {
            Status = s.Status,
            Number = s.Number,
            ProductId = s.ProductId,
            UserId = s.UserId,
            UserName = s.UserName,
            OrderId = s.OrderId,
            Rating = s.Rating,
            Comment = s.Comment,
            ApprovedAt = s.Status == ReviewStatus.Approved ? s.At : null,
            CreatedAt = s.At,
            UpdatedAt = s.At,
        },
        ReviewApproved a => state with { Status = ReviewStatus.Approved, ApprovedBy = a.By, ApprovedAt = a.At, UpdatedAt = a.At },
        ReviewRejected r => state with { Status = ReviewStatus.Disapproved, ApprovedBy = null, ApprovedAt = null, UpdatedAt = r.At },
        ReviewRemoved r => state with { Status = ReviewStatus.Removed, UpdatedAt = r.At },
        _ => throw new InvalidOperationException($"A review has no event {e.GetType().Name}"),
    };

    /// <summary>Why there is no review under a number (the fact file's words).</summary>
    public static Refusal NotFound(string number) => new(RefusalCodes.NotFound, $"Review {number} not found");

    private static Refusal NotFound(ReviewState state) => NotFound(state.Number.ToString(CultureInfo.InvariantCulture));

    private static Decision Moderated(ReviewState state, IEntityEvent e, bool counts) =>
        counts ? Decision.Accept(e).With(Changed(state.ProductId, rated: true)) : Decision.Accept(e);

    private static Effect Changed(string product, bool rated) => new("changed", ShopEffects.ReviewChanged, new ReviewChanged(product, rated));
}
