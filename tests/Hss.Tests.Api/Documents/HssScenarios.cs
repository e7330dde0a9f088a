using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Bookings;
using Hss.Tests.Api.Files;

namespace Hss.Tests.Api.Documents;

/// <summary>Storage bookings.</summary>
internal static class HssScenarios
{
    private const string Api = "/hss/api/v1";

    public static Scenarios All => new()
    {
        [$"POST {Api}/auth/login"] = Login,
        [$"POST {Api}/auth/register"] = s => s.Nobody.Post($"{Api}/auth/register", new { email = Stage.NewEmail(), password = Stage.Password, name = "Ada Lovelace" }),
        [$"POST {Api}/auth/refresh"] = async s => await s.Nobody.Post($"{Api}/auth/refresh", new { refresh_token = (string?)(await Login(s)).Json!["refresh_token"] }),
        [$"POST {Api}/auth/logout"] = async s => await (await Sample.NewCustomer(s.Http)).Post($"{Api}/auth/logout"),
        [$"POST {Api}/bookings"] = async s => await (await s.Customer).Post($"{Api}/bookings", Sample.Booking()),
        [$"GET {Api}/bookings"] = async s => await (await s.Customer).Get($"{Api}/bookings?limit=5"),
        [$"GET {Api}/bookings/{{id}}"] = async s => await (await s.Customer).Get($"{Api}/bookings/{await s.Booking()}"),
        [$"GET {Api}/bookings/{{id}}/transitions"] = async s => await (await s.Customer).Get($"{Api}/bookings/{await s.Booking(approved: true)}/transitions"),
        [$"PATCH {Api}/bookings/{{id}}/status"] = async s => await (await s.Staff).Patch($"{Api}/bookings/{await s.Booking()}/status", new { status = "approved" }),
        [$"POST {Api}/bookings/{{id}}/payment"] = async s =>
            await (await s.Customer).Post($"{Api}/bookings/{await s.Booking(approved: true)}/payment", new { method = "card" }),
        [$"GET {Api}/tariff"] = s => s.Nobody.Get($"{Api}/tariff"),
        [$"GET {Api}/staff/queue"] = async s =>
        {
            await s.Booking();
            return await (await s.Staff).Get($"{Api}/staff/queue");
        },
        [$"POST {Api}/staff/bookings/{{id}}/approve"] = async s => await (await s.Staff).Post($"{Api}/staff/bookings/{await s.Booking()}/approve"),
        [$"GET {Api}/audit"] = async s => await (await s.Staff).Get($"{Api}/audit"),
        [$"GET {Api}/admin/bookings"] = async s => await (await ApiClient.Admin(s.Http)).Get($"{Api}/admin/bookings"),
        [$"GET {Api}/admin/overview"] = async s => await (await ApiClient.Admin(s.Http)).Get($"{Api}/admin/overview"),
        [$"POST {Api}/uploads/presign"] = Presign,
        [$"PUT {Api}/uploads/{{file}}"] = async s => await Send(s, (await Presign(s)).Json!),
        [$"POST {Api}/uploads/complete"] = async s => (await Upload(s)).Completed,
        [$"GET {Api}/uploads/{{file}}"] = async s => await (await s.Customer).Get((await Upload(s)).Path),
    };

    private static Task<ApiAnswer> Login(Stage s) => s.Nobody.Post($"{Api}/auth/login", new { email = "customer@hss.local", password = "Customer123!" });

    private static async Task<ApiAnswer> Presign(Stage s) =>
        await (await s.Customer).Post($"{Api}/uploads/presign", new { file_name = "My bed.png", content_type = "image/png", size = SampleFile.Size });

    private static async Task<ApiAnswer> Send(Stage s, JsonNode link)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, (string)link["upload_url"]!) { Content = new ByteArrayContent(SampleFile.Png()) };
        foreach (var (name, value) in link["headers"]!.AsObject().Where(h => h.Key != "Content-Length"))
            Assert.True(request.Headers.TryAddWithoutValidation(name, (string?)value) || request.Content.Headers.TryAddWithoutValidation(name, (string?)value));
        using var response = await s.Http.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(), null, new Dictionary<string, string>());
    }

    private static async Task<(ApiAnswer Completed, string Path)> Upload(Stage s)
    {
        var link = (await Presign(s)).Json!;
        Assert.Equal(HttpStatusCode.OK, (await Send(s, link)).Status);
        var completed = await (await s.Customer).Post($"{Api}/uploads/complete", new { s3_key = (string?)link["s3_key"] });
        return (completed, $"{Api}/uploads/{Path.GetFileName((string)link["s3_key"]!)}");
    }
}
