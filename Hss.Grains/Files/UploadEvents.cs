using Hss.Grains.Entities;

namespace Hss.Grains.Files;

/// <summary>A link to upload one declared file was given out.</summary>
public sealed record UploadPresigned(
    string AccountId,
    [property: Personal] string FileName,
    string ContentType,
    long Size,
    DateTimeOffset ExpiresAt,
    DateTimeOffset PurgeAt,
    DateTimeOffset At) : IEntityEvent;

/// <summary>The file is there and is what was declared.</summary>
public sealed record UploadCompleted(DateTimeOffset At) : IEntityEvent;

/// <summary>The file was not what was declared.</summary>
public sealed record UploadRefused(string Reason, DateTimeOffset At) : IEntityEvent;

/// <summary>A booking is about to name it: the purge waits.</summary>
public sealed record UploadKept(DateTimeOffset PurgeAt, DateTimeOffset At) : IEntityEvent;

/// <summary>A booking names it.</summary>
public sealed record UploadClaimed(string BookingId, DateTimeOffset At) : IEntityEvent;

/// <summary>Nobody claimed it in time.</summary>
public sealed record UploadPurged(DateTimeOffset At) : IEntityEvent;

/// <summary>The message that asks the store to delete a file.</summary>
public sealed record DeleteFile(string Key);

/// <summary>The message that tells an upload which booking names it.</summary>
public sealed record ClaimUpload(string UploadId, string BookingId);
