using System.Security.Cryptography;

namespace Hss.Api.Platform;

/// <summary>Gives every request its id: the caller's, when it is 1..64 of <c>[A-Za-z0-9._-]</c>, else a new one of 12 hex digits.</summary>
public sealed class RequestIds(RequestDelegate next)
{
    /// <summary>The header, both ways.</summary>
    public const string Header = "X-Request-Id";

    private const int MaxLength = 64;

    /// <summary>Names the request and goes on.</summary>
    public Task Invoke(HttpContext context)
    {
        var sent = context.Request.Headers[Header];
        context.TraceIdentifier = sent is [{ } id] && IsValid(id) ? id : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        context.Response.Headers[Header] = context.TraceIdentifier;
        return next(context);
    }

    private static bool IsValid(string id) =>
        id.Length is > 0 and <= MaxLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
