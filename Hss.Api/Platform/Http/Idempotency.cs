using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Interfaces.Entities;

namespace Hss.Api.Platform.Http;

/// <summary>
/// Gives a POST or PATCH with an <c>Idempotency-Key</c> its operation id: account (else address), method, path and key. The grain that
/// commits keeps the answer for 24 h; this middleware only tells a second request that comes while the first still runs (409).
/// </summary>
public sealed class Idempotency(RequestDelegate next)
{
    /// <summary>The header: 1..200 printable ASCII characters.</summary>
    public const string Header = "Idempotency-Key";

    private const int MaxLength = 200;

    private readonly ConcurrentDictionary<string, bool> _running = new(StringComparer.Ordinal);

    /// <summary>Names the operation and goes on.</summary>
    public async Task Invoke(HttpContext context)
    {
        if (context.Request.Headers[Header] is not { Count: > 0 } sent
            || context.Request.Method is not ("POST" or "PATCH")
            || context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<WithoutIdempotency>() is not null)
        {
            await next(context);
            return;
        }

        if (sent is not [{ Length: > 0 and <= MaxLength } key] || key.Any(c => c is < ' ' or > '~'))
        {
            var fault = new FieldFault(FieldFaultKind.Rule, [Header], $"must be 1..{MaxLength} printable ASCII characters", null) { Source = "header" };
            throw new ApiException(ApiError.Invalid("The Idempotency-Key is invalid", fault));
        }

        var ownFingerprint = endpoint.Metadata.GetMetadata<OwnFingerprint>() is not null;
        var operation = new Operation(OperationId(context, key), ownFingerprint ? "" : await Fingerprint(context));
        if (!_running.TryAdd(operation.Id, true))
            throw new ApiException(InProgress);
        try
        {
            context.Features.Set(operation);
            await next(context);
        }
        finally
        {
            _running.TryRemove(operation.Id, out _);
        }
    }

    private static ApiError InProgress { get; } =
        new Refusal(RefusalCodes.InProgress, "The first request with this Idempotency-Key is still running").ToError();

    private static string OperationId(HttpContext context, string key)
    {
        var owner = context.CallerOrNull()?.Id ?? $"{CallerExtensions.Guest}:{context.Connection.RemoteIpAddress}";
        var path = context.Request.Path.Value!.TrimEnd('/');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{owner}\n{context.Request.Method}\n{path}\n{key}")));
    }

    private static async Task<string> Fingerprint(HttpContext context)
    {
        context.Request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(context.Request.Body, context.RequestAborted);
        context.Request.Body.Position = 0;
        return Convert.ToHexStringLower(hash);
    }
}
