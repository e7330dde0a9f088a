using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Library;

/// <summary>LUNA as its readers and librarians use it.</summary>
internal static class Luna
{
    public const string Api = "/luna/api/v1";

    public const string Auth = Api + "/auth";

    public const string Books = Api + "/books";

    public const string Password = "Correct-horse-9";

    // Signing in costs a tenth of a second by design; tests of one server share it.
    private static readonly ConditionalWeakTable<HttpClient, ConcurrentDictionary<string, Task<ApiClient>>> Known = [];

    public static Task<ApiClient> Admin(HttpClient http) => Shared(http, "admin@luna.local", "Admin123!");

    public static Task<ApiClient> Librarian(HttpClient http) => Shared(http, "librarian@luna.local", "Librarian123!");

    public static Task<ApiClient> Student(HttpClient http) => Shared(http, "student@luna.local", "Student123!");

    /// <summary>Registers a new reader.</summary>
    public static async Task<Reader> Reader(HttpClient http)
    {
        var email = NewEmail();
        var data = (await new ApiClient(http).Post($"{Auth}/register", new { email, password = Password, first_name = "Rita", last_name = "Reader" })).Data(HttpStatusCode.Created);
        return new(new(http, (string)data["access_token"]!), (string)data["user"]!["id"]!, email, (string)data["refresh_token"]!);
    }

    public static string NewEmail() => $"reader{Guid.NewGuid():N}@example.org";

    /// <summary>A valid ISBN that no other book of the tests has.</summary>
    public static string NewIsbn()
    {
        var digits = $"979{Random.Shared.NextInt64(100_000_000, 999_999_999)}";
        var sum = digits.Select((d, i) => (i % 2 == 0 ? 1 : 3) * (d - '0')).Sum();
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }

    /// <summary>Adds a book; answers its id.</summary>
    public static async Task<string> Book(HttpClient http, int copies = 1, string? title = null, string? isbn = null)
    {
        var made = await (await Librarian(http)).Post(Books, new { isbn = isbn ?? NewIsbn(), title = title ?? $"Title {Guid.NewGuid():N}", author = "Ann Author", copies });
        return (string)made.Data(HttpStatusCode.Created)["id"]!;
    }

    public static Task<ApiAnswer> Put(this ApiClient client, string path, object? body = null, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Put, path, body, headers);

    public static Task<ApiAnswer> Delete(this ApiClient client, string path, params (string Name, string Value)[] headers) =>
        client.Send(HttpMethod.Delete, path, null, headers);

    /// <summary>What a success carries; fails when it is none, or not in LUNA's envelope.</summary>
    public static JsonNode Data(this ApiAnswer answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        Assert.True(answer.Status == status, $"{(int)answer.Status} {answer.Text}");
        Assert.True((bool)answer.Json!["success"]!);
        Assert.NotNull(answer.Json["meta"]!["request_id"]);
        return answer.Json["data"]!;
    }

    /// <summary>The code of an error.</summary>
    public static string? Code(this ApiAnswer answer) => (string?)answer.Json!["error"]!["code"];

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

/// <summary>Somebody who has just registered.</summary>
internal sealed record Reader(ApiClient Client, string Id, string Email, string Refresh);
