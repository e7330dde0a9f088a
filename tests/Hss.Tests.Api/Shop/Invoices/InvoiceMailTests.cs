using System.Net;
using Hss.Tests.Api.Mail;
using Hss.Tests.Shared.Postgres;

namespace Hss.Tests.Api.Shop.Invoices;

/// <summary>Mails of orders over real SMTP.</summary>
public sealed class InvoiceMailTests : IAsyncLifetime
{
    private readonly MailServer _mails = new();

    public Task InitializeAsync() => _mails.Start();

    public Task DisposeAsync()
    {
        _mails.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public Task FiftyParallelOrders_OnSqlite_GetNumbersWithoutAGap_AndAMailWithTheInvoiceEach() => FiftyOrders([]);

    [Fact]
    public async Task FiftyParallelOrders_OnPostgres_GetNumbersWithoutAGap_AndAMailWithTheInvoiceEach()
    {
        using var postgres = PostgresServer.Start();
        await FiftyOrders(new() { ["DB_ENGINE"] = "postgres", ["DB_CONNECTION"] = postgres.CreateDatabase() });
    }

    [Fact]
    public async Task RefundDecisions_AreMailed_WithAmountAndNotes()
    {
        await using var server = await Start([]);
        var customer = await Customer.Register(server.Client);
        var order = await customer.Buy(await Customer.Product(server.Client));
        var (path, operators) = ($"{Customer.Orders}/{order["id"]}", await ApiClient.Operator(server.Client));
        await operators.Patch($"{path}/status", new { status = "delivered" });

        Assert.Equal(HttpStatusCode.OK, (await customer.Client.Post($"{path}/refund/request", new { reason = "Too small" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await operators.Post($"{path}/refund/approve", new { approved = false, notes = "Worn – désolé" })).Status);
        var rejected = Assert.Single(await _mails.Wait(1, m => m.Subject.EndsWith("rejected", StringComparison.Ordinal)));
        Assert.Equal([customer.Email], rejected.Envelope);
        Assert.Contains("Notes: Worn – désolé", rejected.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amount", rejected.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await customer.Client.Post($"{path}/refund/request", new { reason = "Again" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await operators.Post($"{path}/refund/approve", new { approved = true, refund_amount = 12.5 })).Status);
        var approved = Assert.Single(await _mails.Wait(1, m => m.Subject.EndsWith("approved", StringComparison.Ordinal)));
        Assert.Equal($"Your refund for order {order["id"]} was approved", approved.Subject);
        Assert.Contains("Hello Jürgen Größe,", approved.Text, StringComparison.Ordinal);
        Assert.Contains("Amount: $12.50", approved.Text, StringComparison.Ordinal);
        Assert.NotEqual(rejected.MessageId, approved.MessageId);
    }

    private async Task FiftyOrders(Dictionary<string, string?> database)
    {
        await using var server = await Start(database);
        var customers = new List<Customer>();
        for (var i = 0; i < 5; i++)
            customers.Add(await Customer.Register(server.Client));
        var product = await Customer.Product(server.Client);

        var orders = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i => (Customer: customers[i % 5], Order: await customers[i % 5].Buy(product))));
        var mails = await _mails.Wait(50);

        var numbers = new List<int>();
        foreach (var (customer, order) in orders)
        {
            var mail = Assert.Single(mails, m => m.Attachments is [{ } file] && file.Name == $"invoice-{order["id"]}.pdf");
            Assert.Equal([customer.Email], mail.Envelope);
            Assert.Equal(new MailPerson("Jürgen Größe", customer.Email), Assert.Single(mail.To));
            Assert.Equal("application/pdf", mail.Attachments[0].Type);
            var pdf = await customer.Invoice(order);
            Assert.Equal(pdf, mail.Attachments[0].Content);
            numbers.Add(InvoiceTests.Number(pdf));
            Assert.Equal($"Invoice INV-{DateTime.UtcNow.Year}-{numbers[^1]:000000} for your order {order["id"]}", mail.Subject);
        }

        Assert.Equal(Enumerable.Range(1, 50), numbers.Order());
        Assert.Equal(50, mails.Select(m => m.MessageId).Distinct().Count());
    }

    private Task<ApiServer> Start(Dictionary<string, string?> settings)
    {
        foreach (var (name, value) in _mails.Settings)
            settings[name] = value;
        return ApiServer.Start(settings);
    }
}
