using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Hss.Tests.Api.Platform;

/// <summary>The documents and the pages that show them, in a real browser.</summary>
public sealed class DocumentationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/openapi.json")]
    [InlineData("/openapi/hss.json")]
    [InlineData("/hss/openapi.json")]
    [InlineData("/openapi/platform.json")]
    [InlineData("/luna/openapi.json")]
    public async Task EveryMount_HasItsOpenApi31Document(string path)
    {
        var document = JsonNode.Parse(await api.Client.GetStringAsync(new Uri(path, UriKind.Relative)))!;
        Assert.StartsWith("3.1", (string?)document["openapi"], StringComparison.Ordinal);
        Assert.NotEmpty(document["paths"]!.AsObject());
    }

    [Fact]
    public async Task Document_OfAMount_HasThePathsThatItsClientsKnow()
    {
        var document = JsonNode.Parse(await api.Client.GetStringAsync(new Uri("/hss/openapi.json", UriKind.Relative)))!;
        Assert.Equal("/hss", (string?)document["servers"]![0]!["url"]);
        Assert.NotNull(document["paths"]!["/health"]);
    }

    [Theory]
    [InlineData("/docs", ".swagger-ui .info")]
    [InlineData("/hss/docs", ".swagger-ui .info")]
    [InlineData("/hss/api/v1/docs", ".swagger-ui .info")]
    [InlineData("/redoc", "h1:has-text('HSS, all systems')")]
    [InlineData("/store/redoc", "h1:has-text('Online store')")]
    public async Task Page_RendersInChromium_WithoutErrorsOrRequestsToAnotherHost(string path, string rendered)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync();
        var (errors, foreign) = (new List<string>(), new List<string>());
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                errors.Add(message.Text[..Math.Min(300, message.Text.Length)]);
        };
        page.PageError += (_, error) => errors.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal) && new Uri(request.Url).Authority != api.Server.Url.Authority)
                foreign.Add(request.Url);
        };

        page.Response += (_, response) =>
        {
            if (!response.Ok && response.Status >= 400)
                errors.Add($"{response.Status} {response.Url}");
        };

        await page.GotoAsync(new Uri(api.Server.Url, path).ToString());
        try
        {
            await page.Locator(rendered).First.WaitForAsync(new() { Timeout = 30_000 });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{path} did not render: {string.Join("; ", errors)}");
        }

        Assert.Empty(errors);
        Assert.Empty(foreign);
    }
}
