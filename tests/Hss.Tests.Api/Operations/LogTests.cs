using System.Text;
using System.Text.Json.Nodes;
using Hss.Silo.Logging;
using Hss.Tests.Api.Bookings;
using Microsoft.Extensions.Logging;

namespace Hss.Tests.Api.Operations;

/// <summary>What the logs say, and what they never say.</summary>
public sealed class LogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-log-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Logs_HaveOneLineARequest_AndNoPasswordTokenAddressOrBody()
    {
        var server = await ApiServer.Start(new() { ["HSS_LOG_DIR"] = _folder.FullName, ["HSS_LOG_LEVEL"] = "information" });
        await using (server)
        {
            var customer = await ApiClient.Customer(server.Client);
            await new ApiClient(server.Client).Post("/hss/api/v1/auth/login?secret=q-u-e-r-y", new { email = "customer@hss.local", password = "Wrong-Password-9" });
            await customer.Post("/hss/api/v1/bookings", Sample.Booking(), ("X-Request-Id", "log-test-1"));
            await new ApiClient(server.Client).Post("/api/v1/auth/forgot-password", new { email = "customer@hss.local" });
            await new ApiClient(server.Client, "bad.token.value").Get("/hss/api/v1/bookings");
            await server.Restart();
            var text = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "hss.log"));
            var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();

            var request = Assert.Single(lines, l => (string?)l["request_id"] == "log-test-1");
            Assert.Equal(
                ("Information", "POST", "/hss/api/v1/bookings", 201),
                ((string?)request["level"], (string?)request["method"], (string?)request["path"], (int)request["status"]!));
            Assert.NotNull(request["ms"]);
            Assert.True(Guid.TryParse((string?)request["account"], out _));
            foreach (var secret in (string[])["Customer123!", "Wrong-Password-9", customer.Token!, "bad.token.value", "q-u-e-r-y", "Burnett", "Thandi", "127.0.0.1", "customer@hss.local"])
                Assert.DoesNotContain(secret, text.Replace($"http://127.0.0.1", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void File_ThatIsFull_IsPutAside_AndOnlySoManyAreKept()
    {
        var line = Encoding.UTF8.GetBytes(new string('x', 99) + "\n");
        using (var file = new LogFile(_folder.FullName, maxBytes: 1000, files: 3))
        {
            for (var i = 0; i < 95; i++)
                file.Write(line);
        }

        Assert.Equal(["hss.1.log", "hss.2.log", "hss.log"], _folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.Equal(1000, _folder.GetFiles("hss.1.log")[0].Length);
        Assert.Equal(500, _folder.GetFiles("hss.log")[0].Length);
    }

    [Fact]
    public void Lines_AreJson_WithValuesOfOurOwnEventsOnly()
    {
        using var output = new MemoryStream();
        using (var provider = new JsonLogProvider(new(LogLevel.Information, _folder.FullName, 1_000_000, 2), TimeProvider.System, output))
        {
            provider.CreateLogger("Hss.Test").LogInformation("Did {Count} things", 3);
            provider.CreateLogger("Microsoft.Test").LogWarning("Saw {Query}", "x");
        }

        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(("Did 3 things", 3), ((string?)lines[0]["message"], (int)lines[0]["count"]!));
        Assert.Null(lines[1]["query"]);
    }
}
