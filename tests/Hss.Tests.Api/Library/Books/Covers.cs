using System.Net;
using System.Net.Http.Headers;
using Hss.Tests.Api.Files;

namespace Hss.Tests.Api.Library;

/// <summary>Pictures of books: uploaded through a presigned link, as any file.</summary>
internal static class Covers
{
    private const string Uploads = "/api/v1/uploads";

    /// <summary>Uploads a file of the caller's; answers its key.</summary>
    public static async Task<string> Upload(HttpClient http, ApiClient caller, string type = "image/png")
    {
        var link = (await caller.Post($"{Uploads}/presign", new { file_name = "cover", content_type = type, size = SampleFile.Size })).Json!;
        using var content = new ByteArrayContent(type == "image/png" ? SampleFile.Png() : SampleFile.Pdf()) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var request = new HttpRequestMessage(HttpMethod.Put, (string)link["upload_url"]!) { Content = content };
        foreach (var (name, value) in link["headers"]!.AsObject().Where(h => h.Key != "Content-Type"))
            request.Headers.TryAddWithoutValidation(name, (string)value!);
        using var sent = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var key = (string)link["s3_key"]!;
        Assert.Equal(HttpStatusCode.OK, (await caller.Post($"{Uploads}/complete", new { s3_key = key })).Status);
        return key;
    }

    /// <summary>Adds a book with an uploaded cover; answers its id.</summary>
    public static async Task<string> Book(HttpClient http)
    {
        var librarian = await Luna.Librarian(http);
        var made = await librarian.Post(
            Luna.Books, new { isbn = Luna.NewIsbn(), title = "Pictured", author = "Ann Author", cover_image_url = await Upload(http, librarian) });
        return (string)made.Data(HttpStatusCode.Created)["id"]!;
    }
}
