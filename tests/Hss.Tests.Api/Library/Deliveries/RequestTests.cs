using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Library.Deliveries;

/// <summary>Requests for books, over HTTP.</summary>
public sealed class RequestTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private HttpClient Http => api.Server.Client;

    [Fact]
    public async Task ARequest_ReservesTheBook_AndHasItsDeliveryTask()
    {
        var (book, reader) = (await Lending.Book(Http), await Lending.Reader(Http));

        var made = await reader.Post(Lending.Requests, new { book_id = book, request_location = "  Room 12 ", notes = "Soon, please" });

        var request = made.Data(HttpStatusCode.Created);
        Assert.Equal(
            (book, "Room 12", "PENDING", "Soon, please", "Emma"),
            ((string?)request["book_id"], (string?)request["request_location"], (string?)request["status"], (string?)request["notes"], (string?)request["book_title"]));
        Assert.NotNull(request["requested_at"]);
        Assert.Equal($"{Lending.Requests}/{request["id"]}", made.Header("Location"));
        Assert.Equal(("RESERVED", 0, 0), await Lending.Availability(Http, book));
        var task = (await (await Luna.Librarian(Http)).Get($"{Lending.Deliveries}/{request["task_id"]}")).Data();
        Assert.Equal(
            ((string?)request["id"], "STUDENT_DELIVERY", "NORMAL", "PENDING", "A-1", "Room 12"),
            ((string?)task["request_id"], (string?)task["task_type"], (string?)task["priority"], (string?)task["status"], (string?)task["source_location"], (string?)task["destination_location"]));
        Assert.Null(task["return_id"]);
    }

    [Fact]
    public async Task ABookThatIsOut_IsRefused_WithItsStatus_AndReservedOnceForTheSameReader()
    {
        var (book, readers) = (await Lending.Book(Http, copies: 2), await Lending.Readers(Http, 3));
        await readers[0].Request(book);

        var again = await readers[0].Ask(book);
        Assert.Equal((HttpStatusCode.Conflict, "BOOK_ALREADY_RESERVED"), (again.Status, again.Code()));
        Assert.Equal(("AVAILABLE", 1, 0), await Lending.Availability(Http, book));
        await readers[1].Request(book);

        var refused = await readers[2].Ask(book);
        Assert.Equal((HttpStatusCode.Conflict, "BOOK_NOT_AVAILABLE"), (refused.Status, refused.Code()));
        var details = refused.Json!["error"]!["details"]!;
        Assert.Equal((book, "RESERVED"), ((string?)details["book_id"], (string?)details["current_status"]));
    }

    [Fact]
    public async Task WhoWaits_HasAPosition_AndATaskWhenACopyIsBack()
    {
        var (book, readers) = (await Lending.Book(Http), await Lending.Readers(Http, 3));
        var first = await readers[0].Request(book);
        var second = (await readers[1].Ask(book, wait: true)).Data(HttpStatusCode.Created);
        var third = await readers[2].Request(book, wait: true);
        Assert.Equal(("PENDING", 1, null), ((string?)second["status"], (int?)second["queue_position"], (string?)second["task_id"]));
        Assert.Equal(2, (int?)(await readers[2].Read(third))["queue_position"]);
        Assert.Equal(HttpStatusCode.Conflict, (await readers[1].Ask(book, wait: true)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Luna.Librarian(Http)).Get($"{Lending.Deliveries}/{second["id"]}")).Status);
        var noTask = await (await Luna.Librarian(Http)).Post(Lending.Tasks, new { request_id = (string)second["id"]! });
        Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE"), (noTask.Status, noTask.Code()));

        (await readers[0].Put($"{Lending.Requests}/{first}/cancel")).Data();

        await Shop.Shopper.Until(async () => (await readers[1].Read((string)second["id"]!))["task_id"] is not null, "The copy was not given on");
        var granted = await readers[1].Read((string)second["id"]!);
        Assert.Equal(("PENDING", null), ((string?)granted["status"], (int?)granted["queue_position"]));
        Assert.Equal(1, (int?)(await readers[2].Read(third))["queue_position"]);
        Assert.Equal(("RESERVED", 0, 1), await Lending.Availability(Http, book));

        // Who gives the wait up leaves the queue, and gets nothing.
        (await readers[2].Post($"{Lending.Requests}/{third}/cancel", new { reason = "Bought it" })).Data();
        Assert.Equal(("RESERVED", 0, 0), await Lending.Availability(Http, book));
        var called = await readers[2].Read(third);
        Assert.Equal(("CANCELLED", "Bought it", null), ((string?)called["status"], (string?)called["reason"], (string?)called["task_id"]));
    }

    [Fact]
    public async Task Cancel_TellsTheTruth_200UntilTheTaskIsInProgress_Then409()
    {
        var (book, reader) = (await Lending.Book(Http), await Lending.Reader(Http));
        var librarian = await Luna.Librarian(Http);
        var pending = await reader.Request(book);
        Assert.Equal("CANCELLED", (string?)(await reader.Put($"{Lending.Requests}/{pending}/cancel")).Data()["status"]);
        Assert.Equal(("AVAILABLE", 1, 0), await Lending.Availability(Http, book));
        Assert.Equal("CANCELLED", (string?)(await librarian.Get($"{Lending.Deliveries}/{pending}")).Data()["status"]);

        var queued = await reader.Request(book);
        (await librarian.Put($"{Lending.Deliveries}/{queued}/book-placed")).Data();
        Assert.NotNull((await reader.Put($"{Lending.Requests}/{queued}/cancel")).Data()["cancelled_at"]);
        Assert.Equal(("AVAILABLE", 1, 0), await Lending.Availability(Http, book));

        var driving = await reader.Request(book);
        await Lending.Carry(Http, driving);
        var late = await reader.Put($"{Lending.Requests}/{driving}/cancel");
        Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE"), (late.Status, late.Code()));
        Assert.Equal("IN_PROGRESS", (string?)(await reader.Read(driving))["status"]);
        Assert.Equal(("RESERVED", 0, 0), await Lending.Availability(Http, book));
        Assert.Equal(HttpStatusCode.Conflict, (await reader.Put($"{Lending.Requests}/{pending}/cancel")).Status);
    }

    [Theory]
    [InlineData("complete", "COMPLETED")]
    [InlineData("confirm-delivery", "IN_PROGRESS")]
    public async Task Complete_ByItsReader_ClosesRequestAndTask_AndChecksTheBookOut(string verb, string librariansStatus)
    {
        var (book, reader) = (await Lending.Book(Http), await Lending.Reader(Http));
        var request = await reader.Request(book);
        var early = await reader.Put($"{Lending.Requests}/{request}/{verb}");
        Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE"), (early.Status, early.Code()));
        await Lending.Carry(Http, request);
        if (librariansStatus == "COMPLETED")
            Assert.Equal("COMPLETED", (string?)(await (await Luna.Librarian(Http)).Put($"{Lending.Deliveries}/{request}/complete")).Data()["status"]);
        Assert.Equal("IN_PROGRESS", (string?)(await reader.Read(request))["status"]);

        var done = (await reader.Post($"{Lending.Requests}/{request}/{verb}")).Data();

        Assert.Equal(("COMPLETED", null), ((string?)done["status"], (string?)done["auto_closed_without_confirm_at"]));
        Assert.NotNull(done["completed_at"]);
        Assert.Equal(("CHECKED_OUT", 0, 0), await Lending.Availability(Http, book));
        Assert.Equal("COMPLETED", (string?)(await (await Luna.Librarian(Http)).Get($"{Lending.Deliveries}/{request}")).Data()["status"]);
        Assert.Equal(HttpStatusCode.Conflict, (await reader.Put($"{Lending.Requests}/{request}/{verb}")).Status);
    }

    [Theory]
    [InlineData("CANCELLED")]
    [InlineData("FAILED")]
    public async Task ACancelledOrFailedTask_CancelsItsRequest_AndFreesTheBook(string status)
    {
        var (book, reader) = (await Lending.Book(Http), await Lending.Reader(Http));
        var request = await reader.Request(book);
        await Lending.Carry(Http, request);

        (await Lending.Move(Http, request, status, "The bridge is closed")).Data();

        var after = await reader.Read(request);
        Assert.Equal(("CANCELLED", "The bridge is closed"), ((string?)after["status"], (string?)after["reason"]));
        Assert.Equal(("AVAILABLE", 1, 0), await Lending.Availability(Http, book));
    }

    [Fact]
    public async Task OthersRequests_DoNotExistForReaders_AreSeenByLibrarians_AndCancelledByAdmins()
    {
        var (book, readers) = (await Lending.Book(Http), await Lending.Readers(Http, 2));
        var request = await readers[0].Request(book);
        var path = $"{Lending.Requests}/{request}";
        foreach (var answer in new[]
        {
            await readers[1].Get(path), await readers[1].Get($"{path}/activity"), await readers[1].Put($"{path}/cancel"),
            await readers[1].Put($"{path}/complete"), await readers[1].Post($"{path}/confirm-delivery"),
        })
        {
            Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (answer.Status, answer.Code()));
        }

        var librarian = await Luna.Librarian(Http);
        Assert.Equal("PENDING", (string?)(await librarian.Get(path)).Data()["status"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await librarian.Put($"{path}/cancel")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await librarian.Put($"{path}/complete")).Status);
        Assert.Equal("CANCELLED", (string?)(await (await Luna.Admin(Http)).Put($"{path}/cancel")).Data()["status"]);
        // A return is no request, and what is no id is not there.
        Assert.Equal(HttpStatusCode.NotFound, (await readers[0].Get($"{Lending.Returns}/{request}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await readers[0].Get($"{Lending.Requests}/nonsense")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await readers[0].Get($"{Lending.Requests}/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Approve_IsForLibrarians_Once()
    {
        var (book, reader) = (await Lending.Book(Http), await Lending.Reader(Http));
        var request = await reader.Request(book);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post($"{Lending.Requests}/{request}/approve")).Status);

        var librarian = await Luna.Librarian(Http);
        Assert.Equal("APPROVED", (string?)(await librarian.Post($"{Lending.Requests}/{request}/approve")).Data()["status"]);
        Assert.Equal(HttpStatusCode.Conflict, (await librarian.Put($"{Lending.Requests}/{request}/approve")).Status);
        var activity = (await reader.Get($"{Lending.Requests}/{request}/activity")).Data();
        Assert.Equal(("APPROVED", "PENDING"), ((string?)activity["request"]!["status"], (string?)activity["task"]!["status"]));
    }

    [Fact]
    public async Task Lists_ShowReadersTheirOwn_AndLibrariansEverybodysWithNames()
    {
        var (student, readers) = (await Luna.Student(Http), await Lending.Readers(Http, 1));
        var (one, two) = (await Lending.Book(Http, title: "Persuasion"), await Lending.Book(Http));
        var mine = await student.Request(one);
        var theirs = await readers[0].Request(two);
        await student.Put($"{Lending.Requests}/{mine}/cancel");

        var own = (await readers[0].Get($"{Lending.Requests}?user_id={Guid.NewGuid()}")).Json!;
        Assert.Equal([theirs], own["data"]!.AsArray().Select(r => (string)r!["id"]!));
        Assert.Equal((1, 20, 1L, 1L), ((int)own["pagination"]!["page"]!, (int)own["pagination"]!["limit"]!, (long)own["pagination"]!["total"]!, (long)own["pagination"]!["total_pages"]!));
        Assert.Null(own["data"]![0]!["student_email"]);

        var librarian = await Luna.Librarian(Http);
        var cancelled = Assert.Single((await librarian.Get($"{Lending.Requests}?book_id={one}&status=CANCELLED")).Data().AsArray())!;
        Assert.Equal((mine, "student@luna.local", "Persuasion"), ((string?)cancelled["id"], (string?)cancelled["student_email"], (string?)cancelled["book_title"]));
        Assert.NotEqual("", (string?)cancelled["student_display_name"]);
        var newest = (await librarian.Get($"{Lending.Requests}?limit=100")).Data().AsArray().Select(r => (string)r!["requested_at"]!).ToList();
        Assert.Equal(newest.OrderDescending(StringComparer.Ordinal), newest);
        var oldest = (await librarian.Get($"{Lending.Requests}?limit=100&sort=requested_at&order=asc")).Data().AsArray().Select(r => (string)r!["requested_at"]!);
        Assert.Equal(newest.AsEnumerable().Reverse(), oldest);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await librarian.Get($"{Lending.Requests}?status=LOST&page=0&limit=101")).Status);
    }

    [Fact]
    public async Task BadInput_Is422_WithEachFieldsFaults()
    {
        var reader = await Lending.Reader(Http);

        var answer = await reader.Post(Lending.Requests, new { request_location = " ", notes = new string('x', 2001), wait = "yes" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"), (answer.Status, answer.Code()));
        var fields = (JsonObject)answer.Json!["error"]!["details"]!["fields"]!;
        Assert.Equal(["book_id", "notes", "request_location", "wait"], fields.Select(f => f.Key).Order());
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Ask("nonsense")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Ask(Guid.NewGuid().ToString())).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ApiClient(Http).Ask("nonsense")).Status);
    }

    [Fact]
    public async Task TheSameIdempotencyKey_MakesOneRequest()
    {
        var (book, reader) = (await Lending.Book(Http, copies: 3), await Lending.Reader(Http));
        var body = new { book_id = book, request_location = "Reading room" };

        var first = await reader.Post(Lending.Requests, body, ("Idempotency-Key", "one"));
        var again = await reader.Post(Lending.Requests, body, ("Idempotency-Key", "one"));

        Assert.Equal((string?)first.Data(HttpStatusCode.Created)["id"], (string?)again.Data(HttpStatusCode.Created)["id"]);
        Assert.Equal("true", again.Header("Idempotent-Replayed"));
        Assert.Equal(("AVAILABLE", 2, 0), await Lending.Availability(Http, book));
    }

    [Fact]
    public async Task AReaderWithActiveRequests_CannotLeave_UntilTheyAreClosed()
    {
        var (book, reader) = (await Lending.Book(Http), await Lending.Reader(Http));
        var request = await reader.Request(book);

        var refused = await reader.Delete($"{Luna.Auth}/me");
        Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE", 1), (refused.Status, refused.Code(), (int?)refused.Json!["error"]!["details"]!["active"]));
        (await reader.Put($"{Lending.Requests}/{request}/cancel")).Data();
        Assert.Equal(HttpStatusCode.OK, (await reader.Delete($"{Luna.Auth}/me")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.Get(Lending.Requests)).Status);
    }
}
