using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Shop;

namespace Hss.Tests.Api.Library.Deliveries;

/// <summary>Readers and librarians at work.</summary>
internal static class Lending
{
    public const string Requests = $"{Luna.Api}/requests";

    public const string Returns = $"{Luna.Api}/returns";

    public const string Deliveries = $"{Luna.Api}/deliveries";

    public const string Tasks = $"{Deliveries}/tasks";

    private const string Password = "Reading-is-1-joy";

    /// <summary>A new title.</summary>
    public static async Task<string> Book(HttpClient http, int copies = 1, string title = "Emma")
    {
        var made = await (await Luna.Librarian(http)).Post(Luna.Books, new { isbn = Luna.NewIsbn(), title, author = "Jane Austen", shelf_location = "A-1", copies });
        return (string)made.Data(HttpStatusCode.Created)["id"]!;
    }

    /// <summary>Readers whom nobody else uses.</summary>
    public static Task<ApiClient[]> Readers(HttpClient http, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => Reader(http)));

    /// <summary>A reader whom nobody else uses.</summary>
    public static async Task<ApiClient> Reader(HttpClient http)
    {
        var email = $"reader{Guid.NewGuid():N}@example.org";
        var made = await new ApiClient(http).Post($"{Luna.Auth}/register", new { email, password = Password, first_name = "Ada", last_name = "Lovelace" });
        return new(http, (string)made.Data(HttpStatusCode.Created)["access_token"]!);
    }

    /// <summary>Asks for a book.</summary>
    public static Task<ApiAnswer> Ask(this ApiClient reader, string book, bool wait = false) =>
        reader.Post(Requests, new { book_id = book, request_location = "Reading room", wait });

    /// <summary>Asks for a book that is to be had; answers the request's id.</summary>
    public static async Task<string> Request(this ApiClient reader, string book, bool wait = false) =>
        (string)(await reader.Ask(book, wait)).Data(HttpStatusCode.Created)["id"]!;

    /// <summary>A librarian moves a task on.</summary>
    public static async Task<ApiAnswer> Move(HttpClient http, string task, string status, string? reason = null) =>
        await (await Luna.Librarian(http)).Post($"{Tasks}/{task}/status", new { status, reason });

    /// <summary>A librarian carries a book to its reader by hand.</summary>
    public static async Task Carry(HttpClient http, string task)
    {
        (await (await Luna.Librarian(http)).Put($"{Deliveries}/{task}/book-placed")).Data();
        (await Move(http, task, "IN_PROGRESS")).Data();
    }

    /// <summary>A reader gets a book; answers the request's id.</summary>
    public static async Task<string> Borrow(HttpClient http, ApiClient reader, string book)
    {
        var request = await reader.Request(book);
        await Carry(http, request);
        (await reader.Put($"{Requests}/{request}/complete")).Data();
        return request;
    }

    /// <summary>What is said of a title: its status, how many copies are free, how many wait.</summary>
    public static async Task<(string Status, int Free, int Waiting)> Availability(HttpClient http, string book)
    {
        var data = (await (await Luna.Librarian(http)).Get($"{Luna.Books}/{book}/availability")).Data();
        return ((string)data["status"]!, (int)data["available_copies"]!, (int)data["queue_length"]!);
    }

    /// <summary>A request as its reader sees it.</summary>
    public static async Task<JsonNode> Read(this ApiClient reader, string request) => (await reader.Get($"{Requests}/{request}")).Data();

    /// <summary>Waits until a request has a status.</summary>
    public static Task Becomes(this ApiClient reader, string request, string status) =>
        Shopper.Until(async () => (string?)(await reader.Read(request))["status"] == status, $"The request is not {status}");

    /// <summary>All requests or returns of a title.</summary>
    public static async Task<List<JsonNode>> All(ApiClient librarian, string path, string book)
    {
        var all = new List<JsonNode>();
        for (var page = 1; ; page++)
        {
            var answer = await librarian.Get($"{path}?book_id={book}&limit=100&page={page}&order=asc");
            all.AddRange(answer.Data().AsArray().Select(r => r!));
            if (page >= (int)answer.Json!["pagination"]!["total_pages"]!)
                return all;
        }
    }
}
