using Hss.Grains.Entities;

namespace Hss.Grains.Files;

/// <summary>An upload's durable state: the fold of its events.</summary>
public sealed record UploadState(string Id)
{
    /// <summary>Empty until a link was given out; then one of <see cref="UploadStatus"/>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Who may upload, complete and read it.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>As the owner calls it; a name may tell much.</summary>
    [Personal]
    public string? FileName { get; init; }

    /// <summary>The declared type.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The declared size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>When the link was given out.</summary>
    public DateTimeOffset PresignedAt { get; init; }

    /// <summary>When the link ends.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it is removed unless a booking claims it before.</summary>
    public DateTimeOffset PurgeAt { get; init; }

    /// <summary>Why the file was refused, or null.</summary>
    public string? RefusedBecause { get; init; }

    /// <summary>The first booking that names it, or null.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>Whether a link was given out.</summary>
    public bool Exists => Status.Length > 0;

    /// <summary>Where the file is.</summary>
    public string Key => Exists ? UploadKey.Of(Id, ContentType) : "";
}

/// <summary>The statuses of an upload.</summary>
public static class UploadStatus
{
    /// <summary>A link was given out.</summary>
    public const string Presigned = "presigned";

    /// <summary>The file is there and is what was declared.</summary>
    public const string Completed = "completed";

    /// <summary>The file was not what was declared; it is removed.</summary>
    public const string Refused = "refused";

    /// <summary>A booking names it: it stays.</summary>
    public const string Claimed = "claimed";

    /// <summary>Nobody claimed it in time; it is removed.</summary>
    public const string Purged = "purged";

    /// <summary>Whether there is a good file to read.</summary>
    public static bool IsReadable(string status) => status is Completed or Claimed;
}
