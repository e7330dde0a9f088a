using Hss.Interfaces.Bookings;

namespace Hss.Grains.Bookings;

/// <summary>What callers see of a booking's state.</summary>
public static class BookingViews
{
    /// <summary>The view of a state; the caller adds the version where it knows it.</summary>
    public static BookingView Of(BookingState state) => new(
        state.Id,
        state.AccountId,
        state.CustomerName,
        state.Email ?? "",
        state.PickupDate,
        state.PickupWindow,
        state.Address ?? "",
        state.Items,
        state.Price,
        state.Status,
        state.PaymentReference,
        state.CreatedAt,
        state.UpdatedAt,
        Version: 0,
        BookingStatus.Next(state.Status));
}
