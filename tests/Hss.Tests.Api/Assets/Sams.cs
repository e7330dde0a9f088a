using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;

namespace Hss.Tests.Api.Assets;

/// <summary>Asset management as its members use it.</summary>
internal static class Sams
{
    public const string Categories = "/sams/api/v1/categories";

    public const string Locations = "/sams/api/v1/locations";

    // Signing in costs a tenth of a second by design; tests of one server share it.
    private static readonly ConditionalWeakTable<HttpClient, ConcurrentDictionary<string, Task<ApiClient>>> Known = [];

    public static Task<ApiClient> Admin(HttpClient http) => Shared(http, "admin@suresoft.com", "admin123!");

    public static Task<ApiClient> Manager(HttpClient http) => Shared(http, "manager@suresoft.com", "manager123!");

    public static Task<ApiClient> Employee(HttpClient http) => Shared(http, "employee@suresoft.com", "employee123!");

    /// <summary>A text that nothing else has.</summary>
    public static string Unique(string prefix = "k") => $"{prefix}{Guid.NewGuid():N}"[..20];

    /// <summary>Makes a category; answers its id.</summary>
    public static async Task<string> Category(HttpClient http, string? code = null)
    {
        var made = await (await Admin(http)).Post(Categories, new { name = Unique("Kind "), code = code ?? Unique("C") });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        return (string)made.Json!["id"]!;
    }

    /// <summary>Makes a location; answers its id.</summary>
    public static async Task<string> Location(HttpClient http, string? code = null)
    {
        var made = await (await Admin(http)).Post(Locations, new { name = Unique("Place "), code = code ?? Unique("L") });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        return (string)made.Json!["id"]!;
    }

    public static Task<ApiAnswer> Put(this ApiClient client, string path, object? body, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Put, path, body, headers);

    public static Task<ApiAnswer> Delete(this ApiClient client, string path, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Delete, path, null, headers);

    /// <summary>The text under <c>detail</c>.</summary>
    public static string? Detail(this ApiAnswer answer) => (string?)answer.Json!["detail"];

    /// <summary>Calls behind one barrier.</summary>
    public static async Task<ApiAnswer[]> AtOnce(int callers, Func<int, Task<ApiAnswer>> call)
    {
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable.Range(0, callers).Select(async n =>
        {
            await barrier.Task;
            return await call(n);
        }).ToList();
        barrier.SetResult();
        return await Task.WhenAll(calls);
    }

    private static Task<ApiClient> Shared(HttpClient http, string email, string password) =>
        Known.GetValue(http, static _ => new()).GetOrAdd(email, _ => SignIn(http, email, password));

    private static async Task<ApiClient> SignIn(HttpClient http, string email, string password)
    {
        var answer = await new ApiClient(http).Post("/api/v1/auth/login", new { email, password });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return new(http, (string?)answer.Json!["access_token"]);
    }
}
