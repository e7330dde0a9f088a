using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Hss.Api.Platform.Http;

/// <summary>Compresses answers from 1,000 bytes on; shorter ones only grow.</summary>
public sealed class LongAnswers(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    /// <summary>Bytes below which an answer goes as it is.</summary>
    public const int MinBytes = 1000;

    /// <inheritdoc />
    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.ContentLength is not < MinBytes && base.ShouldCompressResponse(context);
}
