using System.Net.WebSockets;
using System.Text.Json;
using Hss.Api.Platform.Sockets;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop.Support;
using Hss.Silo.Hosting;
using Hss.Silo.Shop.Support;

namespace Hss.Api.Shop.Support;

/// <summary>
/// Takes what one connection says. Whatever is wrong with a frame is answered by an error frame, and the connection stays. A message is sent back to
/// its sender like to everybody else, when it is durable.
/// </summary>
public sealed class SupportWriter(
    WebSocket socket,
    FrameSender sender,
    Participant participant,
    SocketRights rights,
    CallContext call,
    SupportService support,
    LimitSettings limits)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    private readonly IConversationGrain _conversation = support.Conversation(participant.Conversation.Id);

    /// <summary>Reads until the other end closes, and says how to answer that.</summary>
    /// <exception cref="WebSocketException">The connection is gone.</exception>
    public async Task<WebSocketCloseStatus> Receive()
    {
        using var rate = FrameReader.Rate(limits, participant.AccountId is null ? limits.AddressPerMinute : limits.AccountPerMinute);
        var frames = new FrameReader(socket);
        while (true)
        {
            var frame = await frames.Read();
            if (frame.IsLast)
                return frame.Goodbye;
            if (!await rights.Hold())
                return WebSocketCloseStatus.PolicyViolation;
            var mistake = rate?.AttemptAcquire() is { IsAcquired: false }
                ? "Too many frames; wait a minute"
                : frame.IsTooLong ? FrameReader.TooLong : frame.IsWholeText ? await Act(frame.Bytes) : "Malformed frame";
            if (mistake is not null)
                await sender.Send(new { type = "error", detail = mistake });
        }
    }

    /// <summary>Does what a frame asks for; answers what is wrong, or null.</summary>
    private async Task<string?> Act(ReadOnlyMemory<byte> frame)
    {
        if (Parse(frame) is not (var action, var body))
            return "Malformed frame";
        switch (action)
        {
            case "send_message":
                return await Post(body);
            case "typing":
                await support.Types(participant.Conversation.Id, participant.Side);
                return null;
            default:
                return "Unknown action";
        }
    }

    private async Task<string?> Post(string? body)
    {
        try
        {
            var outcome = await _conversation.Post(call, new(participant.Side, participant.AccountId, body?.Trim(), null));
            return outcome.Refusal?.Message;
        }
        catch (JournalException e) when (e.Fault == JournalFault.Busy)
        {
            return "The service is busy; the message was not taken";
        }
        catch (LimitExceededException)
        {
            return "The service is busy; the message was not taken";
        }
        catch (Exception e) when (e is JournalException or TimeoutException)
        {
            return "It is not known whether the message was taken";
        }
    }

    // A frame without an action is one with an unknown action; what is no object is no frame.
    private static (string? Action, string? Body)? Parse(ReadOnlyMemory<byte> frame)
    {
        try
        {
            using var document = JsonDocument.Parse(frame, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (Text(document.RootElement, "action"), Text(document.RootElement, "body"))
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement frame, string name) =>
        frame.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
