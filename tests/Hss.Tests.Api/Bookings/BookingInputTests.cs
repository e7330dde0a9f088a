using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Bookings;

/// <summary>Bad input: the dialect's error with all faults at once, never a 500, and nothing is changed.</summary>
public sealed class BookingInputTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string, string> Faults() => new()
    {
        { """{"customer_name":null}""", "customer_name is required" },
        { """{"customer_name":" "}""", "customer_name is required" },
        { """{"customer_name":"x"}""", "customer_name must have at least 2 characters" },
        { """{"customer_name":["x"]}""", "customer_name must be a string" },
        { """{"email":null}""", "email is required" },
        { """{"email":"nobody"}""", "email is invalid" },
        { """{"pickup_date":null}""", "pickup_date is required" },
        { """{"pickup_date":"tomorrow"}""", "pickup_date must be a date (YYYY-MM-DD)" },
        { """{"pickup_date":20261201}""", "pickup_date must be a date (YYYY-MM-DD)" },
        { """{"pickup_window":""}""", "pickup_window is required" },
        { """{"pickup_window":"12345678901234567890123456789012345678901"}""", "pickup_window must have at most 40 characters" },
        { """{"address":null}""", "address is required" },
        { """{"address":"a\u0000b"}""", "address must not contain NUL characters" },
        { """{"items":null}""", "items is required" },
        { """{"items":[]}""", "items must have at least one entry" },
        { """{"items":"bed"}""", "items must be a list" },
        { """{"items":["bed"]}""", "items[1] must be an object" },
        { """{"items":[{}]}""", "items[1].type is required" },
        { """{"items":[{"type":"box"},{"type":"car"}]}""", "items[2].type must be one of ['bed', 'fridge', 'box', 'suitcase', 'other']" },
        { """{"pricing":null}""", "pricing is required" },
        { """{"pricing":[]}""", "pricing must be an object" },
        { """{"pricing":{"monthlySubtotal":310,"handlingFee":350,"total":1280}}""", "pricing.duration is required" },
        { """{"pricing":{"duration":13,"monthlySubtotal":310,"handlingFee":350,"total":1280}}""", "pricing.duration must be between 1 and 12" },
        { """{"pricing":{"duration":"3","monthlySubtotal":310,"handlingFee":350,"total":1280}}""", "pricing.duration must be an integer" },
        { """{"pricing":{"duration":3,"monthlySubtotal":"310","handlingFee":350,"total":1280}}""", "pricing.monthlySubtotal must be a number" },
        { """{"pricing":{"duration":3,"monthlySubtotal":310,"handlingFee":350,"total":1e300}}""", "pricing.total is out of range" },
        { """{"pricing":{"duration":3,"monthlySubtotal":310,"handlingFee":350.001,"total":1280}}""", "pricing.handlingFee must have at most two decimals" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Create_NamesTheFault(string change, string expected)
    {
        var customer = await Sample.NewCustomer(api.Client);
        var answer = await customer.Post("/hss/api/v1/bookings", Sample.Booking(body =>
        {
            foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
                body[name] = value?.DeepClone();
        }));
        Assert.Equal((HttpStatusCode.BadRequest, "validation_error"), (answer.Status, (string?)answer.Json!["error"]!["code"]));
        Assert.Equal([expected], answer.Json["error"]!["details"]!.AsArray().Select(d => (string?)d));
        Assert.Equal(0, (int)(await customer.Get("/hss/api/v1/bookings")).Json!["total"]!);
    }

    [Fact]
    public async Task Create_WithoutAnything_NamesAllFieldsAtOnce()
    {
        var answer = await (await ApiClient.Customer(api.Client)).Post("/hss/api/v1/bookings", "{}");
        Assert.Equal(
            ["customer_name is required", "email is required", "pickup_date is required", "pickup_window is required", "address is required", "items is required", "pricing is required"],
            answer.Json!["error"]!["details"]!.AsArray().Select(d => (string?)d));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("null")]
    [InlineData("{\"customer_name\":\"\\ud800\"}")]
    [InlineData("{\"\\udfff\":1}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    public async Task Body_ThatIsNoJsonObject_Is400(string body)
    {
        var answer = await (await ApiClient.Customer(api.Client)).Send(HttpMethod.Post, "/hss/api/v1/bookings", body);
        Assert.Equal((HttpStatusCode.BadRequest, "validation_error"), (answer.Status, (string?)answer.Json!["error"]!["code"]));
    }

    [Fact]
    public async Task Body_ThatIsNestedDeeply_Is400() =>
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await (await ApiClient.Customer(api.Client)).Post("/hss/api/v1/bookings", new StringBuilder().Insert(0, "{\"a\":", 5000).Append('1').Append('}', 5000).ToString())).Status);

    [Fact]
    public async Task Body_AboveOneMebibyte_Is413()
    {
        var customer = await ApiClient.Customer(api.Client);
        var answer = await customer.Post("/hss/api/v1/bookings", Sample.Booking(b => b["address"] = new string('x', 1024 * 1024)));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "payload_too_large"), (answer.Status, (string?)answer.Json!["error"]!["code"]));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Body_OfAnotherContentType_Is415(string type)
    {
        var answer = await (await ApiClient.Customer(api.Client)).Post("/hss/api/v1/bookings", Sample.Booking(), ("Content-Type", type));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "unsupported_media_type"), (answer.Status, (string?)answer.Json!["error"]!["code"]));
    }

    [Theory]
    [InlineData("PUT", "/hss/api/v1/bookings", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/hss/api/v1/bookings/HSS-1000000000", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/hss/api/v1/bookings/HSS-1000000000", HttpStatusCode.NotFound)]
    [InlineData("GET", "/hss/api/v1/bookings/nonsense", HttpStatusCode.NotFound)]
    [InlineData("GET", "/hss/api/v1/bookings/%2e%2e%2f", HttpStatusCode.NotFound)]
    [InlineData("GET", "/hss/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("POST", "/hss/api/v1/bookings/HSS-1000000000/payment", HttpStatusCode.NotFound)]
    public async Task Unknown_IsTheDialectsError(string method, string path, HttpStatusCode expected)
    {
        var answer = await (await ApiClient.Staff(api.Client)).Send(new HttpMethod(method), path, null);
        Assert.Equal(expected, answer.Status);
        Assert.NotNull(answer.Json!["error"]!["code"]);
        Assert.NotNull(answer.Json["request_id"]);
    }

    [Theory]
    [InlineData("""{"method":"cash"}""")]
    [InlineData("""{"method":7}""")]
    public async Task Payment_ByAnUnknownMethod_Is400BeforeExistence(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await (await ApiClient.Customer(api.Client)).Post("/hss/api/v1/bookings/HSS-1000000000/payment", body)).Status);

    [Theory]
    [InlineData("")]
    [InlineData("a\tb")]
    public async Task IdempotencyKey_ThatIsNoPrintableAscii_Is400(string key)
    {
        var customer = await ApiClient.Customer(api.Client);
        Assert.Equal(HttpStatusCode.BadRequest, (await customer.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", key))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await customer.Post("/hss/api/v1/bookings", Sample.Booking(), ("Idempotency-Key", new string('x', 201)))).Status);
    }
}
