namespace Hss.Api.Notifications.Live;

/// <summary>A frame from the server.</summary>
/// <param name="Type"><c>status</c>, <c>notification</c>, <c>error</c> or <c>heartbeat</c>.</param>
/// <param name="Id">Where a reader goes on that comes back with it (<c>resume_from</c>); null on frames that nobody can come back to.</param>
/// <param name="Timestamp">When it happened.</param>
public sealed record LiveFrame(string Type, string? Id, DateTimeOffset Timestamp, object Payload)
{
    /// <summary>Something has another state: the payload names the <c>event</c>.</summary>
    public const string Status = "status";

    /// <summary>A notification came into the caller's inbox.</summary>
    public const string Notification = "notification";

    /// <summary>A frame that the server got was wrong, or the connection is refused.</summary>
    public const string Error = "error";

    /// <summary>The connection lives.</summary>
    public const string Heartbeat = "heartbeat";

    /// <summary>An error.</summary>
    /// <param name="code">As the codes of answers.</param>
    public static LiveFrame Fault(DateTimeOffset now, string code, string message) => new(Error, null, now, new { code, message });
}
