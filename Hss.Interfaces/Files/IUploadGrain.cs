using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Files;

/// <summary>
/// One upload, from the link to the completed file: keyed by its id, 32 lower-case hex digits. Nobody but its owner learns that it exists,
/// except staff who look at what a booking names.
/// </summary>
[GrainTier(GrainTier.Resource), Alias("hss.files.upload")]
public interface IUploadGrain : IEntityGrain
{
    /// <summary>Makes the upload that a link is given out for, once.</summary>
    [Alias("presign")]
    Task<Outcome<UploadView>> Presign(CallContext context, PresignUpload command);

    /// <summary>
    /// The owner says that the file is there. What was found decides: a file of the declared size and type completes it, any other is refused
    /// for good and removed. Completing twice changes nothing.
    /// </summary>
    [Alias("complete")]
    Task<Outcome<UploadView>> Complete(CallContext context, FoundFile? found);

    /// <summary>
    /// Whether this is a completed upload of the account. If so, it will not be purged within the next hour, so that a booking that names it
    /// has time to claim it.
    /// </summary>
    [Alias("vouch")]
    Task<Outcome<UploadView>> Vouch(CallContext context, string accountId);

    /// <summary>A booking names the upload: it is kept for good. Idempotent; the first booking is remembered.</summary>
    [Alias("claim")]
    Task<Outcome<UploadView>> Claim(CallContext context, string bookingId);

    /// <summary>The committed upload, or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<UploadView?> Get();
}

/// <summary>A file to be uploaded, as its owner declares it.</summary>
/// <param name="FileName">As the owner calls it; 1..200 characters.</param>
/// <param name="ContentType">One of the accepted types.</param>
/// <param name="Size">Bytes, 1..the setting's maximum.</param>
/// <param name="LinkLifetime">How long the link works.</param>
[GenerateSerializer, Alias("hss.files.presign-upload"), Immutable]
public sealed record PresignUpload(
    [property: Id(0)] string AccountId,
    [property: Id(1)] string FileName,
    [property: Id(2)] string ContentType,
    [property: Id(3)] long Size,
    [property: Id(4)] TimeSpan LinkLifetime);

/// <summary>What is stored under an upload's key.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="ContentType">The type that its first bytes show, or null when it is none that we accept.</param>
[GenerateSerializer, Alias("hss.files.found-file"), Immutable]
public sealed record FoundFile([property: Id(0)] long Size, [property: Id(1)] string? ContentType);

/// <summary>An upload as callers see it.</summary>
/// <param name="Key">Where the file is stored, and what a booking's item names: <c>uploads/&lt;id&gt;.&lt;extension&gt;</c>.</param>
/// <param name="ExpiresAt">When the link ends.</param>
/// <param name="PurgeAt">When it is removed unless a booking claims it before.</param>
[GenerateSerializer, Alias("hss.files.upload-view"), Immutable]
public sealed record UploadView(
    [property: Id(0)] string Key,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string FileName,
    [property: Id(3)] string ContentType,
    [property: Id(4)] long Size,
    [property: Id(5)] string Status,
    [property: Id(6)] DateTimeOffset PresignedAt,
    [property: Id(7)] DateTimeOffset ExpiresAt,
    [property: Id(8)] DateTimeOffset PurgeAt,
    [property: Id(9)] string? RefusedBecause,
    [property: Id(10)] string? ClaimedBy);
