using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Bookings;

/// <summary>Bookings and customers for tests.</summary>
internal static class Sample
{
    /// <summary>The document's example: bed and box for three months.</summary>
    public static string Booking(Action<JsonNode>? change = null)
    {
        var body = JsonNode.Parse("""
            {
              "customer_name": "Thandi Mokoena", "email": "Thandi@Example.org", "pickup_date": "2026-12-01", "pickup_window": "08:00-11:00",
              "address": "1 Burnett Street, Hatfield",
              "items": [{"type": "bed", "name": "Single bed"}, {"type": "box"}],
              "pricing": {"duration": 3, "monthlySubtotal": 310, "handlingFee": 350, "total": 1280}
            }
            """)!;
        change?.Invoke(body);
        return body.ToJsonString();
    }

    public static async Task<string> Create(ApiClient customer)
    {
        var answer = await customer.Post("/hss/api/v1/bookings", Booking());
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return (string)answer.Json!["booking_id"]!;
    }

    /// <summary>A customer nobody else uses.</summary>
    public static async Task<ApiClient> NewCustomer(HttpClient http)
    {
        var answer = await new ApiClient(http).Post("/hss/api/v1/auth/login", new { email = $"c{Guid.NewGuid():N}@example.org" });
        return new(http, (string?)answer.Json!["token"]);
    }
}
