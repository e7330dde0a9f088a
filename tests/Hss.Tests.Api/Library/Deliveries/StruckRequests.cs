using System.Net;
using Hss.Tests.Api.Crash;
using Hss.Tests.Api.Shop;

namespace Hss.Tests.Api.Library.Deliveries;

/// <summary>
/// Two requests whose server was killed at the moments that only settling mends, as their readers do not ask again before it: one whose copy is held
/// and which is not durable, and one which is durable and of which its title does not know.
/// </summary>
internal sealed class StruckRequests
{
    private readonly string _token;
    private readonly string _held;
    private readonly string _durable;

    private StruckRequests(string token, string held, string durable) => (_token, _held, _durable) = (token, held, durable);

    /// <summary>Has the reader ask for two titles, which nobody else asks for, and the servers killed that are asked.</summary>
    public static async Task<StruckRequests> Strike(string folder, Dictionary<string, string> settings, string token, string held, string durable)
    {
        var struck = new StruckRequests(token, held, durable);
        await KilledServer.AtFirst("book.copy_reserved", folder, settings, http => struck.Ask(http, held));
        await KilledServer.AtFirst("delivery.book_requested", folder, settings, http => struck.Ask(http, durable));
        return struck;
    }

    /// <summary>Waits until both are settled, and has the reader ask again.</summary>
    public async Task AreSettled(HttpClient http, ApiClient operators)
    {
        // What never was gives its copy back, and is made when its reader asks again.
        await Settles(operators, _held, "book.share_released");
        await Shopper.Until(async () => await Lending.Availability(http, _held) == ("AVAILABLE", 1, 0), "The copy is not there again");
        var made = await Ask(http, _held);
        Assert.Equal(("PENDING", null), ((string?)made.Data(HttpStatusCode.Created)["status"], made.Header("Idempotent-Replayed")));

        // What is durable has its copy, and is answered as what it was.
        await Settles(operators, _durable, "book.share_confirmed");
        var again = await Ask(http, _durable);
        Assert.Equal(("PENDING", "true"), ((string?)again.Data(HttpStatusCode.Created)["status"], again.Header("Idempotent-Replayed")));
        foreach (var book in (string[])[_held, _durable])
            Assert.Equal(0, (await Lending.Availability(http, book)).Free);
    }

    private Task<ApiAnswer> Ask(HttpClient http, string book) => new ApiClient(http, _token).Post(
        Lending.Requests, new { book_id = book, request_location = "Reading room", wait = false }, ("Idempotency-Key", book));

    private static async Task Settles(ApiClient operators, string book, string how)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var answer = await operators.Get($"/api/v1/audit?entity={Uri.EscapeDataString($"book/{book}")}&limit=500");
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
            var ends = answer.Json!["events"]!.AsArray().Select(e => e!).Where(e => (string?)e["type"] is "book.share_released" or "book.share_confirmed").ToList();
            if (ends.Count > 0)
            {
                Assert.Equal((how, "settle"), (((string?)Assert.Single(ends)["type"])!, (string?)ends[0]["request_id"]));
                return;
            }

            await Task.Delay(100, guard.Token);
        }
    }
}
