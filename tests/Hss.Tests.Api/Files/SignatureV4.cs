using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Hss.Tests.Api.Files;

/// <summary>
/// AWS Signature Version 4 as a server checks it, written from the specification and sharing nothing with the SDK that signs: presigned
/// queries and Authorization headers.
/// </summary>
internal sealed class SignatureV4(string accessKey, string secretKey, TimeProvider time)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Why the request is not what was signed, or null when it is.</summary>
    /// <param name="target">Path and query exactly as they came over the wire.</param>
    public string? Fault(HttpRequest request, string target)
    {
        var parts = target.Split('?', 2);
        var query = Pairs(parts.Length > 1 ? parts[1] : "");
        var signed = Read(request, query);
        if (signed is null)
            return "The request is not signed";
        var names = signed.Headers.Split(';');
        var unsigned = request.Headers.Keys.Select(h => h.ToLowerInvariant())
            .FirstOrDefault(h => (h.StartsWith("x-amz-", StringComparison.Ordinal) || h is "content-type" or "content-md5" or "host") && !names.Contains(h));
        if (unsigned is not null)
            return $"There were headers present in the request which were not signed: {unsigned}";

        var scope = signed.Credential.Split('/');
        if (scope is not [var key, var day, var region, "s3", "aws4_request"] || key != accessKey || !signed.Date.StartsWith(day, StringComparison.Ordinal))
            return "The credential is malformed or unknown";
        if (signed.Expires is { } seconds && time.GetUtcNow() > Date(signed.Date).AddSeconds(seconds))
            return "Request has expired";

        var canonical = string.Join('\n', [
            request.Method,
            parts[0],
            string.Join('&', query.Where(p => p.Name != "X-Amz-Signature").Select(p => $"{Encode(p.Name)}={Encode(p.Value)}").Order(StringComparer.Ordinal)),
            .. names.Select(n => $"{n}:{string.Join(",", request.Headers[n].Select(v => v!.Trim()))}"),
            "",
            signed.Headers,
            signed.PayloadHash,
        ]);
        var text = $"{Algorithm}\n{signed.Date}\n{day}/{region}/s3/aws4_request\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signing = Encoding.UTF8.GetBytes("AWS4" + secretKey);
        foreach (var step in (string[])[day, region, "s3", "aws4_request"])
            signing = HMACSHA256.HashData(signing, Encoding.UTF8.GetBytes(step));
        return Hex(HMACSHA256.HashData(signing, Encoding.UTF8.GetBytes(text))) == signed.Signature
            ? null
            : "The request signature we calculated does not match the signature you provided";
    }

    private static Signed? Read(HttpRequest request, (string Name, string Value)[] query)
    {
        string? Query(string name) => query.Count(p => p.Name == name) == 1 ? query.Single(p => p.Name == name).Value : null;
        if (Query("X-Amz-Algorithm") == Algorithm)
        {
            return Query("X-Amz-Credential") is { } credential && Query("X-Amz-Date") is { } date && Query("X-Amz-SignedHeaders") is { } headers
                && Query("X-Amz-Signature") is { } signature && int.TryParse(Query("X-Amz-Expires"), CultureInfo.InvariantCulture, out var expires)
                ? new(credential, date, headers, signature, "UNSIGNED-PAYLOAD", expires)
                : null;
        }

        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Algorithm, StringComparison.Ordinal))
            return null;
        var fields = header[Algorithm.Length..].Split(',').Select(f => f.Trim().Split('=', 2)).ToDictionary(f => f[0], f => f[1]);
        return new(
            fields["Credential"], request.Headers["x-amz-date"].ToString(), fields["SignedHeaders"], fields["Signature"],
            request.Headers["x-amz-content-sha256"].ToString(), null);
    }

    private static (string Name, string Value)[] Pairs(string query) =>
        [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => (Uri.UnescapeDataString(p[0]), p.Length > 1 ? Uri.UnescapeDataString(p[1]) : ""))];

    private static DateTimeOffset Date(string text) =>
        DateTimeOffset.ParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    // RFC 3986: everything but unreserved characters, in upper-case hex.
    private static string Encode(string text) => Uri.EscapeDataString(text);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private sealed record Signed(string Credential, string Date, string Headers, string Signature, string PayloadHash, int? Expires);
}
