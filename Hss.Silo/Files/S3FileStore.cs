using System.Globalization;
using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Hss.Grains.Files;
using Hss.Interfaces.Files;
using Hss.Silo.Hosting;

namespace Hss.Silo.Files;

/// <summary>
/// Files in an S3 bucket. Callers send them straight to S3 by a presigned PUT; size, type and "only if there is none yet" are signed headers,
/// so S3 itself refuses anything else. Another server than Amazon's must know conditional writes too; one that ignores <c>If-None-Match</c> lets
/// a link's holder replace the file until the link ends.
/// </summary>
public sealed class S3FileStore : IFileStore, IDisposable
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(8);

    private readonly string _bucket;
    private readonly Protocol _protocol;
    private readonly TimeProvider _time;
    private readonly AmazonS3Client _client;

    /// <summary>Makes the client; nothing is sent yet.</summary>
    public S3FileStore(FileSettings settings, TimeProvider time)
    {
        (_bucket, _time) = (settings.Bucket!, time);
        _protocol = settings.Endpoint?.Scheme == Uri.UriSchemeHttp ? Protocol.HTTP : Protocol.HTTPS;
        var config = new AmazonS3Config { Timeout = CallTimeout, MaxErrorRetry = 1, AuthenticationRegion = settings.Region };
        if (settings.Endpoint is { } endpoint)
            (config.ServiceURL, config.ForcePathStyle) = (endpoint.ToString(), true);
        else
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        AWSCredentials credentials = settings.SessionToken is { } token
            ? new SessionAWSCredentials(settings.AccessKey, settings.SecretKey, token)
            : new BasicAWSCredentials(settings.AccessKey, settings.SecretKey);
        _client = new(credentials, config);
    }

    /// <inheritdoc />
    public UploadLink Presign(UploadView upload)
    {
        // A repeated request may come when its link has ended: then the link that it gets ends at once.
        var end = upload.ExpiresAt.UtcDateTime;
        var soonest = _time.GetUtcNow().UtcDateTime.AddSeconds(1);
        var request = new GetPreSignedUrlRequest
        {
            BucketName = _bucket,
            Key = upload.Key,
            Verb = HttpVerb.PUT,
            Protocol = _protocol,
            ContentType = upload.ContentType,
            Expires = end > soonest ? end : soonest,
        };
        request.Headers.ContentLength = upload.Size;
        request.Headers["If-None-Match"] = "*";
        return new(
            _client.GetPreSignedURL(request),
            [
                new("Content-Type", upload.ContentType),
                new("Content-Length", upload.Size.ToString(CultureInfo.InvariantCulture)),
                new("If-None-Match", "*"),
            ]);
    }

    /// <inheritdoc />
    public Task<StoredFile?> Head(string key, CancellationToken cancellation) => Ask<StoredFile>(async () =>
    {
        var metadata = await _client.GetObjectMetadataAsync(_bucket, key, cancellation).ConfigureAwait(false);
        if (metadata.ContentLength == 0)
            return new(0, []);
        var range = new GetObjectRequest { BucketName = _bucket, Key = key, ByteRange = new ByteRange(0, FileType.HeadLength - 1) };
        using var response = await _client.GetObjectAsync(range, cancellation).ConfigureAwait(false);
        var head = new byte[FileType.HeadLength];
        var read = await response.ResponseStream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return new(metadata.ContentLength, head[..read]);
    });

    /// <inheritdoc />
    public Task<Stream?> Open(string key, CancellationToken cancellation) => Ask(async () =>
    {
        var response = await _client.GetObjectAsync(_bucket, key, cancellation).ConfigureAwait(false);
        return response.ResponseStream;
    });

    /// <inheritdoc />
    public Task Delete(string key, CancellationToken cancellation) => Ask<object>(async () =>
    {
        await _client.DeleteObjectAsync(_bucket, key, cancellation).ConfigureAwait(false);
        return key;
    });

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static async Task<T?> Ask<T>(Func<Task<T>> call) where T : class
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (AmazonServiceException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or IOException)
        {
            throw new FileStoreUnavailableException("The store of files does not answer; nothing was done", e);
        }
    }
}
