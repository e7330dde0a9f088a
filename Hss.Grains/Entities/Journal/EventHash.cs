using System.Buffers;
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
        // One call of the hash over one buffer: many short ones cost more than the hashing.
        var length = (10 * sizeof(int)) + previous.Length + (2 * sizeof(long))
            + Encoding.UTF8.GetMaxByteCount(key.Kind.Length + key.Id.Length + type.Length + actor.Length + requestId.Length + (ip?.Length ?? 0) + data.Length);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var end = AppendBytes(rented, 0, previous);
            end = AppendText(rented, end, key.Kind);
            end = AppendText(rented, end, key.Id);
            end = AppendNumber(rented, end, version);
            end = AppendText(rented, end, type);
            end = AppendNumber(rented, end, ToMicroseconds(at));
            end = AppendText(rented, end, actor);
            end = AppendText(rented, end, requestId);
            end = AppendText(rented, end, ip ?? "");
            end = AppendText(rented, end, data);
            return SHA256.HashData(rented.AsSpan(0, end));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Computes what the hash of a stored event should be.</summary>
    public static byte[] Compute(EntityKey key, JournalEvent e) =>
        Compute(e.PreviousHash, key, e.Version, e.Type, e.At, e.Actor, e.RequestId, e.Ip, e.Data);

    /// <summary>Microseconds since 1970-01-01 UTC: how times are stored and hashed.</summary>
    public static long ToMicroseconds(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time that <see cref="ToMicroseconds"/> stored.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    private static int AppendText(byte[] buffer, int end, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, buffer.AsSpan(end + sizeof(int)));
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(end), length);
        return end + sizeof(int) + length;
    }

    private static int AppendNumber(byte[] buffer, int end, long number)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(end), sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(end + sizeof(int)), number);
        return end + sizeof(int) + sizeof(long);
    }

    private static int AppendBytes(byte[] buffer, int end, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(end), bytes.Length);
        bytes.CopyTo(buffer.AsSpan(end + sizeof(int)));
        return end + sizeof(int) + bytes.Length;
    }
}
