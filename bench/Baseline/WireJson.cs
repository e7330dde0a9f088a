using System.Text.Json.Serialization;
using Hss.Baseline.Bookings;
using Hss.Baseline.Catalog;
using Hss.Baseline.Orders;

namespace Hss.Baseline;

/// <summary>Serializers without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(OrderBody))]
[JsonSerializable(typeof(OrderAnswer))]
[JsonSerializable(typeof(Refused))]
[JsonSerializable(typeof(ProductAnswer))]
[JsonSerializable(typeof(BookingBody))]
[JsonSerializable(typeof(PaymentBody))]
[JsonSerializable(typeof(BookingChanged))]
[JsonSerializable(typeof(BookingPaid))]
[JsonSerializable(typeof(BookingPage))]
[JsonSerializable(typeof(BookingRefused))]
internal sealed partial class WireJson : JsonSerializerContext;
