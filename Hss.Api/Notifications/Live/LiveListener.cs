using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.RateLimiting;
using Hss.Api.Platform.Sockets;

namespace Hss.Api.Notifications.Live;

/// <summary>What a client says: sign-in first, where its handshake did not, and later that it is there.</summary>
/// <param name="Token">Of a sign-in.</param>
/// <param name="ResumeFrom">Of a sign-in: the id of the last frame that the reader has, or null.</param>
public sealed record ClientFrame(string? Type, string? Token, string? ResumeFrom)
{
    /// <summary>Signs the connection in.</summary>
    public const string Auth = "auth";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads one; null when it is none.</summary>
    public static ClientFrame? Read(Frame frame)
    {
        if (!frame.IsWholeText)
            return null;
        try
        {
            using var document = JsonDocument.Parse(frame.Bytes, Strict);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object ? new(Text(root, "type"), Text(root, "token"), Text(root, "resume_from")) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement frame, string name) =>
        frame.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Takes what a signed-in connection says. Whatever is wrong with a frame is answered by an error frame, and the connection stays.</summary>
public sealed class LiveListener(FrameReader frames, FrameSender sender, FixedWindowRateLimiter? rate, TimeProvider time)
{
    /// <summary>Reads until the other end closes, and says how to answer that.</summary>
    /// <exception cref="WebSocketException">The connection is gone.</exception>
    public async Task<WebSocketCloseStatus> Receive()
    {
        while (true)
        {
            var frame = await frames.Read();
            if (frame.IsLast)
                return frame.Goodbye;
            await sender.Send(Answer(frame));
        }
    }

    /// <summary>What is said to a frame that is none.</summary>
    public static LiveFrame Malformed(Frame frame, DateTimeOffset now) =>
        LiveFrame.Fault(now, "MALFORMED_FRAME", frame.IsTooLong ? FrameReader.TooLong : "Malformed frame");

    private LiveFrame Answer(Frame frame)
    {
        var now = time.GetUtcNow();
        if (rate?.AttemptAcquire() is { IsAcquired: false })
            return LiveFrame.Fault(now, "TOO_MANY_REQUESTS", "Too many frames; wait a minute");
        return ClientFrame.Read(frame) switch
        {
            null => Malformed(frame, now),
            { Type: LiveFrame.Heartbeat } => new(LiveFrame.Heartbeat, null, now, new { }),
            { Type: ClientFrame.Auth } => LiveFrame.Fault(now, "ALREADY_SIGNED_IN", "The connection is signed in already"),
            _ => LiveFrame.Fault(now, "UNKNOWN_TYPE", "The type must be heartbeat"),
        };
    }
}
