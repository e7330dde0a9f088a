using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hss.Api.Platform;

namespace Hss.Tests.Api.Documents;

/// <summary>
/// Stands between a test's client and the server and holds every answer, and every body that the server took, to the document of its mount. What
/// is not so fails the test at that very request.
/// </summary>
internal sealed class DocumentWatch(HttpMessageHandler inner, Uri server, Func<IServiceProvider> services) : DelegatingHandler(inner)
{
    private readonly ConcurrentDictionary<string, int> _answered = new();

    /// <summary>How often an operation (<c>GET /hss/health</c>) was answered with success.</summary>
    public int Successes(Operation operation) => _answered.GetValueOrDefault(operation.ToString());

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A content is gone when it has been sent.
        var sent = request.Content is StringContent && IsJson(request.Content) ? await request.Content!.ReadAsStringAsync(cancellationToken) : null;
        var response = await base.SendAsync(request, cancellationToken);
        // Where https is required, http is sent there before any route is asked.
        if (request.RequestUri!.Port == server.Port && response.StatusCode != HttpStatusCode.PermanentRedirect)
            await Check(request, sent, response, cancellationToken);
        return response;
    }

    private async Task Check(HttpRequestMessage request, string? sent, HttpResponseMessage response, CancellationToken cancellation)
    {
        // As it was sent: an escaped slash parts nothing.
        var path = request.RequestUri!.AbsolutePath;
        if (MountRouting.Owner(path) is { } owner)
            path = owner.Path + path;
        var mount = Mounts.Of(path);
        var document = await MountDocument.Of(mount, services());
        // A HEAD is a GET whose body stays away.
        var head = request.Method == HttpMethod.Head;
        var operation = document.Find(head ? "GET" : request.Method.Method, path);
        var status = (int)response.StatusCode;
        var faults = new List<string>();
        if (operation is not null)
            await Check(operation, response, head, document, faults, cancellation);
        else if (status >= 400 && !head && IsJson(response.Content))
            faults.AddRange(Faults(await Text(response, cancellation), new JsonObject { ["$ref"] = $"#/components/schemas/{mount.Dialect.Name}" }, document, closed: true));

        if (operation is not null && response.IsSuccessStatusCode)
        {
            _answered.AddOrUpdate(operation.ToString(), 1, static (_, n) => n + 1);
            if (sent is { Length: > 0 } && operation.Says["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema)
                faults.AddRange(Faults(sent, schema, document, closed: false).Select(f => $"body {f}"));
        }

        if (faults.Count > 0)
            Assert.Fail($"{request.Method} {path}: {status} is not as the document says: {string.Join("; ", faults)}");
    }

    private static async Task Check(Operation operation, HttpResponseMessage response, bool head, MountDocument document, List<string> faults, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        // A fault of the program is nothing that a document promises; a test that provokes one says so itself.
        if (status == 500)
            return;
        if (operation.Says["responses"]![$"{status}"] is not { } says)
        {
            faults.Add($"{operation} has no such answer: {(IsJson(response.Content) ? await Text(response, cancellation) : "")}");
            return;
        }

        var (said, type) = (says["content"]?.AsObject(), response.Content.Headers.ContentType?.MediaType);
        if (said is null != type is null && !head)
            faults.Add(type is null ? "it has no content" : $"it should have no content, but it has {type}");
        else if (said is not null && type is not null && Said(said, type) is null)
            faults.Add($"{type} is not among {string.Join(", ", said.Select(c => c.Key))}");
        else if (said is not null && IsJson(response.Content) && !head)
            faults.AddRange(Faults(await Text(response, cancellation), Said(said, type!)!["schema"]!, document, closed: true));
    }

    private static JsonNode? Said(JsonObject content, string type) => content[type] ?? content[$"{type.Split('/')[0]}/*"] ?? content["*/*"];

    private static IReadOnlyList<string> Faults(string text, JsonNode schema, MountDocument document, bool closed) =>
        new SchemaCheck(document.Root, closed).Faults(JsonNode.Parse(text), schema);

    // Read here, it can be read again.
    private static async Task<string> Text(HttpResponseMessage response, CancellationToken cancellation)
    {
        await response.Content.LoadIntoBufferAsync(cancellation);
        if (!response.Content.Headers.ContentEncoding.Contains("gzip"))
            return await response.Content.ReadAsStringAsync(cancellation);
        await using var gzip = new GZipStream(new MemoryStream(await response.Content.ReadAsByteArrayAsync(cancellation)), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellation);
    }

    private static bool IsJson(HttpContent? content) => content?.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
}
