using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Hss.Silo.Identity;

namespace Hss.Tests.Unit.Identity;

/// <summary>Verifiers, their cost, and the queue before the workers.</summary>
public sealed class PasswordHasherTests : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);
    private static readonly string Digest = PasswordHasher.Digest("Correct-horse-9");

    private readonly PasswordHasher _hasher = new();

    public void Dispose() => _hasher.Dispose();

    private static string Verifier(string scheme, HashAlgorithmName algorithm, int iterations, int salt, int hash)
    {
        var bytes = Enumerable.Range(1, salt).Select(i => (byte)i).ToArray();
        var derived = Rfc2898DeriveBytes.Pbkdf2(Digest, bytes, iterations, algorithm, hash);
        return $"{scheme}${iterations}${Convert.ToBase64String(bytes)}${Convert.ToBase64String(derived)}";
    }

    [Fact]
    public async Task AVerifier_Is210000IterationsOfPbkdf2HmacSha512_AndSaysSo()
    {
        var parts = (await _hasher.Hash(Digest)).Split('$');

        Assert.Equal(["pbkdf2-sha512", "210000"], parts[..2]);
        Assert.Equal(16, Convert.FromBase64String(parts[2]).Length);
        Assert.Equal(
            Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(Digest), Convert.FromBase64String(parts[2]), 210_000, HashAlgorithmName.SHA512, 32)),
            parts[3]);
    }

    [Fact]
    public async Task TheSamePassword_HasAnotherVerifierEachTime() => Assert.NotEqual(await _hasher.Hash(Digest), await _hasher.Hash(Digest));

    [Fact]
    public void TheDigest_IsTheLowerCaseSha256HexOfThePassword() =>
        Assert.Equal("5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8", PasswordHasher.Digest("password"));

    [Fact]
    public async Task Verify_IsRightForThePasswordOnly()
    {
        var verifier = await _hasher.Hash(Digest);

        Assert.True(await _hasher.Verify(verifier, Digest));
        Assert.False(await _hasher.Verify(verifier, PasswordHasher.Digest("correct-horse-9")));
        Assert.False(await _hasher.Verify(verifier, ""));
    }

    [Theory]
    [InlineData("pbkdf2-sha512", 1000, 16, 32)]
    [InlineData("pbkdf2-sha512", 1, 8, 64)]
    [InlineData("pbkdf2-sha256", 60_000, 16, 32)]
    [InlineData("pbkdf2-sha256", 7, 32, 20)]
    public async Task AnOlderVerifierWithOtherParameters_StillVerifies(string scheme, int iterations, int salt, int hash)
    {
        var algorithm = scheme == "pbkdf2-sha256" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA512;
        var verifier = Verifier(scheme, algorithm, iterations, salt, hash);

        Assert.True(await _hasher.Verify(verifier, Digest));
        Assert.False(await _hasher.Verify(verifier, PasswordHasher.Digest("wrong")));
        Assert.Equal(verifier, PasswordVerifier.Parse(verifier).Stored());
        Assert.Equal($"{scheme}${iterations}", PasswordVerifier.Parse(verifier).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("pbkdf2-sha512$210000$AAAA")]
    [InlineData("pbkdf2-sha512$0$AAAA$AAAA")]
    [InlineData("pbkdf2-sha512$-1$AAAA$AAAA")]
    [InlineData("pbkdf2-sha512$99999999999$AAAA$AAAA")]
    [InlineData("pbkdf2-sha512$1$AAAA$")]
    [InlineData("pbkdf2-sha512$1$not base64!$AAAA")]
    [InlineData("scrypt$1$AAAA$AAAA")]
    [InlineData("$1$AAAA$AAAA")]
    public async Task ADamagedVerifier_IsAFaultOfThatCall_AndTheWorkersGoOn(string verifier)
    {
        await Assert.ThrowsAsync<FormatException>(() => _hasher.Verify(verifier, Digest).WaitAsync(Guard));
        Assert.True(await _hasher.Verify(Verifier("pbkdf2-sha512", HashAlgorithmName.SHA512, 1, 16, 32), Digest).WaitAsync(Guard));
    }

    [Fact]
    public async Task AFaultOfTheDerivationItself_DoesNotEndTheWorker()
    {
        var first = true;
        using var hasher = new PasswordHasher(1, (_, verifier) =>
        {
            if (!first)
                return verifier.Hash;
            first = false;
            throw new OutOfMemoryException();
        });

        await Assert.ThrowsAsync<OutOfMemoryException>(() => hasher.Hash(Digest).WaitAsync(Guard));
        await hasher.Hash(Digest).WaitAsync(Guard);
    }

    [Fact]
    public async Task SomebodyUnknown_CostsTheSameDerivation_AndIsNeverRight()
    {
        var made = new ConcurrentQueue<(int Iterations, HashAlgorithmName Algorithm, int Salt, int Hash)>();
        using var hasher = new PasswordHasher(1, (_, verifier) =>
        {
            made.Enqueue((verifier.Iterations, verifier.Algorithm, verifier.Salt.Length, verifier.Hash.Length));
            // Whatever was expected: as if the digest were right.
            return verifier.Hash;
        });
        var known = await hasher.Hash(Digest);
        Assert.True(await hasher.Verify(known, Digest));
        Assert.False(await hasher.Verify(null, Digest));

        Assert.Equal(3, hasher.Derivations);
        Assert.Equal((210_000, HashAlgorithmName.SHA512, 16, 32), Assert.Single(made.Distinct()));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(16, 8)]
    public void HalfTheCores_AtLeastOne_Work(int cores, int workers) => Assert.Equal(workers, PasswordHasher.Workers(cores));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task TheQueueHolds64_ThenCallsAreRefusedAndNothingIsDerived(int workers)
    {
        using var gate = new ManualResetEventSlim();
        var busy = new SemaphoreSlim(0);
        using var hasher = new PasswordHasher(workers, (_, verifier) =>
        {
            busy.Release();
            gate.Wait(Guard);
            return verifier.Hash;
        });
        List<Task<string>> accepted = [];
        for (var i = 0; i < workers; i++)
        {
            accepted.Add(hasher.Hash(Digest));
            Assert.True(await busy.WaitAsync(Guard));
        }

        for (var i = 0; i < PasswordHasher.QueueLength; i++)
        {
            accepted.Add(hasher.Hash(Digest));
            Assert.False(accepted[^1].IsFaulted);
        }

        await Assert.ThrowsAsync<PasswordQueueFullException>(() => hasher.Hash(Digest));
        await Assert.ThrowsAsync<PasswordQueueFullException>(() => hasher.Verify(null, Digest));
        Assert.Equal(workers, hasher.Derivations);

        gate.Set();
        await Task.WhenAll(accepted).WaitAsync(Guard);
        Assert.Equal(workers + 64, hasher.Derivations);
        await hasher.Hash(Digest).WaitAsync(Guard);
    }
}
