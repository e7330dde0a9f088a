using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Hss.Tests.Api.Files;

/// <summary>
/// Stands before <see cref="S3Server"/> and does what S3 does and it does not: recomputes every signature (<see cref="SignatureV4"/>), refuses what
/// was not signed with 403, and refuses to write over an object when the request says <c>If-None-Match: *</c>.
/// </summary>
internal sealed class SigningProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _server;

    private SigningProxy(WebApplication app, HttpClient server) => (_app, _server) = (app, server);

    public Uri Url => new(_app.Urls.First());

    public static async Task<SigningProxy> Start(Uri server, SignatureV4 signatures, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var proxy = new SigningProxy(app, new HttpClient { BaseAddress = server });
        app.Run(context => proxy.Forward(context, signatures));
        await app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _server.Dispose();
    }

    private async Task Forward(HttpContext context, SignatureV4 signatures)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (signatures.Fault(context.Request, target) is { } fault)
        {
            await Refuse(context, HttpStatusCode.Forbidden, "SignatureDoesNotMatch", fault);
            return;
        }

        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var path = target.Split('?')[0];
        if (context.Request is { Method: "PUT" } && context.Request.Headers.IfNoneMatch == "*" && await Exists(path))
        {
            await Refuse(context, HttpStatusCode.PreconditionFailed, "PreconditionFailed", "At least one of the pre-conditions did not hold");
            return;
        }

        using var request = new HttpRequestMessage(new(context.Request.Method), path);
        if (context.Request.ContentLength is not null)
        {
            request.Content = new ByteArrayContent(body.ToArray());
            if (context.Request.ContentType is { } type)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        if (context.Request.Headers.Range is [{ } range])
            request.Headers.TryAddWithoutValidation("Range", range);
        using var response = await _server.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not ("Transfer-Encoding" or "Connection")))
            context.Response.Headers[name] = values.ToArray();
        if (context.Request.Method != "HEAD" && response.StatusCode != HttpStatusCode.NoContent)
            await response.Content.CopyToAsync(context.Response.Body);
    }

    private async Task<bool> Exists(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await _server.SendAsync(request);
        return response.IsSuccessStatusCode;
    }

    private static Task Refuse(HttpContext context, HttpStatusCode status, string code, string message)
    {
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"<Error><Code>{code}</Code><Message>{message}</Message></Error>"));
    }
}
