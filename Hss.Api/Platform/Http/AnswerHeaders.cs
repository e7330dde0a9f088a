namespace Hss.Api.Platform.Http;

/// <summary>Headers that every answer carries, for the safety of browsers and where the mount names its version; a bare OPTIONS is answered here.</summary>
public sealed class AnswerHeaders(RequestDelegate next)
{
    /// <summary>Sets them and goes on.</summary>
    public Task Invoke(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
        if (context.Mount().ApiVersion is { } version)
            headers["API-Version"] = version;
        if (!HttpMethods.IsOptions(context.Request.Method))
            return next(context);
        headers.Allow = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
