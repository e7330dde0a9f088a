using Microsoft.AspNetCore.Http.Features;

namespace Hss.Api.Platform.Http;

/// <summary>A body whose length nobody said beforehand, up to a limit: who reads on finds that it is too large (413).</summary>
/// <param name="limit">Bytes at most, unless the route says otherwise.</param>
internal sealed class BoundedBody(Stream body, long limit) : Stream, IHttpMaxRequestBodySizeFeature
{
    private long _read;

    /// <summary>Whether reading has begun.</summary>
    public bool IsReadOnly { get; private set; }

    /// <summary>Bytes at most; null: any number.</summary>
    public long? MaxRequestBodySize { get; set; } = limit;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    /// <exception cref="BadHttpRequestException">There is more than the limit.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        IsReadOnly = true;
        var count = await body.ReadAsync(buffer, cancellationToken);
        _read += count;
        return _read <= (MaxRequestBodySize ?? long.MaxValue) ? count : throw new BadHttpRequestException("The body is too large", StatusCodes.Status413PayloadTooLarge);
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
