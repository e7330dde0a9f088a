using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Library.Imports;

/// <summary>Many books at once, over real HTTP on SQLite.</summary>
public sealed class BookImportTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Import = Luna.Books + "/bulk-import";

    [Fact]
    public async Task Json_AddsTheGoodRows_SkipsKnownIsbns_AndSaysWhatIsWrongWithTheOthers()
    {
        var librarian = await Luna.Librarian(api.Client);
        var (fresh, known) = (Luna.NewIsbn(), Luna.NewIsbn());
        await Luna.Book(api.Client, isbn: known);
        object[] rows =
        [
            new { isbn = fresh, title = "Fresh", author = "A", publication_year = 2001, copies = 3, status = "UNAVAILABLE" },
            new { isbn = known, title = "Known", author = "A" },
            new { isbn = fresh, title = "Again", author = "A" },
            new { isbn = "9780306406158", author = "A", copies = "many" },
            7,
            new { isbn = Luna.NewIsbn(), title = "Future", author = "A", publication_year = 9000 },
        ];
        var done = await librarian.Post(Import, new { books = rows });

        var data = done.Data(HttpStatusCode.Created);
        Assert.Equal(["dry_run", "imported", "skipped", "failed"], data.AsObject().Select(m => m.Key));
        Assert.Equal(1, (int)data["imported"]!);
        Assert.Equal([(2, known), (3, fresh)], data["skipped"]!.AsArray().Select(s => ((int)s!["row"]!, (string)s["isbn"]!)));
        Assert.Equal([4, 5, 6], data["failed"]!.AsArray().Select(f => (int)f!["row"]!));
        Assert.Equal(
            ["isbn must be an ISBN-10 or ISBN-13 with a right check digit", "title is required", "copies must be an integer"],
            data["failed"]![0]!["errors"]!.AsArray().Select(e => (string)e!));
        var book = (await librarian.Get($"{Luna.Books}/isbn/{fresh}")).Data();
        Assert.Equal(("Fresh", 2001, 3, "UNAVAILABLE"), ((string?)book["title"], (int)book["publication_year"]!, (int)book["copies"]!, (string?)book["status"]));
    }

    [Fact]
    public async Task ABareList_AndCsv_AreAsGood()
    {
        var librarian = await Luna.Librarian(api.Client);
        Assert.Equal(1, (int)(await librarian.Post(Import, (object[])[new { isbn = Luna.NewIsbn(), title = "Bare", author = "A" }])).Data(HttpStatusCode.Created)["imported"]!);

        var isbn = Luna.NewIsbn();
        var csv = $"ISBN,title,author,publication_year,copies\r\n{isbn},\"Comma, and \"\"quotes\"\"\",Ann,1999,\r\n{Luna.NewIsbn()},No year,Ann,soon,2\r\n";
        var data = (await librarian.Post(Import, csv, ("Content-Type", "text/csv"))).Data(HttpStatusCode.Created);
        Assert.Equal(1, (int)data["imported"]!);
        Assert.Equal((2, "publication_year must be an integer"), ((int)data["failed"]![0]!["row"]!, (string?)data["failed"]![0]!["errors"]![0]));
        var book = (await librarian.Get($"{Luna.Books}/isbn/{isbn}")).Data();
        Assert.Equal(("Comma, and \"quotes\"", 1999, 1), ((string?)book["title"], (int)book["publication_year"]!, (int)book["copies"]!));
    }

    [Fact]
    public async Task ADryRun_SaysTheSame_AndChangesNothing()
    {
        var librarian = await Luna.Librarian(api.Client);
        var (fresh, known) = (Luna.NewIsbn(), Luna.NewIsbn());
        await Luna.Book(api.Client, isbn: known);
        var body = new { books = (object[])[new { isbn = fresh, title = "Fresh", author = "A" }, new { isbn = known, title = "Known", author = "A" }, new { isbn = "x" }] };
        var tried = (await librarian.Post($"{Import}?dry_run=true", body)).Data();
        Assert.Equal(HttpStatusCode.NotFound, (await librarian.Get($"{Luna.Books}/isbn/{fresh}")).Status);
        var done = (await librarian.Post(Import, body)).Data(HttpStatusCode.Created);
        Assert.Equal((true, false), ((bool)tried["dry_run"]!, (bool)done["dry_run"]!));
        foreach (var part in (string[])["imported", "skipped", "failed"])
            Assert.Equal(tried[part]!.ToJsonString(), done[part]!.ToJsonString());
    }

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("""{"books":{}}""", "application/json")]
    [InlineData("3", "application/json")]
    [InlineData("""{"books":[],"books":[]}""", "application/json")]
    [InlineData("", "text/csv")]
    [InlineData("isbn,title,author\n", "text/csv")]
    [InlineData("isbn,title\n1,2\n", "text/csv")]
    [InlineData("isbn,title,author,colour\n1,2,3,4\n", "text/csv")]
    [InlineData("isbn,title,author,title\n1,2,3,4\n", "text/csv")]
    public async Task WhatHasNoRows_Is422(string body, string type)
    {
        var refused = await (await Luna.Librarian(api.Client)).Post(Import, body, ("Content-Type", type));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR"), (refused.Status, refused.Code()));
    }

    [Fact]
    public async Task MoreThan10000Rows_Are422_AndMoreThan16MiB_413_AndAnotherType415()
    {
        var librarian = await Luna.Librarian(api.Client);
        var many = new StringBuilder("isbn,title,author\n").Insert("isbn,title,author\n".Length, "1,2,3\n", 10_001).ToString();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await librarian.Post(Import, many, ("Content-Type", "text/csv"))).Status);
        var huge = await librarian.Post(Import, "[\"" + new string('x', 16 * 1024 * 1024) + "\"]");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE"), (huge.Status, huge.Code()));
        var other = await librarian.Post(Import, "x", ("Content-Type", "text/plain"));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE"), (other.Status, other.Code()));
    }

    [Fact]
    public async Task ARepeat_UnderOneIdempotencyKey_IsAnsweredTheSame_AndOtherRowsAreRefused()
    {
        var librarian = await Luna.Librarian(api.Client);
        var (key, csv) = (Guid.NewGuid().ToString(), Csv(20));
        var first = await librarian.Post(Import, csv, ("Content-Type", "text/csv"), ("Idempotency-Key", key));
        var second = await librarian.Post(Import, csv, ("Content-Type", "text/csv"), ("Idempotency-Key", key));
        Assert.Equal(20, (int)first.Data(HttpStatusCode.Created)["imported"]!);
        Assert.Equal(first.Data(HttpStatusCode.Created).ToJsonString(), second.Data(HttpStatusCode.Created).ToJsonString());
        Assert.Equal("true", second.Header("Idempotent-Replayed"));
        var other = await librarian.Post(Import, Csv(1), ("Content-Type", "text/csv"), ("Idempotency-Key", key));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED"), (other.Status, other.Code()));
        // Without the key it is another import, which finds them all.
        Assert.Equal((0, 20), Counts((await librarian.Post(Import, csv, ("Content-Type", "text/csv"))).Data(HttpStatusCode.Created)));
    }

    [Fact]
    public async Task TenThousandBooks_AreImported_InOneAnswer()
    {
        await using var server = await ApiServer.Start();
        var (librarian, csv) = (await Luna.Librarian(server.Client), Csv(10_000));
        var done = (await librarian.Post(Import, csv, ("Content-Type", "text/csv"))).Data(HttpStatusCode.Created);
        Assert.Equal((10_000, 0), Counts(done));
        Assert.Equal(10_200, (int)(await librarian.Get($"{Luna.Books}?limit=1")).Json!["pagination"]!["total"]!);
    }

    private static (int Imported, int Skipped) Counts(JsonNode data) => ((int)data["imported"]!, data["skipped"]!.AsArray().Count);

    private static string Csv(int rows)
    {
        var isbns = new HashSet<string>();
        while (isbns.Count < rows)
            isbns.Add(Luna.NewIsbn());
        return "isbn,title,author,publisher,publication_year,shelf_location\n" + string.Concat(isbns.Select((isbn, n) => $"{isbn},Title {n},Author {n % 100},House,1999,S-{n % 40}\n"));
    }
}
