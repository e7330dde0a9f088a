using System.Net;

namespace Hss.Tests.Api.Events;

/// <summary>Operators' calls.</summary>
public sealed class AdminTests
{
    [Fact]
    public async Task Effects_ThatFailed_SayWhy_WithoutTheAddressThatTheMailServerRepeats()
    {
        using var mail = new RefusingMailServer();
        await using var server = await ApiServer.Start(new() { ["SMTP_HOST"] = "127.0.0.1", ["SMTP_PORT"] = $"{mail.Port}", ["SMTP_STARTTLS"] = "false" });
        var operators = await ApiClient.Operator(server.Client);
        await new ApiClient(server.Client).Post("/api/v1/auth/forgot-password", new { email = "customer@hss.local" });
        await mail.Refused.WaitAsync(TimeSpan.FromSeconds(30));

        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        ApiAnswer answer;
        do
        {
            guard.Token.ThrowIfCancellationRequested();
            answer = await operators.Get("/api/v1/admin/effects?state=pending");
        }
        while (answer.Json!["effects"]![0]!["last_error"] is null);

        Assert.Contains("MailboxUnavailable", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("customer@hss.local", answer.Text, StringComparison.OrdinalIgnoreCase);
        foreach (var log in Directory.GetFiles(server.DataFolder, "*.log", SearchOption.AllDirectories))
        {
            using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            Assert.DoesNotContain("customer@hss.local", await reader.ReadToEndAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Effects_AreListed_Retried_AndDiscarded_WithAReasonInTheAudit()
    {
        // No mail server listens on this port, so mails fail and wait.
        await using var server = await ApiServer.Start(new() { ["SMTP_HOST"] = "127.0.0.1", ["SMTP_PORT"] = "1", ["SMTP_STARTTLS"] = "false" });
        var operators = await ApiClient.Operator(server.Client);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ApiClient.Admin(server.Client)).Get("/api/v1/admin/effects")).Status);
        await new ApiClient(server.Client).Post("/api/v1/auth/forgot-password", new { email = "customer@hss.local" });

        var effect = Assert.Single((await operators.Get("/api/v1/admin/effects?state=pending")).Json!["effects"]!.AsArray())!;
        Assert.Equal("mail", (string?)effect["target"]);
        var path = $"/api/v1/admin/effects/{Uri.EscapeDataString((string)effect["id"]!)}";
        Assert.Equal(HttpStatusCode.BadRequest, (await operators.Post($"{path}/discard", "{}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await operators.Post($"{path}/retry", new { reason = "server is back" })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await operators.Post($"{path}/discard", new { reason = "asked twice" }, ("Idempotency-Key", "d1"))).Status);
        var repeat = await operators.Post($"{path}/discard", new { reason = "asked twice" }, ("Idempotency-Key", "d1"));
        Assert.Equal((HttpStatusCode.NoContent, "true"), (repeat.Status, repeat.Header("Idempotent-Replayed")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await operators.Post($"{path}/discard", new { reason = "for fun" }, ("Idempotency-Key", "d1"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await operators.Post($"{path}/discard", new { reason = "again" })).Status);
        Assert.Empty((await operators.Get("/api/v1/admin/effects?state=pending")).Json!["effects"]!.AsArray());

        var noted = (await operators.Get("/api/v1/audit?entity=operator_log")).Json!["events"]!.AsArray();
        Assert.Equal([("effect.discard", "asked twice"), ("effect.retry", "server is back")], noted.Select(e => ((string?)e!["data"]!["action"], (string?)e["data"]!["reason"])));
        Assert.Equal(HttpStatusCode.OK, (await operators.Get("/api/v1/admin/due")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await operators.Get("/api/v1/admin/effects?state=lost")).Status);
    }
}
