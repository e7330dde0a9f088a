using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hss.Baseline;

/// <summary>Who a request is from.</summary>
internal sealed record Customer(string Id, string Name);

/// <summary>
/// Checks access tokens: compact JWS, HS256 whatever the header claims, not expired, with the store's role of customers. Nothing is looked up: a token that
/// was taken back works until it ends, which the product does not allow.
/// </summary>
internal sealed class TokenCheck(byte[] key, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private const int MaxLength = 4096;

    /// <summary>The customer of a request, or the status to refuse it with.</summary>
    public (Customer? Customer, int Refused) Check(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length > MaxLength || Claims(header.AsSpan(Scheme.Length)) is not { } claims)
            return (null, StatusCodes.Status401Unauthorized);
        using (claims)
        {
            var root = claims.RootElement;
            if (root.GetProperty("exp").GetInt64() <= time.GetUtcNow().ToUnixTimeSeconds())
                return (null, StatusCodes.Status401Unauthorized);
            return root.GetProperty("roles").TryGetProperty("store", out var role) && role.ValueEquals("customer")
                ? (new(root.GetProperty("sub").GetString()!, root.GetProperty("email").GetString()!), 0)
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
