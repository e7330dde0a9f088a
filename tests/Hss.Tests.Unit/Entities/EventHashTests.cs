using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Entities.Journal;

namespace Hss.Tests.Unit.Entities;

/// <summary>What the hash of an event covers: stored chains are verified against it for ever.</summary>
public sealed class EventHashTests
{
    [Theory]
    [InlineData(null, "{}")]
    [InlineData("k1:AAAA", "{\"address\":\"Gr\u00fc\u00dfe \ud83d\ude00\"}")]
    public void Hash_CoversEachPartWithItsLength(string? ip, string data)
    {
        var previous = SHA256.HashData("before"u8);
        var at = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero).AddMicroseconds(7);

        var hash = EventHash.Compute(previous, new("stock", "1"), 42, "stock.held", at, "account", "request", ip, data);

        var parts = new byte[][]
        {
            previous, Text("stock"), Text("1"), Number(42), Text("stock.held"), Number(EventHash.ToMicroseconds(at)), Text("account"), Text("request"), Text(ip ?? ""), Text(data),
        };
        Assert.Equal(SHA256.HashData([.. parts.SelectMany(p => Length(p).Concat(p))]), hash);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Number(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Length(byte[] part)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, part.Length);
        return bytes;
    }
}
