using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Library.Books;

/// <summary>What is SQL of its own on each database: search, filters, order, pages; and races for one ISBN.</summary>
public abstract class BookListContract
{
    private protected abstract HttpClient Http { get; }

    [Fact]
    public async Task TheDemonstrationBooks_AreThere_AndPaged()
    {
        var student = await Luna.Student(Http);
        var page = await student.Get($"{Luna.Books}?page=2&limit=30&sort=created_at");
        Assert.Equal(30, page.Data().AsArray().Count);
        var pagination = page.Json!["pagination"]!;
        Assert.Equal(["page", "limit", "total", "total_pages"], pagination.AsObject().Select(m => m.Key));
        var total = (int)pagination["total"]!;
        Assert.True(total >= 200);
        Assert.Equal((2, 30, (total + 29) / 30), ((int)pagination["page"]!, (int)pagination["limit"]!, (int)pagination["total_pages"]!));
        Assert.Empty((await student.Get($"{Luna.Books}?page=100000")).Data().AsArray());
    }

    [Theory]
    [InlineData("q=lagerl%C3%B6f", "Gösta Berling's Saga", "The Wonderful Adventures of Nils")]
    [InlineData("q=LAGERLOF%20gos", "Gösta Berling's Saga")]
    [InlineData("q=emile%20zola", "Germinal", "Nana", "Thérèse Raquin")]
    [InlineData("q=berlings", "Gösta Berling's Saga")]
    [InlineData("q=awful")]
    [InlineData("q=%25")]
    [InlineData("q=antonia", "My Ántonia")]
    [InlineData("q=978-1-901126-48-8", "Pride and Prejudice")]
    [InlineData("q=97819011264", "Pride and Prejudice")]
    [InlineData("author=austen&year=1811", "Sense and Sensibility")]
    [InlineData("author=emma")]
    [InlineData("publisher=bonnier&sort=publication_year", "Gösta Berling's Saga", "The Wonderful Adventures of Nils")]
    [InlineData("publisher=bonnier&sort=publication_year&order=desc", "The Wonderful Adventures of Nils", "Gösta Berling's Saga")]
    [InlineData("author=bronte&sort=author", "The Tenant of Wildfell Hall", "Jane Eyre", "Villette", "Wuthering Heights")]
    [InlineData("author=bronte&order=desc", "Wuthering Heights", "Villette", "The Tenant of Wildfell Hall", "Jane Eyre")]
    [InlineData("author=bronte&status=CHECKED_OUT")]
    public async Task ASearch_FindsBeginningsOfWords_InOrder(string query, params string[] titles)
    {
        var found = await (await Luna.Student(Http)).Get($"{Luna.Books}?{query}");
        Assert.Equal(titles, found.Data().AsArray().Select(Title));
        Assert.Equal(titles.Length, (int)found.Json!["pagination"]!["total"]!);
    }

    [Fact]
    public async Task EverySort_Works_UpAndDown()
    {
        var student = await Luna.Student(Http);
        foreach (var sort in (string[])["title", "author", "publication_year", "created_at", "updated_at", "isbn", "status"])
        {
            var up = (await student.Get($"{Luna.Books}?author=bronte&sort={sort}")).Data().AsArray().Select(Title).ToList();
            var down = (await student.Get($"{Luna.Books}?author=bronte&sort={sort}&order=desc")).Data().AsArray().Select(Title).ToList();
            Assert.Equal(up, Enumerable.Reverse(down));
        }
    }

    [Fact]
    public async Task FiftyParallelCreatesOfOneIsbn_MakeOne()
    {
        var (librarian, isbn) = (await Luna.Librarian(Http), Luna.NewIsbn());
        var answers = await Luna.AtOnce(50, n => librarian.Post(Luna.Books, new { isbn, title = $"Title {n}", author = "A" }));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal((HttpStatusCode.Conflict, "ISBN_TAKEN"), (a.Status, a.Code())));
        Assert.Equal(1, (int)(await librarian.Get($"{Luna.Books}?q={isbn}")).Json!["pagination"]!["total"]!);
    }

    [Fact]
    public async Task ParallelChangesOfOneBook_AllStay_AndItsIsbnIsOneOfThose()
    {
        var (librarian, isbns) = (await Luna.Librarian(Http), Enumerable.Range(0, 10).Select(_ => Luna.NewIsbn()).ToArray());
        var path = $"{Luna.Books}/{await Luna.Book(Http)}";
        var answers = await Luna.AtOnce(20, n => librarian.Put(path, n % 2 == 0 ? new { isbn = isbns[n / 2] } : (object)new { publisher = $"P{n}" }));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        var book = (await librarian.Get(path)).Data();
        Assert.StartsWith("P", (string?)book["publisher"], StringComparison.Ordinal);
        // All but the one that it has now are free again.
        foreach (var isbn in isbns)
        {
            var made = await librarian.Post(Luna.Books, new { isbn, title = "x", author = "y" });
            Assert.Equal(isbn == (string?)book["isbn"] ? HttpStatusCode.Conflict : HttpStatusCode.Created, made.Status);
        }
    }

    private static string Title(JsonNode? book) => (string)book!["title"]!;
}

/// <summary>On SQLite.</summary>
public sealed class BookListTests(ApiFixture api) : BookListContract, IClassFixture<ApiFixture>
{
    private protected override HttpClient Http => api.Client;
}

/// <summary>On PostgreSQL.</summary>
public sealed class BookListOnPostgresTests(PostgresApiFixture api) : BookListContract, IClassFixture<PostgresApiFixture>
{
    private protected override HttpClient Http => api.Server.Client;
}
