using System.Net;
using System.Text.RegularExpressions;
using Hss.Interfaces.Entities;
using Hss.Silo.Identity;
using Hss.Tests.Api.Shop.Catalog;
using Hss.Tests.Shared.Pdf;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Shop.Invoices;

/// <summary><c>GET /store/api/v1/orders/{id}/invoice</c>.</summary>
public sealed partial class InvoiceTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Owner_DownloadsTheInvoiceOfTheirOrder()
    {
        var customer = await Customer.Register(api.Client);
        var order = await customer.Buy(await Customer.Product(api.Client, "Jäckchen „Übergröße“ (£ 20 / € 25)", 19.99m), 3);

        var pdf = await customer.Invoice(order);
        var text = Regex.Replace(PdfReader.Text(pdf), " +", " ");
        Assert.Matches($"Invoice number: INV-{DateTime.UtcNow.Year}-[0-9]{{6}}\n", text);
        foreach (var line in (string[])
        [
            $"Order ID: {order["id"]}\n", "Status: processing\n", "Customer: Jürgen Größe\n", "Address: Weidenstraße 5, 8000 Zürich\n",
            "Jäckchen „Übergröße“ (£ 20 / € 25) 3 $19.99 $59.97\n", "Subtotal $59.97\n", "Tax $4.80\n", "Shipping $10.00\n", "Total $74.77\n",
        ])
        {
            Assert.Contains(line, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Managers_DownloadEveryInvoice_AndNobodyElseDoes()
    {
        var customer = await Customer.Register(api.Client);
        var order = await customer.Buy(await Customer.Product(api.Client));
        var pdf = await customer.Invoice(order);
        var path = $"{Customer.Orders}/{order["id"]}/invoice";
        foreach (var role in (string[])["product_manager", "sales_manager"])
            Assert.Equal(pdf, await Customer.Download(api.Client, await Store.Member(api.Client, role), path));
        Assert.Equal(pdf, await Customer.Download(api.Client, await ApiClient.Operator(api.Client), path));

        foreach (var other in (ApiClient[])[(await Customer.Register(api.Client)).Client, await Store.Member(api.Client, "support_agent"), await ApiClient.Customer(api.Client)])
        {
            var answer = await other.Get(path);
            Assert.Equal((HttpStatusCode.Forbidden, "You can only view your own orders"), (answer.Status, (string?)answer.Json!["detail"]));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(api.Client).Get(path)).Status);
    }

    [Theory]
    [InlineData("999999", HttpStatusCode.NotFound)]
    [InlineData("0", HttpStatusCode.NotFound)]
    [InlineData("-1", HttpStatusCode.NotFound)]
    [InlineData("abc", HttpStatusCode.UnprocessableEntity)]
    [InlineData("1.5", HttpStatusCode.UnprocessableEntity)]
    public async Task AnInvoiceOfNoOrder_IsRefused(string id, HttpStatusCode expected) =>
        Assert.Equal(expected, (await (await ApiClient.Operator(api.Client)).Get($"{Customer.Orders}/{id}/invoice")).Status);

    [Fact]
    public async Task TheInvoice_StaysAsItWasAtPlacing()
    {
        var customer = await Customer.Register(api.Client);
        var product = await Customer.Product(api.Client);
        var (order, moved) = (await customer.Buy(product), await customer.Buy(product));
        var (pdf, movedPdf) = (await customer.Invoice(order), await customer.Invoice(moved));

        var operators = await ApiClient.Operator(api.Client);
        Assert.Equal(HttpStatusCode.OK, (await customer.Client.Post($"{Customer.Orders}/{order["id"]}/cancel")).Status);
        Assert.Equal(HttpStatusCode.OK, (await operators.Patch($"{Customer.Orders}/{moved["id"]}/status", new { status = "delivered" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await customer.Client.Send(
            HttpMethod.Put, $"/store/api/v1/users/{customer.Id}", new { first_name = "Other", address = "2 Quay" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await operators.Send(HttpMethod.Put, $"{Store.Products}/{product}", new { name = "Renamed", price = 1 })).Status);

        Assert.Equal(pdf, await customer.Invoice(order));
        Assert.Equal(movedPdf, await customer.Invoice(moved));
    }

    [Fact]
    public async Task TheTaxIdOfTheCustomer_IsOnTheInvoice()
    {
        var customer = await Customer.Register(api.Client);
        var account = api.Server.Services.GetRequiredService<IdentityService>().Account(customer.Id);
        await account.SetProfile(CallContext.System("test"), new("store", null, null, [new("tax_id", "DE811907980")]));
        var pdf = await customer.Invoice(await customer.Buy(await Customer.Product(api.Client)));
        Assert.Matches(@"Tax ID:\s+DE811907980", PdfReader.Text(pdf));
    }

    [Fact]
    public async Task ACancellation_DoesNotFreeTheNumber()
    {
        var customer = await Customer.Register(api.Client);
        var product = await Customer.Product(api.Client);
        var first = await customer.Buy(product);
        var number = Number(await customer.Invoice(first));
        await customer.Client.Post($"{Customer.Orders}/{first["id"]}/cancel");
        Assert.True(Number(await customer.Invoice(await customer.Buy(product))) > number);
    }

    internal static int Number(byte[] pdf) => int.Parse(InvoiceNumber().Match(PdfReader.Text(pdf)).Groups[1].Value);

    [GeneratedRegex("INV-[0-9]{4}-([0-9]{6})")]
    private static partial Regex InvoiceNumber();
}
