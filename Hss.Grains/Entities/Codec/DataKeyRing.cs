using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Hss.Grains.Entities.Codec;

/// <summary>
/// The keys for personal data: AES-256-GCM, newest first. New writes use the newest; every older one stays readable. Ciphertext is
/// <c>keyid:base64(nonce | tag | bytes)</c>; the associated data names kind, id and field, so a value moved elsewhere does not open.
/// </summary>
public sealed class DataKeyRing
{
    /// <summary>Length of a key in bytes.</summary>
    public const int KeySize = 32;

    // Making a cipher costs more than using it once, and one cipher is for one thread at a time.
    [ThreadStatic]
    private static (DataKey Key, AesGcm Cipher)? _cipher;

    private readonly ImmutableArray<DataKey> _keys;
    private readonly byte[] _lookupKey;

    /// <summary>Makes the ring.</summary>
    /// <param name="keys">Newest first; at least one.</param>
    /// <param name="lookupKeyId">The key that lookups are derived from: it never changes over a database's life. The oldest when null.</param>
    public DataKeyRing(ImmutableArray<DataKey> keys, string? lookupKeyId = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(keys.Length);
        _keys = keys;
        LookupKeyId = lookupKeyId ?? keys[^1].Id;
        _lookupKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, Find(LookupKeyId).Secret, KeySize, info: "hss lookup"u8.ToArray());
    }

    /// <summary>The id of the key that new values are written with.</summary>
    public string NewestId => _keys[0].Id;

    /// <summary>The id of the key behind <see cref="Lookup"/>.</summary>
    public string LookupKeyId { get; }

    /// <summary>All ids, newest first.</summary>
    public ImmutableArray<string> Ids => [.. _keys.Select(k => k.Id)];

    /// <summary>Encrypts a text for one place.</summary>
    public string Encrypt(string plain, string place)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var sealedBytes = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + text.Length];
        var nonce = sealedBytes.AsSpan(0, AesGcm.NonceByteSizes.MaxSize);
        var tag = sealedBytes.AsSpan(nonce.Length, AesGcm.TagByteSizes.MaxSize);
        RandomNumberGenerator.Fill(nonce);
        Cipher(_keys[0]).Encrypt(nonce, text, sealedBytes.AsSpan(nonce.Length + tag.Length), tag, Encoding.UTF8.GetBytes(place));
        return $"{_keys[0].Id}:{Convert.ToBase64String(sealedBytes)}";
    }

    /// <summary>Opens what <see cref="Encrypt"/> made for the same place.</summary>
    /// <exception cref="CryptographicException">Another place, a changed value, or an unknown key.</exception>
    public string Decrypt(string cipher, string place)
    {
        var colon = cipher.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            throw new CryptographicException("A stored personal value is no ciphertext");
        var bytes = Convert.FromBase64String(cipher[(colon + 1)..]);
        var nonce = bytes.AsSpan(0, AesGcm.NonceByteSizes.MaxSize);
        var tag = bytes.AsSpan(nonce.Length, AesGcm.TagByteSizes.MaxSize);
        var plain = new byte[bytes.Length - nonce.Length - tag.Length];
        Cipher(Find(cipher[..colon])).Decrypt(nonce, bytes.AsSpan(nonce.Length + tag.Length), tag, plain, Encoding.UTF8.GetBytes(place));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>A keyed digest of a normalised personal value: exact look-up without the value (HMAC-SHA256, lower-case hex).</summary>
    public string Lookup(string normalised) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_lookupKey, Encoding.UTF8.GetBytes(normalised)));

    private static AesGcm Cipher(DataKey key)
    {
        if (_cipher is { } last && ReferenceEquals(last.Key, key))
            return last.Cipher;
        _cipher?.Cipher.Dispose();
        var cipher = new AesGcm(key.Secret, AesGcm.TagByteSizes.MaxSize);
        _cipher = (key, cipher);
        return cipher;
    }

    private DataKey Find(string id) =>
        _keys.FirstOrDefault(k => k.Id == id) ?? throw new CryptographicException($"The data key '{id}' is not in the ring");
}

/// <summary>One key: a short id that is stored with each value, and 32 secret bytes.</summary>
public sealed record DataKey(string Id, byte[] Secret)
{
    /// <summary>Never the secret.</summary>
    public override string ToString() => Id;
}
