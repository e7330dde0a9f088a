using Hss.Drill.Record;

namespace Hss.Drill.Load;

/// <summary>/hss: a customer books, staff approve, the customer pays.</summary>
internal sealed class BookingLoad(Caller customer, Caller staff, string name) : ILoad
{
    private const string Bookings = "/hss/api/v1/bookings";

    private int _made;

    public async Task Round(CancellationToken stop)
    {
        var marker = $"{name}-{++_made}";
        var made = await customer.Send(new("booking.submit", Bookings, Body(marker))
        {
            Kind = "booking",
            Event = "booking.submitted",
            IdOf = a => a["booking_id"],
            FactsOf = _ => [new("customer_name", marker)],
        });
        if ((string?)made?["booking_id"] is not { } id)
            return;
        var approved = await staff.Send(new("booking.approve", $"/hss/api/v1/staff/bookings/{id}/approve") { Kind = "booking", Id = id, Event = "booking.approved" });
        if (approved is null)
            return;
        await customer.Send(new("booking.pay", $"{Bookings}/{id}/payment", new { method = "card" })
        {
            Kind = "booking",
            Id = id,
            Event = "booking.payment_captured",
            FactsOf = a => [new ToldFact("reference", a["payment_reference"]!.ToString())],
        });
        await customer.Get($"{Bookings}/{id}");
    }

    private static object Body(string marker) => new
    {
        customer_name = marker,
        email = "drill@example.org",
        pickup_date = "2027-12-01",
        pickup_window = "08:00-11:00",
        address = "1 Burnett Street, Hatfield",
        items = new object[] { new { type = "bed", name = "Single bed" }, new { type = "box" } },
        pricing = new { duration = 3, monthlySubtotal = 310, handlingFee = 350, total = 1280 },
    };
}
