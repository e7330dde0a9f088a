using System.Text.Json.Nodes;
using Hss.Interfaces.Entities;
using Hss.Silo.Files;
using Hss.Silo.Identity;
using Microsoft.AspNetCore.Connections;

namespace Hss.Api.Platform.Errors;

/// <summary>Turns whatever goes wrong into an error of the mount's dialect. Nothing leaves the server unshaped.</summary>
public sealed class ErrorHandling(RequestDelegate next, ILogger<ErrorHandling> log)
{
    /// <summary>Goes on and watches.</summary>
    public async Task Invoke(HttpContext context)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && context.Response.ContentLength is null && context.Response.ContentType is null && Bare(context) is { } error)
                await ErrorWriter.Write(context, error);
        }
        catch (ApiException e)
        {
            await ErrorWriter.Write(context, e.Error);
        }
        catch (Exception e) when (IsHangUp(context, e))
        {
            // Nobody is left to answer; the log has to say something.
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
#pragma warning disable CA1031 // This is the place where faults become answers.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await ErrorWriter.Write(context, Translate(e, context.TraceIdentifier));
        }
    }

    // Who is gone in the middle of a body is heard of by the read, which may be before the request counts as aborted.
    private static bool IsHangUp(HttpContext context, Exception e) =>
        e is ConnectionResetException || (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested);

    private ApiError Translate(Exception fault, string requestId)
    {
        switch (fault)
        {
            case BadHttpRequestException bad:
                return OfStatus(bad.StatusCode, bad.Message) ?? ApiError.Invalid(bad.Message);
            case JournalException { Fault: JournalFault.OutcomeUnknown } or TimeoutException or OrleansMessageRejectionException:
                return OutcomeUnknown;
            case JournalException { Fault: JournalFault.Busy }:
                return ApiError.Busy(fault.Message);
            case LimitExceededException:
                return ApiError.Busy();
            case PasswordQueueFullException or FileStoreUnavailableException:
                return ApiError.Busy(fault.Message);
            default:
                log.LogError(fault, "Request {RequestId} failed for a reason that nobody foresaw", requestId);
                return new(StatusCodes.Status500InternalServerError, "internal_error", "The server failed; the request id helps us to find out why");
        }
    }

    private static ApiError OutcomeUnknown { get; } =
        new(StatusCodes.Status503ServiceUnavailable, "unavailable", "It is not known whether this was done; repeat it with the same Idempotency-Key")
        {
            RetryAfter = TimeSpan.FromSeconds(1),
            Data = new JsonObject { ["reason"] = "outcome_unknown" },
        };

    // Routing and middlewares of the framework answer with a bare status.
    private static ApiError? Bare(HttpContext context) => OfStatus(context.Response.StatusCode, null);

    private static ApiError? OfStatus(int status, string? message) => status switch
    {
        400 => ApiError.Invalid(message ?? "The request is malformed"),
        401 => ApiError.Unauthorized(),
        403 => ApiError.Forbidden(),
        404 => ApiError.NotFound(),
        405 => new(405, "method_not_allowed", "This method is not allowed here"),
        406 => new(406, "not_acceptable", "No acceptable form of the answer exists"),
        408 => new(408, "request_timeout", "The request took too long to arrive"),
        413 => new(413, "payload_too_large", "The body is too large"),
        414 => new(414, "uri_too_long", "The address is too long"),
        415 => new(415, "unsupported_media_type", "The content type must be application/json"),
        429 => new(429, "too_many_requests", "Too many requests") { RetryAfter = TimeSpan.FromSeconds(60) },
        431 => new(431, "headers_too_large", "The headers are too large"),
        503 => ApiError.Busy(),
        _ => null,
    };
}
