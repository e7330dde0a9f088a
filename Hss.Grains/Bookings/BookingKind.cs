using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Bookings;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Bookings;

/// <summary>Bookings in the journal: stored names, lists and audience.</summary>
public sealed class BookingKind() : EntityKind<BookingState>(
    "booking",
    schema: 1,
    EventType.Of<BookingSubmitted>("booking.submitted"),
    EventType.Of<BookingApproved>("booking.approved"),
    EventType.Of<BookingStatusChanged>("booking.status_changed"),
    EventType.Of<PaymentCaptured>("booking.payment_captured"))
{
    /// <summary>The facet that holds the whole price in cents.</summary>
    public const string TotalFacet = "total";

    /// <summary>The facet that holds what was captured, in cents.</summary>
    public const string PaidFacet = "paid";

    /// <summary>The one instance.</summary>
    public static readonly BookingKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "hss.bookings";

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IBookingGrain>(key.ToString());

    /// <inheritdoc />
    public override BookingState Initial(string id) => new(id);

    /// <inheritdoc />
    public override BookingState Apply(BookingState state, IEntityEvent e) => BookingRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(BookingState state) => new(
        state.AccountId,
        state.Status,
        Facets: $$"""{"{{TotalFacet}}":{{state.Price.Total}},"{{PaidFacet}}":{{(state.PaymentReference is null ? 0 : state.Price.Total)}}}""");

    /// <inheritdoc />
    public override string Audience(BookingState state, IEntityEvent e) => $"{state.AccountId} hss:staff hss:admin";
}
