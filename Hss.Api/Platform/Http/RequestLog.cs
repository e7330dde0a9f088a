using System.Diagnostics;
using Hss.Api.Platform.Access;

namespace Hss.Api.Platform.Http;

/// <summary>One line a request: no query, no body, no address, no token.</summary>
public sealed partial class RequestLog(RequestDelegate next, TimeProvider time, ILogger<RequestLog> log)
{
    /// <summary>Goes on and notes how it ended.</summary>
    public async Task Invoke(HttpContext context)
    {
        var started = time.GetTimestamp();
        var path = context.Request.Path.Value ?? "";
        try
        {
            await next(context);
        }
        finally
        {
            var elapsed = Math.Round(time.GetElapsedTime(started).TotalMilliseconds, 2);
            if (Activity.Current is { } activity)
                Describe(activity, context, path);
            Requested(context.Request.Method, path, context.Response.StatusCode, elapsed, context.CallerOrNull()?.Id, context.TraceIdentifier);
        }
    }

    // A trace says what the line says; the server itself names neither path nor status.
    private static void Describe(Activity activity, HttpContext context, string path)
    {
        activity.DisplayName = $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? path}";
        activity.SetTag("http.request.method", context.Request.Method);
        activity.SetTag("url.path", path);
        activity.SetTag("http.response.status_code", context.Response.StatusCode);
        activity.SetTag("hss.request_id", context.TraceIdentifier);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} in {Ms} ms, account {Account}, request {RequestId}")]
    private partial void Requested(string method, string path, int status, double ms, string? account, string requestId);
}
