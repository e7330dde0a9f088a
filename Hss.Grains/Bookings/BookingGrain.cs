using Hss.Grains.Entities;
using Hss.Interfaces.Bookings;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Bookings;

/// <summary>One booking: every change goes through its rules and its journal, one after the other.</summary>
[GrainType("booking")]
public sealed class BookingGrain(EntityServices services) : AggregateGrain<BookingState>(BookingKind.Instance, services), IBookingGrain
{
    /// <inheritdoc />
    public Task<Outcome<BookingView>> Submit(CallContext context, SubmitBooking command) =>
        Execute(context, (state, now) => BookingRules.Submit(state, command, now), BookingViews.Of);

    /// <inheritdoc />
    public Task<Outcome<BookingView>> ChangeStatus(CallContext context, string status) =>
        Execute(context, (state, now) => BookingRules.ChangeStatus(state, status, now), BookingViews.Of);

    /// <inheritdoc />
    public Task<Outcome<BookingView>> Approve(CallContext context) =>
        Execute(context, (state, now) => BookingRules.Approve(state, context.Role, now), BookingViews.Of);

    /// <inheritdoc />
    public Task<Outcome<BookingView>> Pay(CallContext context, string method) =>
        Execute(context, (state, now) => BookingRules.Pay(state, method, context.Actor, context.Role, now), BookingViews.Of);

    /// <inheritdoc />
    public Task<BookingView?> Get() => Read((state, version) => state.Exists ? BookingViews.Of(state) with { Version = version } : null);
}
