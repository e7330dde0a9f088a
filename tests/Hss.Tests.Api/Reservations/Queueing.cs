using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Shop;

namespace Hss.Tests.Api.Reservations;

/// <summary>A member of <c>/reservia</c> with the cookie of a session.</summary>
internal sealed class Member(HttpClient http, string cookie)
{
    private readonly ApiClient _client = new(http);

    public string Cookie => cookie;

    public static async Task<Member> SignIn(HttpClient http, string name, string password)
    {
        var answer = await new ApiClient(http).Post("/reservia/session/login", new { name, password });
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return new(http, Shopping.Cookie(answer, "session"));
    }

    public Task<ApiAnswer> Get(string path) => _client.Get($"/reservia{path}", ("Cookie", $"session={cookie}"));

    public Task<ApiAnswer> Post(string path, object? body = null, params (string, string)[] headers) =>
        _client.Post($"/reservia{path}", body, [("Cookie", $"session={cookie}"), .. headers]);
}

/// <summary>What tests of queues do all the time.</summary>
internal static class Queueing
{
    private static int _made;

    public static Task<Member> Admin(HttpClient http) => Member.SignIn(http, "admin", "admin");

    /// <summary>A new user with a password, signed in by its cookie.</summary>
    public static async Task<(Member Member, long Id, string Name)> User(HttpClient http, string password = "secret")
    {
        var name = $"user{Interlocked.Increment(ref _made)}-{Guid.NewGuid():N}";
        var made = await (await Admin(http)).Post("/admin/user/add", new { name, email = $"{name}@example.org", password });
        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        return (await Member.SignIn(http, name, password), (long)made.Json!["user_id"]!, name);
    }

    /// <summary>New users by their tokens, without the price of a password each.</summary>
    public static async Task<ApiClient[]> Users(HttpClient http, int count)
    {
        var operators = await ApiClient.Operator(http);
        return await Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
        {
            var signed = await new ApiClient(http).Post("/hss/api/v1/auth/login", new { email = $"waiter{Interlocked.Increment(ref _made)}-{Guid.NewGuid():N}@example.org" });
            var user = new ApiClient(http, (string?)signed.Json!["token"]);
            var id = (string?)(await user.Get("/api/v1/auth/me")).Json!["id"];
            var given = await operators.Send(HttpMethod.Put, $"/api/v1/users/{id}/roles", new { roles = new { reservia = "user" } });
            Assert.Equal(HttpStatusCode.OK, given.Status);
            return user;
        }));
    }

    /// <summary>A new resource; answers its number.</summary>
    public static async Task<long> Resource(HttpClient http, int capacity = 1)
    {
        var made = await (await Admin(http)).Post("/admin/resource/add", new { name = $"Resource {Interlocked.Increment(ref _made)} {Guid.NewGuid():N}", capacity });
        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        return (long)made.Json!["resource_id"]!;
    }

    public static Task<ApiAnswer> Do(this ApiClient user, string verb, long resource) => user.Post($"/reservia/reservation/{verb}", new { resource_id = resource });

    /// <summary>Who holds and who waits, in order: user ids.</summary>
    public static async Task<(long[] Holders, long[] Waiting)> Queue(ApiClient user, long resource)
    {
        var active = (await user.Get($"/reservia/reservation/active?resource_id={resource}")).Json!["reservations"]!.AsArray().Select(r => r!).ToArray();
        return (
            [.. active.Where(r => (string?)r["status"] == "approved").OrderBy(r => (long)r["fencing_token"]!).Select(UserOf)],
            [.. active.Where(r => (string?)r["status"] == "requested").OrderBy(r => (int)r["position"]!).Select(UserOf)]);
    }

    public static long UserOf(JsonNode reservation) => (long)reservation["user_id"]!;
}
