using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities.Journal;

/// <summary>
/// The chain: each event's hash covers the one before and everything that the event says. All parts are length-prefixed, so no two
/// different events have the same bytes.
/// </summary>
public static class EventHash
{
    /// <summary>What the first event of an entity names as the hash before it.</summary>
    public static readonly byte[] Genesis = new byte[SHA256.HashSizeInBytes];

    /// <summary>Computes the hash of an event.</summary>
    public static byte[] Compute(
        ReadOnlySpan<byte> previous, EntityKey key, long version, string type, DateTimeOffset at, string actor, string requestId, string? ip, string data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        AppendBytes(hash, previous);
        AppendText(hash, key.Kind);
        AppendText(hash, key.Id);
        BinaryPrimitives.WriteInt64BigEndian(number, version);
        AppendBytes(hash, number);
        AppendText(hash, type);
        BinaryPrimitives.WriteInt64BigEndian(number, ToMicroseconds(at));
        AppendBytes(hash, number);
        AppendText(hash, actor);
        AppendText(hash, requestId);
        AppendText(hash, ip ?? "");
        AppendText(hash, data);
        return hash.GetHashAndReset();
    }

    /// <summary>Computes what the hash of a stored event should be.</summary>
    public static byte[] Compute(EntityKey key, JournalEvent e) =>
        Compute(e.PreviousHash, key, e.Version, e.Type, e.At, e.Actor, e.RequestId, e.Ip, e.Data);

    /// <summary>Microseconds since 1970-01-01 UTC: how times are stored and hashed.</summary>
    public static long ToMicroseconds(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time that <see cref="ToMicroseconds"/> stored.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    private static void AppendText(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        AppendBytes(hash, bytes);
    }

    private static void AppendBytes(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
