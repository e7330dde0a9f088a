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
            Requested(context.Request.Method, path, context.Response.StatusCode, elapsed, context.CallerOrNull()?.Id, context.TraceIdentifier);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} in {Ms} ms, account {Account}, request {RequestId}")]
    private partial void Requested(string method, string path, int status, double ms, string? account, string requestId);
}
