using System.ComponentModel.DataAnnotations;
using Hss.Interfaces.Files;
using Hss.Silo.Files;

namespace Hss.Api.Files;

/// <summary>A file to be uploaded.</summary>
public sealed record PresignBody
{
    /// <summary>As its owner calls it; 1..200 characters.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public string? FileName { get; init; }

    /// <summary>Its media type, an image's or PDF's.</summary>
    [Required, StringLength(100)]
    public string? ContentType { get; init; }

    /// <summary>Its length in bytes.</summary>
    [Required]
    public long? Size { get; init; }
}

/// <summary>A file that has been sent.</summary>
public sealed record CompleteBody
{
    /// <summary>The key that the link was given out for.</summary>
    [Required, StringLength(500)]
    public string? S3Key { get; init; }
}

/// <summary>Where and how to send the file.</summary>
/// <param name="Headers">What the request must carry, exactly.</param>
/// <param name="ExpiresIn">Seconds that the link works from when it was first given out.</param>
public sealed record PresignAnswer(
    string S3Key, string UploadUrl, string Method, IReadOnlyDictionary<string, string> Headers, int ExpiresIn, string RequestId)
{
    /// <summary>The answer for a link.</summary>
    /// <param name="address">Where the caller reaches the mount.</param>
    public static PresignAnswer Of(UploadView upload, UploadLink link, string address, string requestId) => new(
        upload.Key,
        link.Url.StartsWith('/') ? address + link.Url : link.Url,
        HttpMethods.Put,
        link.Headers.ToDictionary(h => h.Key, h => h.Value),
        (int)(upload.ExpiresAt - upload.PresignedAt).TotalSeconds,
        requestId);
}

/// <summary>A completed upload.</summary>
public sealed record UploadAnswer(string S3Key, string Status, string FileName, string ContentType, long Size, string RequestId)
{
    /// <summary>The answer for an upload.</summary>
    public static UploadAnswer Of(UploadView upload, string requestId) =>
        new(upload.Key, upload.Status, upload.FileName, upload.ContentType, upload.Size, requestId);
}
