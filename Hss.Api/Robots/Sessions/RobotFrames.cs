using System.Text.Json;
using System.Text.Json.Nodes;
using Hss.Api.Platform.Dialects;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Robots;

namespace Hss.Api.Robots.Sessions;

/// <summary>A frame to a robot; <c>docs/robot-protocol.md</c> has them all, with a JSON schema each.</summary>
/// <param name="Type"><c>orders</c> or <c>emergency_stop</c>.</param>
/// <param name="ReplyTo">The <c>id</c> of the frame that it answers, or null.</param>
internal sealed record RobotFrame<T>(string Type, DateTimeOffset Timestamp, string? ReplyTo, T Data);

/// <summary>An error frame; the connection stays.</summary>
internal sealed record RobotErrorFrame(string Type, DateTimeOffset Timestamp, string? ReplyTo, JsonNode Error);

/// <summary>The stop that a robot is told of.</summary>
internal sealed record StopOrder(long EmergencyStopNumber, string? Reason);

/// <summary>A frame from a robot.</summary>
/// <param name="Id">What an answer names it by, or null.</param>
internal readonly record struct IncomingFrame(string? Type, string? Id, JsonElement Data);

/// <summary>Makes frames to robots, and reads those from them.</summary>
internal static class RobotFrames
{
    private const int MaxId = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    public static RobotFrame<HeartbeatAnswer> Orders(RobotOrders orders, string? replyTo, DateTimeOffset now) =>
        new("orders", now, replyTo, HeartbeatAnswer.Of(orders, now));

    public static RobotFrame<StopOrder> Stop(RobotView robot, DateTimeOffset now) => new("emergency_stop", now, null, new(robot.StopNumber, robot.StopReason));

    public static RobotErrorFrame Error(ApiError error, string? replyTo, DateTimeOffset now) =>
        new("error", now, replyTo, new LunaDialect().Render(error, "", now)["error"]!.DeepClone());

    /// <summary>Reads a frame.</summary>
    /// <exception cref="ApiException">It is none.</exception>
    public static IncomingFrame Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object)
                return new(Text(root, "type"), Text(root, "id") is { Length: <= MaxId } id ? id : null, root.TryGetProperty("data", out var data) ? data.Clone() : default);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Said below.
        }

        throw new ApiException(ApiError.Invalid("Malformed frame: it must be one JSON object"));
    }

    /// <summary>Reads the data of a frame, by the same record as the body of the HTTP call.</summary>
    /// <exception cref="ApiException">All faults of the fields.</exception>
    public static T Read<T>(JsonElement data) where T : class
    {
        if (data.ValueKind != JsonValueKind.Object)
            throw new ApiException(ApiError.Invalid("The frame has invalid fields", new FieldFault(FieldFaultKind.Missing, ["data"], "must be an object", null)));
        var faults = WireModel.Of(typeof(T)).Check(data);
        return faults.IsEmpty ? data.Deserialize<T>(WireModel.Options)! : throw new ApiException(ApiError.Invalid("The frame has invalid fields", faults));
    }

    private static string? Text(JsonElement frame, string name) =>
        frame.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
