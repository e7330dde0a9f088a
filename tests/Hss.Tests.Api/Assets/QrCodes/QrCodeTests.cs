using System.Net;
using System.Net.Http.Headers;
using Hss.Tests.Api.Assets.Imports;
using Hss.Tests.Shared.QrCodes;
using Microsoft.Playwright;

namespace Hss.Tests.Api.Assets.QrCodes;

public sealed class QrCodeTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Qr = "/sams/api/v1/qrcode";

    [Fact]
    public async Task Generate_IsAnImageThatReadsAsTheAssetsAddress()
    {
        var id = await Importing.Asset(api.Client);
        using var answer = await Get($"{Qr}/generate/{id}");
        Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Matches("^inline; filename=asset_SRS-.+_qr.png", answer.Content.Headers.ContentDisposition!.ToString());
        var reading = await QrReader.Read(await answer.Content.ReadAsByteArrayAsync());
        // 37 modules with the border, each of 300 / 33 pixels.
        Assert.Equal(($"http://localhost:5173/assets/{id}", 333, 333), (reading.Text, reading.Width, reading.Height));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("1001")]
    [InlineData("big")]
    public async Task Generate_OutOfSize_IsBadInput(string size)
    {
        var employee = await Sams.Employee(api.Client);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await employee.Get($"{Qr}/generate/{Guid.NewGuid()}?size={size}")).Status);
    }

    [Fact]
    public async Task UnknownAssets_AreNotFound_AndGuestsAreUnauthorized()
    {
        var employee = await Sams.Employee(api.Client);
        foreach (var path in (string[])[$"generate/{Guid.NewGuid()}", "generate/7", $"print/{Guid.NewGuid()}", $"decode?data={Guid.NewGuid()}", "decode?data=http%3A%2F%2Fx%2Fassets%2F"])
        {
            var answer = await employee.Get($"{Qr}/{path}");
            Assert.Equal((HttpStatusCode.NotFound, "Asset not found"), (answer.Status, answer.Detail()));
            Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(api.Client).Get($"{Qr}/{path}")).Status);
        }
    }

    [Fact]
    public async Task Decode_TakesTheAddressOrTheId()
    {
        var (employee, id) = (await Sams.Employee(api.Client), await Importing.Asset(api.Client, "Laptop"));
        foreach (var data in (string[])[id, $"http://localhost:5173/assets/{id}", $"http://localhost:5173/assets/{id}?from=label"])
        {
            var answer = await employee.Get($"{Qr}/decode?data={Uri.EscapeDataString(data)}");
            Assert.Equal((HttpStatusCode.OK, id, "Laptop", "available"), (answer.Status, (string)answer.Json!["id"]!, (string)answer.Json["name"]!, (string)answer.Json["status"]!));
            Assert.Equal(["id", "asset_tag", "name", "status", "category_id", "location_id", "assigned_to"], answer.Json.AsObject().Select(p => p.Key));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await employee.Get($"{Qr}/decode")).Status);
    }

    [Fact]
    public async Task BulkAndPrint_AnswerAsTheFactFileSays()
    {
        var (employee, one, two) = (await Sams.Employee(api.Client), await Importing.Asset(api.Client, "One"), await Importing.Asset(api.Client, "Two"));
        var bulk = await employee.Post($"{Qr}/bulk-generate?asset_ids={one}&asset_ids={Guid.NewGuid()}&asset_ids=x&asset_ids={two}");
        Assert.Equal((HttpStatusCode.OK, 2), (bulk.Status, (int)bulk.Json!["total"]!));
        Assert.Equal([one, two], bulk.Json["qr_codes"]!.AsArray().Select(q => (string)q!["asset_id"]!));
        Assert.Equal(["asset_id", "asset_tag", "name", "qr_code_url"], bulk.Json["qr_codes"]![0]!.AsObject().Select(p => p.Key));
        Assert.Equal($"/api/v1/qrcode/generate/{one}", (string)bulk.Json["qr_codes"]![0]!["qr_code_url"]!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await employee.Post($"{Qr}/bulk-generate")).Status);

        var print = await employee.Get($"{Qr}/print/{one}");
        Assert.Equal(["asset_id", "asset_tag", "name", "category", "location", "qr_code_url", "label_format"], print.Json!.AsObject().Select(p => p.Key));
        Assert.Equal("{\"width\":\"2.5in\",\"height\":\"1.5in\",\"qr_size\":\"1.2in\"}", print.Json["label_format"]!.ToJsonString());
        Assert.Equal($"/api/v1/qrcode/generate/{one}?size=200", (string)print.Json["qr_code_url"]!);
        Assert.NotNull((string?)print.Json["category"]);
    }

    [Fact]
    public async Task Labels_InChromium_HaveTheirSize_AndNothingOfTheAssetRunsOrLoads()
    {
        const string hostile = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";
        var (employee, one, two) = (await Sams.Employee(api.Client), await Importing.Asset(api.Client, hostile), await Importing.Asset(api.Client, "판교"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { ExtraHTTPHeaders = [new("Authorization", $"Bearer {employee.Token}")] });
        var (said, asked) = (new List<string>(), new List<string>());
        page.Console += (_, message) => said.Add(message.Text);
        page.Request += (_, request) => asked.Add(request.Url);
        var url = new Uri(api.Server.Url, $"{Qr}/labels?asset_ids={one}&asset_ids={two}").ToString();
        var answer = await page.GotoAsync(url);
        Assert.Equal((200, "text/html; charset=utf-8"), (answer!.Status, answer.Headers["content-type"]));
        Assert.Equal("Asset labels", await page.TitleAsync());
        Assert.Equal(hostile, await page.Locator("article >> nth=0 >> p >> nth=0").TextContentAsync());
        Assert.Equal("판교", await page.Locator("article >> nth=1 >> p >> nth=0").TextContentAsync());
        // 96 pixels are an inch: the style within the page counts.
        var label = await page.Locator("article >> nth=0").BoundingBoxAsync();
        Assert.Equal((240, 144), ((int)Math.Round(label!.Width), (int)Math.Round(label.Height)));
        var widths = await page.EvaluateAsync<int[]>("[...document.images].map(i => i.naturalWidth)");
        Assert.Equal([333, 333], widths);
        Assert.Empty(said);
        Assert.All(asked, a => Assert.True(a == url || a.StartsWith("data:", StringComparison.Ordinal), a));
        var image = await page.Locator("article >> nth=1 >> img").GetAttributeAsync("src");
        Assert.Equal($"http://localhost:5173/assets/{two}", (await QrReader.Read(Convert.FromBase64String(image!.Split(',')[1]))).Text);
    }

    private async Task<HttpResponseMessage> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await Sams.Employee(api.Client)).Token);
        return await api.Client.SendAsync(request);
    }
}
