using System.Net;

namespace Hss.Tests.Api.Library.Deliveries;

/// <summary>Returns of books, over HTTP.</summary>
public sealed class ReturnTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private HttpClient Http => api.Server.Client;

    [Fact]
    public async Task AReturn_BringsTheBookBack_FromItsReaderToTheLibrary()
    {
        var (book, reader, librarian) = (await Lending.Book(Http), await Lending.Reader(Http), await Luna.Librarian(Http));
        var request = await Lending.Borrow(Http, reader, book);
        var returnable = (await reader.Get($"{Lending.Returns}/returnable-books")).Data();
        Assert.Equal((book, request, "Emma"), ((string?)returnable["items"]![0]!["book_id"], (string?)returnable["items"]![0]!["request_id"], (string?)returnable["items"]![0]!["title"]));

        var made = (await reader.Post(Lending.Returns, new { book_id = book, pickup_location = "Room 12" })).Data(HttpStatusCode.Created);
        var path = $"{Lending.Returns}/{made["id"]}";
        Assert.Equal(("PENDING", "Room 12", book), ((string?)made["status"], (string?)made["pickup_location"], (string?)made["book_id"]));
        Assert.NotNull(made["initiated_at"]);
        Assert.Empty((await reader.Get($"{Lending.Returns}/returnable-books")).Data()["items"]!.AsArray());
        var task = (await librarian.Get($"{Lending.Deliveries}/{made["task_id"]}")).Data();
        Assert.Equal(
            ("RETURN_PICKUP", "QUEUED", "Room 12", (string?)made["id"], null),
            ((string?)task["task_type"], (string?)task["status"], (string?)task["source_location"], (string?)task["return_id"], (string?)task["request_id"]));

        Assert.Equal("PICKUP_SCHEDULED", (string?)(await librarian.Post($"{path}/approve")).Data()["status"]);
        var early = await librarian.Post($"{path}/confirm-receipt");
        Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE"), (early.Status, early.Code()));
        var handed = (await reader.Put($"{path}/picked-up")).Data();
        Assert.Equal("PICKED_UP", (string?)handed["status"]);
        Assert.NotNull(handed["picked_up_at"]);
        Assert.Equal(("CHECKED_OUT", 0, 0), await Lending.Availability(Http, book));
        Assert.Equal(HttpStatusCode.Conflict, (await reader.Post($"{path}/confirm-handoff")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await reader.Put($"{path}/cancel")).Status);

        Assert.Equal("COMPLETED", (string?)(await librarian.Post($"{path}/confirm-receipt")).Data()["status"]);
        Assert.Equal(("AVAILABLE", 1, 0), await Lending.Availability(Http, book));
        var activity = (await reader.Get($"{path}/activity")).Data();
        Assert.Equal(("COMPLETED", "COMPLETED"), ((string?)activity["return"]!["status"], (string?)activity["task"]!["status"]));
    }

    [Fact]
    public async Task ABook_WhoseReturnBeginsAfterARestart_IsNotAmongThoseInHand()
    {
        await using var server = await ApiServer.Start();
        var (book, reader) = (await Lending.Book(server.Client), await Lending.Reader(server.Client));
        await Lending.Borrow(server.Client, reader, book);

        await server.Restart();
        reader = new(server.Client, reader.Token);
        (await reader.Post(Lending.Returns, new { book_id = book, pickup_location = "Room 12" })).Data(HttpStatusCode.Created);

        Assert.Empty((await reader.Get($"{Lending.Returns}/returnable-books")).Data()["items"]!.AsArray());
    }

    [Fact]
    public async Task OnlyTheBorrower_OfACheckedOutBook_MayReturnIt_Once()
    {
        var (book, readers) = (await Lending.Book(Http, copies: 2), await Lending.Readers(Http, 2));
        await readers[1].Request(book);
        foreach (var reader in readers)
            await IsRefused(reader, book);
        await Lending.Borrow(Http, readers[0], book);
        await IsRefused(readers[1], book);

        var made = (await readers[0].Post(Lending.Returns, new { book_id = book, pickup_location = "Room 12" })).Data(HttpStatusCode.Created);
        await IsRefused(readers[0], book);
        Assert.Equal(HttpStatusCode.NotFound, (await readers[1].Get($"{Lending.Returns}/{made["id"]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await readers[1].Put($"{Lending.Returns}/{made["id"]}/picked-up")).Status);

        // Called off, the reader keeps the book, and may give it back another time.
        Assert.Equal("CANCELLED", (string?)(await readers[0].Put($"{Lending.Returns}/{made["id"]}/cancel")).Data()["status"]);
        (await readers[0].Post(Lending.Returns, new { book_id = book, pickup_location = "Room 12" })).Data(HttpStatusCode.Created);
    }

    [Fact]
    public async Task AReturnedCopy_GoesToTheHeadOfTheQueue()
    {
        var (book, readers) = (await Lending.Book(Http), await Lending.Readers(Http, 2));
        await Lending.Borrow(Http, readers[0], book);
        var waiting = await readers[1].Request(book, wait: true);
        var back = (string)(await readers[0].Post(Lending.Returns, new { book_id = book, pickup_location = "Room 12" })).Data(HttpStatusCode.Created)["id"]!;
        (await Lending.Move(Http, back, "IN_PROGRESS")).Data();

        (await (await Luna.Librarian(Http)).Put($"{Lending.Deliveries}/{back}/complete")).Data();

        Assert.Equal(("RESERVED", 0, 0), await Lending.Availability(Http, book));
        await Shop.Shopper.Until(async () => (await readers[1].Read(waiting))["task_id"] is not null, "The copy was not given on");
        Assert.NotNull((await readers[0].Get($"{Lending.Returns}/{back}")).Data()["picked_up_at"]);
    }

    [Fact]
    public async Task Lists_AndBadInput()
    {
        var (book, reader, librarian) = (await Lending.Book(Http), await Lending.Reader(Http), await Luna.Librarian(Http));
        await Lending.Borrow(Http, reader, book);
        var back = (string)(await reader.Post(Lending.Returns, new { book_id = book, pickup_location = "Room 12" })).Data(HttpStatusCode.Created)["id"]!;

        Assert.Equal([back], (await reader.Get($"{Lending.Returns}?status=PENDING")).Data().AsArray().Select(r => (string)r!["id"]!));
        var seen = Assert.Single((await librarian.Get($"{Lending.Returns}?book_id={book}&sort=status&order=asc")).Data().AsArray())!;
        Assert.Contains("@", (string?)seen["student_email"], StringComparison.Ordinal);
        Assert.Empty((await (await Luna.Student(Http)).Get($"{Lending.Returns}?book_id={book}")).Data().AsArray());
        var wrong = await reader.Post(Lending.Returns, new { pickup_location = new string('x', 121) });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"), (wrong.Status, wrong.Code()));
        Assert.NotNull(wrong.Json!["error"]!["details"]!["fields"]!["book_id"]);
        Assert.NotNull(wrong.Json["error"]!["details"]!["fields"]!["pickup_location"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post($"{Lending.Returns}/{back}/approve")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post($"{Lending.Returns}/{back}/confirm-receipt")).Status);
    }

    private static async Task IsRefused(ApiClient reader, string book)
    {
        var refused = await reader.Post(Lending.Returns, new { book_id = book, pickup_location = "Room 12" });
        Assert.Equal((HttpStatusCode.Conflict, "BOOK_NOT_CHECKED_OUT"), (refused.Status, refused.Code()));
    }
}
