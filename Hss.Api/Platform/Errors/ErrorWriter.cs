using System.Globalization;
using System.Text.Json.Nodes;

namespace Hss.Api.Platform.Errors;

/// <summary>Writes an error in the dialect of the request's mount.</summary>
public static class ErrorWriter
{
    /// <summary>The error as an endpoint's result.</summary>
    public static IResult ToResult(this ApiError error) => new Result(error);

    /// <summary>Writes it, unless the answer has begun.</summary>
    public static Task Write(HttpContext context, ApiError error)
    {
        var response = context.Response;
        if (response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        var dialect = context.Mount().Dialect;
        var status = error.Status == ApiError.BadInput ? dialect.BadInput(error) : error.Status;
        if (error.RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        response.Headers.ETag = default;
        JsonNode body = dialect.Render(error with { Status = status }, context.TraceIdentifier, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        return JsonAnswer.Write(context, status, body, dialect.ContentType);
    }

    private sealed class Result(ApiError error) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Write(httpContext, error);
    }
}
