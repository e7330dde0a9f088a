using System.Net;

namespace Hss.Tests.Api.Library.Deliveries;

/// <summary>Tasks, as librarians see and move them over HTTP.</summary>
public sealed class DeliveryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private HttpClient Http => api.Server.Client;

    [Theory]
    [InlineData("inter-staff", "INTER_STAFF")]
    [InlineData("workstation", "WORKSTATION")]
    [InlineData("transfer", "TRANSFER")]
    public async Task ATransport_IsPlaced_Carried_AndCompletedFromInProgressOnly(string path, string type)
    {
        var (librarian, book) = (await Luna.Librarian(Http), await Lending.Book(Http));
        var made = (await librarian.Post(
            $"{Lending.Deliveries}/{path}", new { source_location = "Desk 1", destination_location = "Desk 2", book_id = book, notes = "Fragile" })).Data(HttpStatusCode.Created);
        Assert.Equal(
            (type, "PENDING", "NORMAL", "Desk 1", "Desk 2", book, "Emma", "Fragile"),
            ((string?)made["task_type"], (string?)made["status"], (string?)made["priority"], (string?)made["source_location"], (string?)made["destination_location"],
                (string?)made["book_id"], (string?)made["book_title"], (string?)made["metadata"]!["notes"]));
        var task = $"{Lending.Deliveries}/{made["id"]}";
        Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE"), Refused(await librarian.Put($"{task}/complete")));

        Assert.Equal("QUEUED", (string?)(await librarian.Put($"{task}/book-placed")).Data()["status"]);
        Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE"), Refused(await librarian.Post($"{task}/book-placed")));
        Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE"), Refused(await librarian.Post($"{task}/complete")));
        (await Lending.Move(Http, (string)made["id"]!, "IN_PROGRESS")).Data();
        var done = (await librarian.Post($"{task}/complete")).Data();
        Assert.Equal("COMPLETED", (string?)done["status"]);
        Assert.NotNull(done["completed_at"]);
        Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE"), Refused(await librarian.Put($"{task}/cancel")));
        // The book stands where it is carried; nobody has reserved it.
        Assert.Equal(("AVAILABLE", 1, 0), await Lending.Availability(Http, book));
    }

    [Fact]
    public async Task QueuedTasks_AreListedByPriority_ThenByAge()
    {
        var librarian = await Luna.Librarian(Http);
        var ids = new List<string>();
        foreach (var priority in new[] { "LOW", "NORMAL", "URGENT", "HIGH", "URGENT" })
        {
            var made = await librarian.Post($"{Lending.Deliveries}/transfer", new { source_location = "A", destination_location = "B", priority });
            ids.Add((string)made.Data(HttpStatusCode.Created)["id"]!);
            (await librarian.Put($"{Lending.Deliveries}/{ids[^1]}/book-placed")).Data();
        }

        string[] expected = [ids[2], ids[4], ids[3], ids[1], ids[0]];
        var queue = (await librarian.Get($"{Lending.Tasks}?dispatchable_only=true&limit=100")).Data()["items"]!.AsArray();
        Assert.All(queue, t => Assert.Equal("QUEUED", (string?)t!["status"]));
        Assert.Equal(expected, queue.Select(t => (string)t!["id"]!).Where(ids.Contains));
        Assert.Equal(expected, (await librarian.Get($"{Lending.Deliveries}?dispatchable_only=true&limit=100")).Data().AsArray().Select(t => (string)t!["id"]!).Where(ids.Contains));
        Assert.Equal(
            expected,
            (await librarian.Get($"{Lending.Deliveries}?task_type=TRANSFER&status=QUEUED&sort=priority&order=asc&limit=100")).Data().AsArray().Select(t => (string)t!["id"]!).Where(ids.Contains));
    }

    [Fact]
    public async Task ATask_KnowsItsWay()
    {
        var (book, reader, librarian) = (await Lending.Book(Http), await Lending.Reader(Http), await Luna.Librarian(Http));
        var request = await reader.Request(book);
        (await librarian.Post($"{Lending.Tasks}/{request}/book-placed")).Data();
        (await Lending.Move(Http, request, "IN_PROGRESS", "I walk")).Data();
        Assert.Equal("FAILED", (string?)(await Lending.Move(Http, request, "FAILED", "It rains")).Data()["task"]!["status"]);

        var data = (await librarian.Get($"{Lending.Tasks}/{request}")).Data();

        Assert.Equal(
            [(null, "PENDING", null), ("PENDING", "QUEUED", null), ("QUEUED", "IN_PROGRESS", "I walk"), ("IN_PROGRESS", "FAILED", "It rains")],
            data["status_history"]!.AsArray().Select(m => ((string?)m!["old_status"], (string?)m["new_status"], (string?)m["reason"])));
        Assert.Equal(("FAILED", request), ((string?)data["task"]!["status"], (string?)data["task"]!["request_id"]));
    }

    [Fact]
    public async Task ATaskForWhatHasOne_IsThatTask()
    {
        var (book, reader, librarian) = (await Lending.Book(Http), await Lending.Reader(Http), await Luna.Librarian(Http));
        var request = await reader.Request(book);

        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(request, (string?)(await librarian.Post(Lending.Tasks, new { request_id = request })).Data()["task"]!["id"]);
        Assert.Equal(HttpStatusCode.NotFound, (await librarian.Post(Lending.Tasks, new { return_id = request })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await librarian.Post(Lending.Tasks, new { request_id = Guid.NewGuid() })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await librarian.Post(Lending.Tasks, new { request_id = request, return_id = request })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await librarian.Post(Lending.Tasks, new { })).Status);
    }

    [Fact]
    public async Task IllegalMoves_Are409_AndBadOnes422()
    {
        var (book, reader, librarian) = (await Lending.Book(Http), await Lending.Reader(Http), await Luna.Librarian(Http));
        var request = await reader.Request(book);

        foreach (var status in new[] { "IN_PROGRESS", "COMPLETED", "QUEUED", "ASSIGNED", "PENDING" })
            Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE"), Refused(await Lending.Move(Http, request, status)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"), Refused(await Lending.Move(Http, request, "LOST", new string('x', 501))));
        var wrong = await librarian.Post($"{Lending.Deliveries}/inter-staff", new { source_location = "", priority = "NOW", book_id = book });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"), Refused(wrong));
        Assert.NotNull(wrong.Json!["error"]!["details"]!["fields"]!["destination_location"]);
        var unknown = await librarian.Post($"{Lending.Deliveries}/inter-staff", new { source_location = "A", destination_location = "B", book_id = Guid.NewGuid() });
        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), Refused(unknown));
    }

    [Fact]
    public async Task Tasks_AreForLibrariansAndAdmins()
    {
        var (book, reader) = (await Lending.Book(Http), await Lending.Reader(Http));
        var request = await reader.Request(book);
        foreach (var answer in new[]
        {
            await reader.Get(Lending.Deliveries), await reader.Get($"{Lending.Deliveries}/{request}"), await reader.Put($"{Lending.Deliveries}/{request}/cancel"),
            await reader.Get(Lending.Tasks), await reader.Post($"{Lending.Tasks}/{request}/book-placed"), await reader.Post($"{Lending.Deliveries}/transfer"),
        })
        {
            Assert.Equal((HttpStatusCode.Forbidden, "FORBIDDEN"), Refused(answer));
        }

        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED"), Refused(await new ApiClient(Http).Get(Lending.Deliveries)));
        var task = (await (await Luna.Admin(Http)).Get($"{Lending.Deliveries}/{request}")).Data();
        Assert.Contains("@", (string?)task["student_email"], StringComparison.Ordinal);
        Assert.Equal("CANCELLED", (string?)(await (await Luna.Librarian(Http)).Put($"{Lending.Deliveries}/{request}/cancel", new { reason = "Lost" })).Data()["status"]);
        Assert.Equal(("CANCELLED", "Lost"), ((string?)(await reader.Read(request))["status"], (string?)(await reader.Read(request))["reason"]));
    }

    private static (HttpStatusCode, string?) Refused(ApiAnswer answer) => (answer.Status, answer.Code());
}
