using System.Text.Json.Nodes;
using Hss.Tests.Api.Mail;

namespace Hss.Tests.Api.Shop.Invoices;

/// <summary>
/// The mail server is away while orders are placed, then it takes mails without saying so, and the server is killed (<c>kill -9</c>): every order's mail
/// arrives, its copies are copies, and the invoice is the one that can be downloaded.
/// </summary>
public sealed class InvoiceCrashTests : IDisposable
{
    private const int OrdersBeforeTheKill = 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-mail-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task MailServerAwayAndAKill_OnSqlite_LoseNoMail_AndMakeNoGap() => Prove([]);

    [Fact]
    public async Task MailServerAwayAndAKill_OnPostgres_LoseNoMail_AndMakeNoGap()
    {
        await Prove(await DemonstrationData.OnPostgres(_folder.FullName));
    }

    private async Task Prove(Dictionary<string, string> settings)
    {
        using var mails = await MailServer.Started();
        foreach (var (name, value) in mails.Settings)
            settings[name] = value;
        mails.Stop();
        // What is proved here is not how fast a busy machine is.
        settings["Limits__RequestSeconds"] = "25";

        Customer customer;
        var orders = new List<JsonNode>();
        using (var server = await SeededProcess.Start(_folder.FullName, settings))
        {
            using var http = Client(server.Url);
            customer = await Customer.Register(http);
            var product = await Customer.Product(http);
            orders.AddRange(await Task.WhenAll(Enumerable.Range(0, OrdersBeforeTheKill).Select(_ => customer.Buy(product))));
            await Until(http, effects => effects.Count == OrdersBeforeTheKill && effects.All(e => (int)e!["attempts"]! >= 2));

            await mails.Start();
            mails.FallSilent();
            await mails.Wait(3);
            orders.Add(await customer.Buy(product));
            server.Kill();
        }

        mails.Stop();
        await mails.Start();
        using (var server = await SeededProcess.Start(_folder.FullName, settings))
        {
            using var http = Client(server.Url);
            customer = await customer.On(http);
            await Until(http, effects => effects.Count == 0);
            var numbers = new List<int>();
            foreach (var order in orders)
            {
                var pdf = await customer.Invoice(order);
                var copies = await mails.Wait(1, m => m.Attachments[0].Name == $"invoice-{order["id"]}.pdf");
                Assert.Single(copies.Select(m => m.MessageId).Distinct());
                Assert.All(copies, m => Assert.Equal(pdf, m.Attachments[0].Content));
                numbers.Add(InvoiceTests.Number(pdf));
            }

            Assert.Equal(Enumerable.Range(1, orders.Count), numbers.Order());
            Assert.Equal(orders.Count, mails.Mails.Select(m => m.MessageId).Distinct().Count());
            Assert.True(mails.Mails.Count > orders.Count, "No mail was sent twice: the kill proved nothing");
        }
    }

    // Effects of mails and of whatever else the orders brought about.
    private static async Task Until(HttpClient http, Func<JsonArray, bool> condition)
    {
        var operators = await ApiClient.Operator(http);
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (true)
        {
            var effects = (await operators.Get("/api/v1/admin/effects?limit=1000")).Json!["effects"]!.AsArray();
            if (condition([.. effects.Where(e => (string?)e!["target"] == "order-placed").Select(e => e!.DeepClone())]))
                return;
            await Task.Delay(100, guard.Token);
        }
    }

    private static HttpClient Client(Uri url) => new() { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
}
