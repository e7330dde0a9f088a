using System.Net;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Files;

/// <summary>What the routes of uploads say to bad input, and to a repeat.</summary>
public sealed class UploadInputTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Presign = "/hss/api/v1/uploads/presign";

    [Theory]
    [InlineData("file_name", null, "file_name is required")]
    [InlineData("file_name", "\" \"", "file_name is required")]
    [InlineData("file_name", "7", "file_name")]
    [InlineData("content_type", null, "content_type is required")]
    [InlineData("content_type", "\"text/html\"", "content_type must be one of ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/heic', 'application/pdf']")]
    [InlineData("size", null, "size is required")]
    [InlineData("size", "0", "size must be between 1 and 10485760")]
    [InlineData("size", "-1", "size must be between 1 and 10485760")]
    [InlineData("size", "10485761", "size must be between 1 and 10485760")]
    [InlineData("size", "1.5", "size")]
    [InlineData("size", "\"100\"", "size")]
    [InlineData("size", "99999999999999999999999", "size")]
    public async Task Presign_WithAFault_Is400_AndNamesTheField(string field, string? value, string detail)
    {
        var body = JsonNode.Parse("""{"file_name":"bed.png","content_type":"image/png","size":100}""")!.AsObject();
        if (value is null)
            body.Remove(field);
        else
            body[field] = JsonNode.Parse(value);

        var answer = await (await ApiClient.Customer(api.Client)).Post(Presign, body.ToJsonString());

        Assert.Equal((HttpStatusCode.BadRequest, "validation_error"), (answer.Status, (string?)answer.Json!["error"]!["code"]));
        Assert.StartsWith(detail, (string?)Assert.Single(answer.Json["error"]!["details"]!.AsArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Presign_AtTheLargestSize_IsTaken() =>
        Assert.Equal(
            HttpStatusCode.Created,
            (await (await ApiClient.Customer(api.Client)).Post("/api/v1/uploads/presign/", new { file_name = "a", content_type = "Image/PNG", size = 10485760 })).Status);

    [Fact]
    public async Task Presign_WithTheSameIdempotencyKey_GivesTheSameLink()
    {
        var (customer, body) = (await ApiClient.Customer(api.Client), new { file_name = "a", content_type = "image/png", size = 10 });

        var first = await customer.Post(Presign, body, ("Idempotency-Key", "upload-1"));
        var second = await customer.Post(Presign, body, ("Idempotency-Key", "upload-1"));

        Assert.Equal((HttpStatusCode.Created, "true"), (second.Status, second.Header("Idempotent-Replayed")));
        Assert.Equal((string?)first.Json!["upload_url"], (string?)second.Json!["upload_url"]);
    }

    [Fact]
    public async Task Routes_NeedSignIn_ExceptTheLinkItself()
    {
        var nobody = new ApiClient(api.Client);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Post(Presign, new { })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Post("/hss/api/v1/uploads/complete", new { })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Get("/hss/api/v1/uploads/00112233445566778899aabbccddeeff.png")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await nobody.Send(HttpMethod.Put, "/hss/api/v1/uploads/00112233445566778899aabbccddeeff.png", "{}")).Status);
    }

    [Theory]
    [InlineData("uploads/00112233445566778899aabbccddeeff.png")]
    [InlineData("uploads/../hss.db")]
    [InlineData("anything")]
    public async Task Complete_OfAnUnknownKey_IsNotFound(string key)
    {
        var customer = await ApiClient.Customer(api.Client);
        Assert.Equal(HttpStatusCode.NotFound, (await customer.Post("/hss/api/v1/uploads/complete", new { s3_key = key })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await customer.Get($"/hss/api/v1/uploads/{Uri.EscapeDataString(key)}")).Status);
    }
}
