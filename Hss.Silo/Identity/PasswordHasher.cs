using System.Collections.Concurrent;
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

    private readonly BlockingCollection<Action> _queue = new(QueueLength);
    private readonly Func<string, PasswordVerifier, byte[]> _derive;
    private readonly int _iterations;
    private long _derivations;

    /// <summary>Starts the workers.</summary>
    public PasswordHasher()
        : this(Workers(Environment.ProcessorCount), PasswordVerifier.Derive)
    {
    }

    /// <summary>Starts so many workers, which derive in this way; new verifiers get so many iterations.</summary>
    internal PasswordHasher(int workers, Func<string, PasswordVerifier, byte[]> derive, int iterations = Iterations)
    {
        (_derive, _iterations) = (derive, iterations);
        for (var i = 0; i < workers; i++)
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
        var verifier = new PasswordVerifier(_iterations, RandomNumberGenerator.GetBytes(PasswordVerifier.SaltSize), new byte[PasswordVerifier.HashSize]);
        return (verifier with { Hash = Derive(digest, verifier) }).Stored();
    });

    /// <summary>Whether the digest is the verifier's; null stands for nobody, which costs the same and is never right.</summary>
    /// <exception cref="PasswordQueueFullException">Too many wait.</exception>
    /// <exception cref="FormatException">The stored verifier is none that this program knows.</exception>
    public Task<bool> Verify(string? verifier, string digest) => Enqueue(() =>
    {
        // Somebody who does not exist costs the same work.
        var stored = verifier is null ? new(_iterations, new byte[PasswordVerifier.SaltSize], new byte[PasswordVerifier.HashSize]) : PasswordVerifier.Parse(verifier);
        return CryptographicOperations.FixedTimeEquals(Derive(digest, stored), stored.Hash) & (verifier is not null);
    });

    /// <summary>Stops the workers.</summary>
    public void Dispose() => _queue.CompleteAdding();

    /// <summary>Half the cores, at least one.</summary>
    internal static int Workers(int cores) => Math.Max(1, cores / 2);

    private byte[] Derive(string digest, PasswordVerifier verifier)
    {
        Interlocked.Increment(ref _derivations);
        return _derive(digest, verifier);
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
#pragma warning disable CA1031 // Whatever goes wrong is the caller's: a fault that left here would end the process.
            catch (Exception e)
#pragma warning restore CA1031
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
