using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hss.Silo.Identity;

/// <summary>
/// Makes and checks verifiers: PBKDF2-HMAC-SHA512 over the lower-case SHA-256 hex of the password (so Reservia's clients may send the digest
/// itself), on threads of its own, at most half the cores, with a bounded queue, so that sign-ins never starve the rest.
/// </summary>
public sealed class PasswordHasher : IDisposable
{
    /// <summary>Iterations of new verifiers; each verifier keeps its own number.</summary>
    public const int Iterations = 210_000;

    /// <summary>Derivations that may wait.</summary>
    public const int QueueLength = 64;

    private const string Scheme = "pbkdf2-sha512";
    private const int SaltSize = 16;
    private const int HashSize = 32;

    // Somebody who does not exist costs the same work.
    private static readonly string Nobody = Format(Iterations, new byte[SaltSize], new byte[HashSize]);

    private readonly BlockingCollection<Action> _queue = new(QueueLength);
    private long _derivations;

    /// <summary>Starts the workers.</summary>
    public PasswordHasher()
    {
        for (var i = 0; i < Math.Max(1, Environment.ProcessorCount / 2); i++)
            new Thread(Work) { IsBackground = true, Name = $"password worker {i + 1}" }.Start();
    }

    /// <summary>How many derivations were made.</summary>
    public long Derivations => Interlocked.Read(ref _derivations);

    /// <summary>What the verifier is made over.</summary>
    public static string Digest(string password) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password)));

    /// <summary>A new verifier of a digest.</summary>
    /// <exception cref="PasswordQueueFullException">Too many wait.</exception>
    public Task<string> Hash(string digest) => Enqueue(() =>
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        return Format(Iterations, salt, Derive(digest, salt, Iterations));
    });

    /// <summary>Whether the digest is the verifier's; null stands for nobody, which costs the same and is never right.</summary>
    /// <exception cref="PasswordQueueFullException">Too many wait.</exception>
    public Task<bool> Verify(string? verifier, string digest) => Enqueue(() =>
    {
        var parts = (verifier ?? Nobody).Split('$');
        var (salt, expected) = (Convert.FromBase64String(parts[2]), Convert.FromBase64String(parts[3]));
        var actual = Derive(digest, salt, int.Parse(parts[1], CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(actual, expected) & (verifier is not null);
    });

    /// <summary>Stops the workers.</summary>
    public void Dispose() => _queue.CompleteAdding();

    private static string Format(int iterations, byte[] salt, byte[] hash) =>
        string.Create(CultureInfo.InvariantCulture, $"{Scheme}${iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");

    private byte[] Derive(string digest, byte[] salt, int iterations)
    {
        Interlocked.Increment(ref _derivations);
        return Rfc2898DeriveBytes.Pbkdf2(digest, salt, iterations, HashAlgorithmName.SHA512, HashSize);
    }

    private Task<T> Enqueue<T>(Func<T> derive)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var accepted = _queue.TryAdd(() =>
        {
            try
            {
                completion.SetResult(derive());
            }
            catch (Exception e) when (e is FormatException or CryptographicException or IndexOutOfRangeException)
            {
                completion.SetException(e);
            }
        });
        return accepted ? completion.Task : Task.FromException<T>(new PasswordQueueFullException());
    }

    private void Work()
    {
        foreach (var derivation in _queue.GetConsumingEnumerable())
            derivation();
    }
}

/// <summary>Too many passwords wait to be checked: 503 with Retry-After; nothing was done.</summary>
public sealed class PasswordQueueFullException() : Exception("Too many sign-ins at once");
