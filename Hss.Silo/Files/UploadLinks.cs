using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Entities.Codec;
using Hss.Interfaces.Files;

namespace Hss.Silo.Files;

/// <summary>
/// The links of the built-in store. Key, size, type and end are in the link and under its HMAC-SHA256, so the store needs to remember
/// nothing, and whoever changes one of them has no link.
/// </summary>
/// <param name="keys">The server's signing keys, newest first; links use keys derived from them.</param>
public sealed class UploadLinks(ImmutableArray<DataKey> keys, TimeProvider time)
{
    /// <summary>The query of an upload's link.</summary>
    public string Query(UploadView upload)
    {
        var expires = upload.ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var size = upload.Size.ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(Sign(keys[0], upload.Key, expires, size, upload.ContentType));
        return $"?expires={expires}&size={size}&type={Uri.EscapeDataString(upload.ContentType)}&key={Uri.EscapeDataString(keys[0].Id)}&signature={signature}";
    }

    /// <summary>Why a request may not write, or null when it may.</summary>
    /// <param name="fileKey">The key that the path names.</param>
    /// <param name="link">What the query says.</param>
    /// <param name="contentType">The request's own header.</param>
    /// <param name="contentLength">The request's own header.</param>
    public string? Fault(string fileKey, UploadLinkValues link, string? contentType, long? contentLength)
    {
        var known = keys.FirstOrDefault(k => k.Id == link.KeyId);
        var signed = new byte[SHA256.HashSizeInBytes];
        if (known is null
            || Convert.FromHexString(link.Signature, signed, out _, out var length) != System.Buffers.OperationStatus.Done
            || length != signed.Length
            || !CryptographicOperations.FixedTimeEquals(signed, Sign(known, fileKey, link.Expires, link.Size, link.Type)))
            return "The link is not one of ours or was changed";

        // The texts are ours from here on.
        if (time.GetUtcNow() >= DateTimeOffset.FromUnixTimeSeconds(long.Parse(link.Expires, CultureInfo.InvariantCulture)))
            return "The link has expired";
        if (contentType != link.Type)
            return $"The Content-Type must be {link.Type}";
        return contentLength?.ToString(CultureInfo.InvariantCulture) == link.Size ? null : $"The Content-Length must be {link.Size}";
    }

    private static byte[] Sign(DataKey key, string fileKey, string expires, string size, string type)
    {
        var derived = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret, DataKeyRing.KeySize, info: "hss upload links"u8.ToArray());
        return HMACSHA256.HashData(derived, Encoding.UTF8.GetBytes($"PUT\n{fileKey}\n{expires}\n{size}\n{type}"));
    }
}

/// <summary>What a link of the built-in store says, as texts that nobody has checked yet.</summary>
public sealed record UploadLinkValues(string Expires, string Size, string Type, string KeyId, string Signature);
