using Hss.Grains.Entities;
using Hss.Grains.Numbers;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Numbers;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Reviews;

/// <summary>One review. One command at a time: of many first calls one takes a number, and the others meet the review.</summary>
[GrainType("review")]
public sealed class ReviewGrain(EntityServices services, IGrainFactory grains) : ProcessGrain<ReviewState>(ReviewKind.Instance, services), IReviewGrain
{
    private const string Numbers = "store.review";

    /// <inheritdoc />
    public async Task<Outcome<ReviewView>> Submit(CallContext context, SubmitReview command)
    {
        var allowed = await Execute(context, static (state, _) => ReviewRules.MaySubmit(state), ReviewViews.Of);
        if (allowed.Replayed || !allowed.Accepted)
            return allowed;
        var sequence = grains.GetGrain<ISequenceGrain>(SequenceKind.Instance.Key(Numbers).ToString());
        var number = await sequence.Take(CallContext.System(context.RequestId), 1);
        return await Execute(context, (state, now) => ReviewRules.Submit(state, number.Value, command, now), ReviewViews.Of);
    }

    /// <inheritdoc />
    public Task<Outcome<ReviewView>> Approve(CallContext context) =>
        Execute(context, (state, now) => ReviewRules.Approve(state, context.Actor, now), ReviewViews.Of);

    /// <inheritdoc />
    public Task<Outcome<ReviewView>> Reject(CallContext context) =>
        Execute(context, (state, now) => ReviewRules.Reject(state, context.Actor, now), ReviewViews.Of);

    /// <inheritdoc />
    public Task<Outcome<bool>> Remove(CallContext context) => Execute(context, ReviewRules.Remove, static _ => true);

    /// <inheritdoc />
    public Task<ReviewView?> Get() => Read(static (state, version) => state.Exists ? ReviewViews.Of(state) with { Version = version } : null);
}
