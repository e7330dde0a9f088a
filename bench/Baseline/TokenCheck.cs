using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hss.Baseline;

/// <summary>Who a request is from.</summary>
internal sealed record Caller(string Id, string Name, string Role);

/// <summary>
/// Checks access tokens: compact JWS, HS256 whatever the header claims, not expired, with a role in the system that is asked. Nothing is looked up: a token
/// that was taken back works until it ends, which the product does not allow.
/// </summary>
internal sealed class TokenCheck(byte[] key, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private const int MaxLength = 4096;

    /// <summary>Who a request is from, or the status to refuse it with.</summary>
    /// <param name="system">The system that is asked.</param>
    /// <param name="roles">Those of its roles that may.</param>
    public (Caller? Caller, int Refused) Check(HttpRequest request, string system, params ReadOnlySpan<string> roles)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length > MaxLength || Claims(header.AsSpan(Scheme.Length)) is not { } claims)
            return (null, StatusCodes.Status401Unauthorized);
        using (claims)
        {
            var root = claims.RootElement;
            if (root.GetProperty("exp").GetInt64() <= time.GetUtcNow().ToUnixTimeSeconds())
                return (null, StatusCodes.Status401Unauthorized);
            var all = root.GetProperty("roles");
            // An operator of the platform is an admin everywhere.
            var has = all.TryGetProperty("platform", out var platform) && platform.ValueEquals("operator") ? "admin"
                : all.TryGetProperty(system, out var role) ? role.GetString()
                : null;
            return has is not null && roles.Contains(has)
                ? (new(root.GetProperty("sub").GetString()!, root.GetProperty("email").GetString()!, has), 0)
                : (null, StatusCodes.Status403Forbidden);
        }
    }

    private JsonDocument? Claims(ReadOnlySpan<char> token)
    {
        var end = token.LastIndexOf('.');
        var middle = token.IndexOf('.');
        if (middle < 0 || end == middle)
            return null;
        Span<byte> content = stackalloc byte[MaxLength];
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, content[..Encoding.ASCII.GetBytes(token[..end], content)], mac);
        try
        {
            return Base64Url.TryDecodeFromChars(token[(end + 1)..], sent, out var length) && CryptographicOperations.FixedTimeEquals(mac, sent[..length])
                ? JsonDocument.Parse(Base64Url.DecodeFromChars(token[(middle + 1)..end]))
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
