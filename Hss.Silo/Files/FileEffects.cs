using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Files;
using Hss.Interfaces.Entities;
using Hss.Silo.Effects;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Files;

/// <summary>Removes the files of refused and purged uploads. Removing twice is harmless: a key is never used again.</summary>
public sealed class DeleteFileHandler(IFileStore files, EntityCodec codec) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => UploadRules.DeleteTarget;

    /// <inheritdoc />
    public Task Handle(PendingEffect effect, CancellationToken cancellation) =>
        files.Delete(codec.Decode<DeleteFile>(effect.Source, effect.Payload).Key, cancellation);
}

/// <summary>Tells uploads which booking names them.</summary>
public sealed class ClaimUploadHandler(UploadService uploads, EntityCodec codec, ILogger<ClaimUploadHandler> log) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => UploadRules.ClaimTarget;

    /// <inheritdoc />
    public async Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var claim = codec.Decode<ClaimUpload>(effect.Source, effect.Payload);
        var outcome = await uploads.Upload(claim.UploadId).Claim(CallContext.System("effect"), claim.BookingId).ConfigureAwait(false);
        if (!outcome.Accepted)
            log.LogWarning("Upload {Upload} was gone before booking {Booking} could claim it", claim.UploadId, claim.BookingId);
    }
}
