using System.Net;

namespace Hss.Tests.Api.Library.Books;

/// <summary>Titles over real HTTP, on SQLite.</summary>
public sealed class BookTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] Fields =
        ["id", "isbn", "title", "author", "publisher", "publication_year", "description", "cover_image_url", "status", "shelf_location", "copies", "available_copies", "created_at", "updated_at"];

    [Fact]
    public async Task Create_AnswersTheBook_AsItIsReadAfterwards()
    {
        var isbn = Luna.NewIsbn();
        var made = await (await Luna.Librarian(api.Client)).Post(
            Luna.Books,
            new { isbn = $"{isbn[..3]}-{isbn[3..]}", title = " Solaris ", author = "Stanisław Lem", publisher = "", publication_year = 1961, cover_image_url = "https://example.org/a.png", copies = 2 });

        var book = made.Data(HttpStatusCode.Created).AsObject();
        Assert.Equal(Fields, book.Select(m => m.Key));
        Assert.Equal((isbn, "Solaris", null, "AVAILABLE", 2), ((string?)book["isbn"], (string?)book["title"], (string?)book["publisher"], (string?)book["status"], (int)book["available_copies"]!));
        Assert.Equal($"{Luna.Books}/{book["id"]}", made.Header("Location"));
        var read = await (await Luna.Student(api.Client)).Get(made.Header("Location")!);
        Assert.Equal((book.ToJsonString(), made.Header("ETag")), (read.Data().ToJsonString(), read.Header("ETag")));
        Assert.Equal(HttpStatusCode.NotModified, (await (await Luna.Student(api.Client)).Get(made.Header("Location")!, ("If-None-Match", read.Header("ETag")!))).Status);
        Assert.Equal(book.ToJsonString(), (await (await Luna.Student(api.Client)).Get($"{Luna.Books}/isbn/{isbn}")).Data().ToJsonString());
    }

    [Fact]
    public async Task AnOldIsbnAndItsNewOne_AreTheSameTitle()
    {
        var librarian = await Luna.Librarian(api.Client);
        var id = (string)(await librarian.Post(Luna.Books, new { isbn = "0-306-40615-2", title = "Old", author = "A" })).Data(HttpStatusCode.Created)["id"]!;
        Assert.Equal((HttpStatusCode.Conflict, "ISBN_TAKEN"), Of(await librarian.Post(Luna.Books, new { isbn = "978-0-306-40615-7", title = "New", author = "A" })));
        foreach (var isbn in (string[])["0306406152", "978-0306406157"])
            Assert.Equal(id, (string?)(await librarian.Get($"{Luna.Books}/isbn/{isbn}")).Data()["id"]);

        // The other form of its own ISBN is no conflict; and after its deletion the ISBN is free.
        Assert.Equal("9780306406157", (string?)(await librarian.Put($"{Luna.Books}/{id}", new { isbn = "9780306406157" })).Data()["isbn"]);
        (await librarian.Delete($"{Luna.Books}/{id}")).Data();
        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), Of(await librarian.Get($"{Luna.Books}/isbn/0306406152")));
        (await librarian.Post(Luna.Books, new { isbn = "0306406152", title = "Again", author = "A" })).Data(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Update_ChangesWhatIsNamed_UnderIfMatch_AndFreesTheOldIsbn()
    {
        var librarian = await Luna.Librarian(api.Client);
        var (first, second) = (Luna.NewIsbn(), Luna.NewIsbn());
        var path = $"{Luna.Books}/{await Luna.Book(api.Client, isbn: first)}";
        var tag = (await librarian.Get(path)).Header("ETag")!;

        var changed = (await librarian.Put(path, new { isbn = second, title = "Eden", publisher = "MON" }, ("If-Match", tag))).Data();
        Assert.Equal((second, "Eden", "Ann Author", "MON"), ((string?)changed["isbn"], (string?)changed["title"], (string?)changed["author"], (string?)changed["publisher"]));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "PRECONDITION_FAILED"), Of(await librarian.Put(path, new { title = "Other" }, ("If-Match", tag))));
        Assert.Null((string?)(await librarian.Put(path, new { publisher = (string?)null })).Data()["publisher"]);
        Assert.Equal((HttpStatusCode.Conflict, "ISBN_TAKEN"), Of(await librarian.Post(Luna.Books, new { isbn = second, title = "x", author = "y" })));
        await Luna.Book(api.Client, isbn: first);
        Assert.Equal((HttpStatusCode.Conflict, "ISBN_TAKEN"), Of(await librarian.Put(path, new { isbn = first })));
    }

    [Fact]
    public async Task Status_TakesABookOutOfTheOffer_AndOffersItAgain()
    {
        var librarian = await Luna.Librarian(api.Client);
        var path = $"{Luna.Books}/{await Luna.Book(api.Client, copies: 3)}";
        var withdrawn = (await librarian.Patch($"{path}/status", new { status = "UNAVAILABLE" })).Data();
        Assert.Equal(("UNAVAILABLE", 0), ((string?)withdrawn["status"], (int)withdrawn["available_copies"]!));
        var availability = (await (await Luna.Student(api.Client)).Get($"{path}/availability")).Data();
        Assert.Equal(["book_id", "status", "available", "copies", "available_copies", "queue_length"], availability.AsObject().Select(m => m.Key));
        Assert.Equal(("UNAVAILABLE", false, 3, 0, 0), ((string?)availability["status"], (bool)availability["available"]!, (int)availability["copies"]!, (int)availability["available_copies"]!, (int)availability["queue_length"]!));

        Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE"), Of(await librarian.Patch($"{path}/status", new { status = "CHECKED_OUT" })));
        Assert.Equal((HttpStatusCode.Conflict, "INVALID_STATE"), Of(await librarian.Put(path, new { status = "RESERVED" })));
        Assert.Equal("AVAILABLE", (string?)(await librarian.Put(path, new { status = "AVAILABLE" })).Data()["status"]);
        Assert.True((bool)(await librarian.Get($"{path}/availability")).Data()["available"]!);
    }

    [Fact]
    public async Task Delete_MakesItUnknown_Everywhere()
    {
        var librarian = await Luna.Librarian(api.Client);
        var path = $"{Luna.Books}/{await Luna.Book(api.Client)}";
        Assert.NotNull((await librarian.Delete(path)).Data()["message"]);
        foreach (var answer in (ApiAnswer[])[
            await librarian.Get(path), await librarian.Get($"{path}/availability"), await librarian.Get($"{path}/cover"),
            await librarian.Put(path, new { title = "x" }), await librarian.Patch($"{path}/status", new { status = "AVAILABLE" }), await librarian.Delete(path)])
            Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), Of(answer));
    }

    [Fact]
    public async Task ACover_IsAnUploadOfTheCallers_ThatEveryReaderSees()
    {
        var librarian = await Luna.Librarian(api.Client);
        var path = $"{Luna.Books}/{await Covers.Book(api.Client)}";
        Assert.Equal(HttpStatusCode.OK, (await (await Luna.Student(api.Client)).Get($"{path}/cover")).Status);
        var key = (string)(await librarian.Get(path)).Data()["cover_image_url"]!;
        // Another librarian keeps it, but cannot take it for another book.
        var admin = await Luna.Admin(api.Client);
        (await admin.Put(path, new { title = "Kept", cover_image_url = key })).Data();
        foreach (var bad in (string[])[key, "uploads/0123456789abcdef0123456789abcdef.png", await Covers.Upload(api.Client, admin, "application/pdf")])
        {
            var refused = await admin.Post(Luna.Books, new { isbn = Luna.NewIsbn(), title = "x", author = "y", cover_image_url = bad });
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"), Of(refused));
            Assert.NotNull(refused.Json!["error"]!["details"]!["fields"]!["cover_image_url"]);
        }

        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), Of(await admin.Get($"{Luna.Books}/{await Luna.Book(api.Client)}/cover")));
    }

    [Theory]
    [InlineData("{}", "isbn", "title", "author")]
    [InlineData("""{"isbn":"9780306406158","title":"x","author":"y"}""", "isbn")]
    [InlineData("""{"isbn":"nonsense","title":" ","author":""}""", "isbn", "title", "author")]
    [InlineData("""{"isbn":"9780131103627","title":"x","author":"y","publication_year":1399}""", "publication_year")]
    [InlineData("""{"isbn":"9780131103627","title":"x","author":"y","publication_year":2999}""", "publication_year")]
    [InlineData("""{"isbn":"9780131103627","title":"x","author":"y","publication_year":"1999"}""", "publication_year")]
    [InlineData("""{"isbn":"9780131103627","title":"x","author":"y","copies":0}""", "copies")]
    [InlineData("""{"isbn":"9780131103627","title":"x","author":"y","copies":1001}""", "copies")]
    [InlineData("""{"isbn":"9780131103627","title":"x","author":"y","status":"CHECKED_OUT"}""", "status")]
    [InlineData("""{"isbn":"9780131103627","title":"x","author":"y","cover_image_url":"javascript:alert(1)"}""", "cover_image_url")]
    [InlineData("""{"isbn":"9780131103627","title":"a\u0000b","author":["y"]}""", "title", "author")]
    public async Task BadInput_Is422_AndNamesEachField(string body, params string[] fields)
    {
        var refused = await (await Luna.Librarian(api.Client)).Post(Luna.Books, body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"), Of(refused));
        Assert.Equal(fields, refused.Json!["error"]!["details"]!["fields"]!.AsObject().Select(f => f.Key));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("page=0", "page")]
    [InlineData("sort=colour", "sort")]
    [InlineData("order=up", "order")]
    [InlineData("status=LOST", "status")]
    [InlineData("year=12", "year")]
    public async Task AListWithABadParameter_Is422(string query, string field)
    {
        var refused = await (await Luna.Student(api.Client)).Get($"{Luna.Books}?{query}");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"), Of(refused));
        Assert.NotNull(refused.Json!["error"]!["details"]!["fields"]![field]);
    }

    [Fact]
    public async Task Roles_EverybodyReads_LibrariansAndAdminsWrite()
    {
        var id = await Luna.Book(api.Client);
        var (nobody, student) = (new ApiClient(api.Client), await Luna.Student(api.Client));
        foreach (var (method, path, body) in (IEnumerable<(HttpMethod, string, object?)>)
        [
            (HttpMethod.Post, Luna.Books, new { isbn = Luna.NewIsbn(), title = "x", author = "y" }),
            (HttpMethod.Put, $"{Luna.Books}/{id}", new { title = "x" }),
            (HttpMethod.Patch, $"{Luna.Books}/{id}/status", new { status = "UNAVAILABLE" }),
            (HttpMethod.Post, $"{Luna.Books}/bulk-import", Array.Empty<object>()),
            (HttpMethod.Delete, $"{Luna.Books}/{id}", null),
        ])
        {
            Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED"), Of(await nobody.Send(method, path, body)));
            Assert.Equal((HttpStatusCode.Forbidden, "FORBIDDEN"), Of(await student.Send(method, path, body)));
        }

        foreach (var path in (string[])[Luna.Books, $"{Luna.Books}/{id}", $"{Luna.Books}/{id}/availability"])
        {
            Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHORIZED"), Of(await nobody.Get(path)));
            Assert.Equal(HttpStatusCode.OK, (await student.Get(path)).Status);
        }

        foreach (var caller in (ApiClient[])[await Luna.Librarian(api.Client), await Luna.Admin(api.Client), await ApiClient.Operator(api.Client)])
            (await caller.Put($"{Luna.Books}/{id}", new { title = "Changed" })).Data();
    }

    [Fact]
    public async Task ARepeatedCreate_UnderOneIdempotencyKey_IsAnsweredTheSame()
    {
        var librarian = await Luna.Librarian(api.Client);
        var (key, body) = (Guid.NewGuid().ToString(), new { isbn = Luna.NewIsbn(), title = "Once", author = "Only" });
        var first = await librarian.Post(Luna.Books, body, ("Idempotency-Key", key));
        var second = await librarian.Post(Luna.Books, body, ("Idempotency-Key", key));
        Assert.Equal(first.Data(HttpStatusCode.Created).ToJsonString(), second.Data(HttpStatusCode.Created).ToJsonString());
        Assert.Equal("true", second.Header("Idempotent-Replayed"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED"), Of(await librarian.Post(Luna.Books, body with { title = "Twice" }, ("Idempotency-Key", key))));
    }

    private static (HttpStatusCode Status, string? Code) Of(ApiAnswer answer) => (answer.Status, answer.Code());
}
