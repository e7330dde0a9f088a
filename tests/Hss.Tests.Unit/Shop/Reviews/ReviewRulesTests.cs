using System.Globalization;
using Hss.Grains.Entities;
using Hss.Grains.Shop;
using Hss.Grains.Shop.Reviews;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Shop.Reviews;

public sealed class ReviewRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly SubmitReview Both = new("7", "a1", "Ada Lovelace", "12", 4, "Warm and light");
    private static readonly ReviewState New = new("7.a1");

    private static ReviewState Pending => Fold(New, ReviewRules.Submit(New, 3, Both, Now));

    private static ReviewState Approved => Fold(Pending, ReviewRules.Approve(Pending, "m1", Now.AddHours(1)));

    private static ReviewState Disapproved => Fold(Pending, ReviewRules.Reject(Pending, "m1", Now.AddHours(1)));

    private static ReviewState Removed => Fold(Approved, ReviewRules.Remove(Approved, Now.AddHours(2)));

    private static ReviewState Fold(ReviewState state, Decision decision) => decision.Events.Aggregate(state, ReviewRules.Apply);

    private static ReviewChanged? Changed(Decision decision) =>
        (ReviewChanged?)decision.Effects.SingleOrDefault(e => e.Target == ShopEffects.ReviewChanged)?.Payload;

    [Theory]
    [InlineData(4, null, ReviewStatus.Approved, true)]
    [InlineData(4, "Warm and light", ReviewStatus.Pending, false)]
    [InlineData(null, "Warm and light", ReviewStatus.Pending, false)]
    public void Submit_WithAnyComment_WaitsForAModerator(int? rating, string? comment, string status, bool rated)
    {
        var decision = ReviewRules.Submit(New, 3, Both with { Rating = rating, Comment = comment }, Now);
        var review = Fold(New, decision);
        Assert.Equal((status, 3L, "7", "a1", "Ada Lovelace", "12", rating, comment), (review.Status, review.Number, review.ProductId, review.UserId, review.UserName, review.OrderId, review.Rating, review.Comment));
        Assert.Equal((null, status == ReviewStatus.Approved ? Now : (DateTimeOffset?)null), (review.ApprovedBy, review.ApprovedAt));
        Assert.Equal(new ReviewChanged("7", rated), Changed(decision));
    }

    [Fact]
    public void Submit_TheSecondTime_IsRefused_WhateverBecameOfTheFirst()
    {
        Assert.All([Pending, Approved, Disapproved, Removed], review =>
        {
            Assert.Equal(ReviewCodes.NotAllowed, ReviewRules.MaySubmit(review).Refusal!.Code);
            Assert.Equal(ReviewCodes.NotAllowed, ReviewRules.Submit(review, 4, Both, Now).Refusal!.Code);
        });
        Assert.Equal(Decision.Unchanged, ReviewRules.MaySubmit(New));
    }

    [Fact]
    public void Approve_ShowsThePendingAndTheDisapproved_AndTheSecondTimeChangesNothing()
    {
        Assert.All([Pending, Disapproved], review =>
        {
            var decision = ReviewRules.Approve(review, "m2", Now.AddHours(3));
            var approved = Fold(review, decision);
            Assert.Equal((ReviewStatus.Approved, "m2", Now.AddHours(3)), (approved.Status, approved.ApprovedBy, approved.ApprovedAt));
            Assert.Equal(new ReviewChanged("7", true), Changed(decision));
            Assert.Equal(Decision.Unchanged, ReviewRules.Approve(approved, "m3", Now.AddHours(4)));
        });
    }

    [Fact]
    public void Reject_KeepsTheReview_AndCountsOnlyWhenItWasShown()
    {
        var (first, later) = (ReviewRules.Reject(Pending, "m2", Now.AddHours(3)), ReviewRules.Reject(Approved, "m2", Now.AddHours(3)));
        Assert.Null(Changed(first));
        Assert.Equal(new ReviewChanged("7", true), Changed(later));
        Assert.All([Fold(Pending, first), Fold(Approved, later)], review =>
        {
            Assert.Equal((ReviewStatus.Disapproved, null, null, "Warm and light"), (review.Status, review.ApprovedBy, review.ApprovedAt, review.Comment));
            Assert.Equal(Decision.Unchanged, ReviewRules.Reject(review, "m3", Now.AddHours(4)));
        });
    }

    [Fact]
    public void ACommentWithoutARating_NeverChangesTheAverage()
    {
        var words = Fold(New, ReviewRules.Submit(New, 3, Both with { Rating = null }, Now));
        var approve = ReviewRules.Approve(words, "m1", Now);
        Assert.Null(Changed(approve));
        Assert.Null(Changed(ReviewRules.Reject(Fold(words, approve), "m1", Now)));
    }

    [Fact]
    public void WhatIsNotThere_IsNotFound()
    {
        Assert.All([New, Removed], review =>
        {
            Assert.Equal(RefusalCodes.NotFound, ReviewRules.Approve(review, "m1", Now).Refusal!.Code);
            Assert.Equal(RefusalCodes.NotFound, ReviewRules.Reject(review, "m1", Now).Refusal!.Code);
            Assert.Equal(Decision.Unchanged, ReviewRules.Remove(review, Now));
        });
        Assert.Equal("Review 3 not found", ReviewRules.Approve(Removed, "m1", Now).Refusal!.Message);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("5", "5")]
    [InlineData("1 2", "1.5")]
    [InlineData("5 5 4", "4.67")]
    [InlineData("1 1 2", "1.33")]
    [InlineData("1 1 1 1 1 1 1 2", "1.13")]
    public void Average_HasTwoDecimals_RoundedHalfAwayFromZero(string ratings, string? expected) => Assert.Equal(
        expected is null ? null : decimal.Parse(expected, CultureInfo.InvariantCulture),
        ReviewRules.Average([.. ratings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => int.Parse(r, CultureInfo.InvariantCulture))]));

    [Fact]
    public void AnyOrderOfCommands_FoldsToTheStoredState_AndWritesAtMostOnce() => FoldProperty.Holds(
        ReviewKind.Instance,
        "7.a1",
        [
            (s, now) => ReviewRules.Submit(s, 3, Both, now),
            (s, now) => ReviewRules.Submit(s, 4, Both with { Comment = null }, now),
            (s, now) => ReviewRules.Approve(s, "m1", now),
            (s, now) => ReviewRules.Reject(s, "m2", now),
            ReviewRules.Remove,
        ],
        (_, events) => events.OfType<ReviewSubmitted>().Count() <= 1);
}
