using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Events;

/// <summary>A reader of Server-Sent Events.</summary>
internal sealed class EventStream : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private EventStream(HttpResponseMessage response, StreamReader reader) => (_response, _reader) = (response, reader);

    public string LastId { get; private set; } = "";

    public static Task<HttpResponseMessage> Request(HttpClient http, string? token, string topics, string? lastId = null) =>
        RequestPath(http, token, $"/api/v1/events?topics={topics}", lastId);

    private static async Task<HttpResponseMessage> RequestPath(HttpClient http, string? token, string path, string? lastId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (lastId is not null)
            request.Headers.Add("Last-Event-ID", lastId);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static Task<EventStream> Open(HttpClient http, string? token, string topics, string? lastId = null) =>
        OpenPath(http, token, $"/api/v1/events?topics={topics}", lastId);

    public static async Task<EventStream> OpenPath(HttpClient http, string? token, string path, string? lastId = null)
    {
        var response = await RequestPath(http, token, path, lastId);
        // A connection that this test has just closed may still be counted; a browser would come back, too.
        for (var guard = Stopwatch.StartNew(); response.StatusCode == HttpStatusCode.TooManyRequests && guard.Elapsed < TimeSpan.FromSeconds(30);)
        {
            response.Dispose();
            response = await RequestPath(http, token, path, lastId);
        }

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        return new(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next event, or null when the server ended the stream.</summary>
    public async Task<(string Event, JsonNode Data)?> Next()
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var (name, data) = ("", "");
        while (await _reader.ReadLineAsync(guard.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line[7..];
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
                LastId = line[4..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                data = line[6..];
            else if (line.Length == 0 && name.Length > 0)
                return (name, JsonNode.Parse(data)!);
        }

        return null;
    }

    /// <summary>The next line as it came, or null at the end.</summary>
    public async Task<string?> Line()
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _reader.ReadLineAsync(guard.Token);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }
}
