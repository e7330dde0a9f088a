using System.Globalization;
using System.Security.Cryptography;

namespace Hss.Silo.Identity;

/// <summary>
/// A stored verifier, <c>pbkdf2-sha512$iterations$salt$hash</c>. Each keeps its own parameters, so that those of new ones may change.
/// </summary>
public sealed record PasswordVerifier(int Iterations, byte[] Salt, byte[] Hash)
{
    /// <summary>Salt of new verifiers, bytes.</summary>
    public const int SaltSize = 16;

    /// <summary>Hash of new verifiers, bytes.</summary>
    public const int HashSize = 32;

    private const string Sha512 = "pbkdf2-sha512";
    private const string Sha256 = "pbkdf2-sha256";

    /// <summary>The HMAC's hash; SHA-512 for new verifiers.</summary>
    public HashAlgorithmName Algorithm { get; init; } = HashAlgorithmName.SHA512;

    /// <summary>Reads a stored verifier.</summary>
    /// <exception cref="FormatException">It is none, or of an algorithm that this program does not know.</exception>
    public static PasswordVerifier Parse(string stored)
    {
        var parts = stored.Split('$');
        if (parts.Length != 4 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) || iterations == 0)
            throw new FormatException("A stored password verifier is malformed");
        var verifier = new PasswordVerifier(iterations, Convert.FromBase64String(parts[2]), Convert.FromBase64String(parts[3]))
        {
            Algorithm = parts[0] switch
            {
                Sha512 => HashAlgorithmName.SHA512,
                Sha256 => HashAlgorithmName.SHA256,
                _ => throw new FormatException("A stored password verifier is of an unknown algorithm"),
            },
        };
        return verifier.Hash.Length > 0 ? verifier : throw new FormatException("A stored password verifier is empty");
    }

    /// <summary>What the digest comes to under a verifier's parameters.</summary>
    public static byte[] Derive(string digest, PasswordVerifier verifier) =>
        Rfc2898DeriveBytes.Pbkdf2(digest, verifier.Salt, verifier.Iterations, verifier.Algorithm, verifier.Hash.Length);

    /// <summary>The text to store.</summary>
    public string Stored() => string.Create(CultureInfo.InvariantCulture, $"{this}${Convert.ToBase64String(Salt)}${Convert.ToBase64String(Hash)}");

    /// <summary>Never the hash.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Algorithm == HashAlgorithmName.SHA256 ? Sha256 : Sha512)}${Iterations}");
}
