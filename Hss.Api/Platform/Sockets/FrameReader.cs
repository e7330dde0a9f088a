using System.Net.WebSockets;
using System.Threading.RateLimiting;
using Hss.Silo.Hosting;

namespace Hss.Api.Platform.Sockets;

/// <summary>One frame that came in.</summary>
/// <param name="Bytes">Its content; what goes beyond <see cref="FrameReader.MaxFrame"/> was thrown away.</param>
/// <param name="Length">How long it was.</param>
public readonly record struct Frame(WebSocketMessageType Type, ReadOnlyMemory<byte> Bytes, int Length)
{
    /// <summary>Whether the connection is over: the other end closes it, or sent too much in one frame.</summary>
    public bool IsLast => Type == WebSocketMessageType.Close;

    /// <summary>How to answer the last one.</summary>
    public WebSocketCloseStatus Goodbye => Length > FrameReader.MaxRead ? WebSocketCloseStatus.MessageTooBig : WebSocketCloseStatus.NormalClosure;

    /// <summary>Whether it is text that was read whole.</summary>
    public bool IsWholeText => Type == WebSocketMessageType.Text && !IsTooLong;

    /// <summary>Whether it is too long to be looked at.</summary>
    public bool IsTooLong => Length > FrameReader.MaxFrame;
}

/// <summary>Reads frames one after the other. The bytes of a frame are good until the next is read.</summary>
public sealed class FrameReader(WebSocket socket)
{
    /// <summary>Longest frame in bytes; a longer one is read and refused.</summary>
    public const int MaxFrame = 64 * 1024;

    /// <summary>Whoever sends more bytes than this in one frame is cut off.</summary>
    public const int MaxRead = 1024 * 1024;

    /// <summary>What is said to a frame that is too long.</summary>
    public static readonly string TooLong = $"The frame is too large (limit {MaxFrame} bytes)";

    private readonly byte[] _buffer = new byte[MaxFrame];

    /// <summary>The next frame.</summary>
    /// <exception cref="WebSocketException">The connection is gone.</exception>
    /// <exception cref="OperationCanceledException">It was waited for too long; the connection is cut.</exception>
    public async Task<Frame> Read(CancellationToken cancellation = default)
    {
        var length = 0;
        while (true)
        {
            var room = length < _buffer.Length ? _buffer.AsMemory(length) : new byte[4096];
            var part = await socket.ReceiveAsync(room, cancellation);
            length += part.Count;
            if (length > MaxRead)
                return new(WebSocketMessageType.Close, default, length);
            if (part.MessageType == WebSocketMessageType.Close || part.EndOfMessage)
                return new(part.MessageType, _buffer.AsMemory(0, Math.Min(length, _buffer.Length)), length);
        }
    }

    /// <summary>Counts the frames of one connection; null where rates are not limited.</summary>
    public static FixedWindowRateLimiter? Rate(LimitSettings limits, int perMinute) => limits.Enabled
        ? new(new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 })
        : null;
}
