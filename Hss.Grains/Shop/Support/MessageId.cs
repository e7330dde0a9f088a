using System.Buffers.Binary;

namespace Hss.Grains.Shop.Support;

/// <summary>
/// The ids of conversations and messages. A conversation's id is a random uuid whose last four bytes are zero; a message has its
/// conversation's id with the number of its event in those bytes. So a message or file is found by its id alone, and a reader who names the last
/// message that they have is answered without a search.
/// </summary>
public static class MessageId
{
    private const int NumberLength = sizeof(uint);
    private const int Length = 16;
    private const int TextLength = 36;

    /// <summary>A conversation's id from random bytes (16): a uuid of version 4 with 90 random bits.</summary>
    public static string Conversation(ReadOnlySpan<byte> random)
    {
        Span<byte> bytes = stackalloc byte[Length];
        random[..(Length - NumberLength)].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>The id of the message that is this event of a conversation.</summary>
    /// <exception cref="OverflowException">There are 2^32 events.</exception>
    public static string Of(string conversationId, long version)
    {
        Span<byte> bytes = stackalloc byte[Length];
        Guid.ParseExact(conversationId, "D").TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[(Length - NumberLength)..], checked((uint)version));
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>Whether a text has the shape of a conversation's id; then <paramref name="id"/> is its lower-case form.</summary>
    public static bool TryConversation(string? text, out string id)
    {
        if (TryParse(text, out id, out var version) && version == 0)
            return true;
        id = "";
        return false;
    }

    /// <summary>Takes the id of a message apart.</summary>
    public static bool TryParse(string? text, out string conversationId, out long version)
    {
        (conversationId, version) = ("", 0);
        // The parser takes blanks around a uuid.
        if (text is not { Length: TextLength } || !Guid.TryParseExact(text, "D", out var guid))
            return false;
        Span<byte> bytes = stackalloc byte[Length];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        version = BinaryPrimitives.ReadUInt32BigEndian(bytes[(Length - NumberLength)..]);
        bytes[(Length - NumberLength)..].Clear();
        conversationId = new Guid(bytes, bigEndian: true).ToString();
        return true;
    }
}
