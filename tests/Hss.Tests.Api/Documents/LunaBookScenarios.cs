using Hss.Tests.Api.Library;

namespace Hss.Tests.Api.Documents;

/// <summary>Books of LUNA.</summary>
internal static class LunaBookScenarios
{
    public static Scenarios All => new()
    {
        [$"GET {Luna.Books}"] = async s => await (await Luna.Student(s.Http)).Get($"{Luna.Books}?q=the&limit=5&sort=author&order=desc"),
        [$"POST {Luna.Books}"] = async s => await (await Luna.Librarian(s.Http)).Post(
            Luna.Books,
            new { isbn = Luna.NewIsbn(), title = "Solaris", author = "Stanisław Lem", publisher = "MON", publication_year = 1961, description = "A planet thinks", shelf_location = "SF-3", copies = 2 }),
        [$"GET {Luna.Books}/isbn/{{isbn}}"] = async s =>
        {
            var isbn = Luna.NewIsbn();
            await Luna.Book(s.Http, isbn: isbn);
            return await (await Luna.Student(s.Http)).Get($"{Luna.Books}/isbn/{isbn}");
        },
        [$"GET {Luna.Books}/{{id}}"] = async s => await (await Luna.Student(s.Http)).Get($"{Luna.Books}/{await Luna.Book(s.Http)}"),
        [$"GET {Luna.Books}/{{id}}/availability"] = async s => await (await Luna.Student(s.Http)).Get($"{Luna.Books}/{await Luna.Book(s.Http)}/availability"),
        [$"GET {Luna.Books}/{{id}}/cover"] = async s => await (await Luna.Student(s.Http)).Get($"{Luna.Books}/{await Covers.Book(s.Http)}/cover"),
        [$"PUT {Luna.Books}/{{id}}"] = async s => await (await Luna.Librarian(s.Http)).Put(
            $"{Luna.Books}/{await Luna.Book(s.Http)}", new { title = "Another", publisher = (string?)null, publication_year = 1999, copies = 3, status = "UNAVAILABLE" }),
        [$"PATCH {Luna.Books}/{{id}}/status"] = async s => await (await Luna.Librarian(s.Http)).Patch($"{Luna.Books}/{await Luna.Book(s.Http)}/status", new { status = "UNAVAILABLE" }),
        [$"POST {Luna.Books}/bulk-import"] = async s =>
        {
            object[] books = [new { isbn = Luna.NewIsbn(), title = "Fiasco", author = "Stanisław Lem", copies = 2 }, new { isbn = "x" }];
            await (await Luna.Librarian(s.Http)).Post($"{Luna.Books}/bulk-import?dry_run=true", books);
            return await (await Luna.Librarian(s.Http)).Post($"{Luna.Books}/bulk-import", new { books });
        },
        [$"DELETE {Luna.Books}/{{id}}"] = async s => await (await Luna.Librarian(s.Http)).Delete($"{Luna.Books}/{await Luna.Book(s.Http)}"),
    };
}
