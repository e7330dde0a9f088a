using System.Net;
using Hss.Tests.Api.Events;
using Hss.Tests.Api.Identity;

namespace Hss.Tests.Api.Documents;

/// <summary>The platform's own operations.</summary>
internal static class PlatformScenarios
{
    public static Scenarios All => new()
    {
        ["GET /health/live"] = s => s.Nobody.Get("/health/live"),
        ["GET /health/ready"] = s => s.Nobody.Get("/health/ready"),
        ["GET /metrics"] = s => s.Nobody.Get("/metrics"),
        ["GET /api/v1/events"] = async s =>
        {
            using var stream = await EventStream.Open(s.Http, (await s.Operator).Token, "hss.bookings");
            return new(HttpStatusCode.OK, "", null, new Dictionary<string, string>());
        },
        ["POST /api/v1/auth/register"] = s => s.Nobody.Post("/api/v1/auth/register", new { email = Stage.NewEmail(), password = Stage.Password, first_name = "Ada" }),
        ["POST /api/v1/auth/login"] = async s => (await s.Newcomer()).Tokens,
        ["POST /api/v1/auth/refresh"] = async s =>
            await s.Nobody.Post("/api/v1/auth/refresh", new { refresh_token = (string?)(await s.Newcomer()).Tokens.Json!["refresh_token"] }),
        ["POST /api/v1/auth/logout"] = async s => await (await s.Newcomer()).Client.Post("/api/v1/auth/logout"),
        ["GET /api/v1/auth/me"] = async s => await (await s.Operator).Get("/api/v1/auth/me"),
        ["POST /api/v1/auth/change-password"] = async s =>
            await (await s.Newcomer()).Client.Post("/api/v1/auth/change-password", new { current_password = Stage.Password, new_password = "Another-horse-9" }),
        ["POST /api/v1/auth/forgot-password"] = s => s.Nobody.Post("/api/v1/auth/forgot-password", new { email = Stage.NewEmail() }),
        ["POST /api/v1/auth/reset-password"] = async s =>
        {
            var (_, _, email) = await s.Newcomer();
            await s.Nobody.Post("/api/v1/auth/forgot-password", new { email });
            return await s.Nobody.Post("/api/v1/auth/reset-password", new { token = await Mails.ResetToken(s.Server, email), new_password = "Third-horse-9" });
        },
        ["GET /api/v1/auth/sessions"] = async s => await (await s.Operator).Get("/api/v1/auth/sessions"),
        ["DELETE /api/v1/auth/sessions/{id}"] = async s =>
        {
            var (client, _, _) = await s.Newcomer();
            var session = (await client.Get("/api/v1/auth/sessions")).Json!["sessions"]![0]!;
            return await client.Send(HttpMethod.Delete, $"/api/v1/auth/sessions/{session["id"]}", null);
        },
        ["GET /api/v1/users"] = async s => await (await s.Operator).Get("/api/v1/users?limit=50"),
        ["GET /api/v1/users/{id}"] = async s => await (await s.Operator).Get($"/api/v1/users/{await NewId(s)}"),
        ["PUT /api/v1/users/{id}/roles"] = async s =>
            await (await s.Operator).Send(HttpMethod.Put, $"/api/v1/users/{await NewId(s)}/roles", new { roles = new { hss = "staff" } }),
        ["PUT /api/v1/users/{id}/active"] = async s =>
            await (await s.Operator).Send(HttpMethod.Put, $"/api/v1/users/{await NewId(s)}/active", new { active = false }),
        ["GET /api/v1/audit"] = async s => await (await s.Operator).Get("/api/v1/audit?limit=100"),
        ["GET /api/v1/audit/verify"] = async s => await (await s.Operator).Get($"/api/v1/audit/verify?kind=booking&id={await s.Booking()}"),
        ["POST /api/v1/audit/verify"] = async s => await (await s.Operator).Post("/api/v1/audit/verify"),
        ["GET /api/v1/audit/verify/{job}"] = async s => await (await s.Operator).Get((await (await s.Operator).Post("/api/v1/audit/verify")).Header("Location")!),
        ["GET /api/v1/admin/effects"] = async s => await Effects(s),
        ["GET /api/v1/admin/due"] = async s => await (await s.Operator).Get("/api/v1/admin/due"),
        ["POST /api/v1/admin/effects/{id}/retry"] = s => Handle(s, "retry"),
        ["POST /api/v1/admin/effects/{id}/discard"] = s => Handle(s, "discard"),
    };

    private static async Task<string> NewId(Stage s) => (string)(await (await s.Newcomer()).Client.Get("/api/v1/auth/me")).Json!["id"]!;

    // Those that wait for a mail server that is not there.
    private static async Task<ApiAnswer> Effects(Stage s)
    {
        var http = (await s.WithoutMail()).Client;
        await new ApiClient(http).Post("/api/v1/auth/forgot-password", new { email = "customer@hss.local" });
        return await (await ApiClient.Operator(http)).Get("/api/v1/admin/effects?state=pending");
    }

    private static async Task<ApiAnswer> Handle(Stage s, string how)
    {
        var effect = (await Effects(s)).Json!["effects"]![0]!;
        var operators = await ApiClient.Operator((await s.WithoutMail()).Client);
        return await operators.Post($"/api/v1/admin/effects/{Uri.EscapeDataString((string)effect["id"]!)}/{how}", new { reason = "the table of operations" });
    }
}
