using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Files;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Files;
using Hss.Silo.Hosting;

namespace Hss.Silo.Files;

/// <summary>Uploads from the link to the file: brings the grains and the store together.</summary>
public sealed class UploadService(IGrainFactory grains, IFileStore files, HssSettings settings)
{
    private static readonly Refusal NotFound = new(RefusalCodes.NotFound, "Upload not found");

    /// <summary>
    /// Makes an upload for the caller. Its id follows from the operation, so a repeat finds the same one. Type and size are held to the
    /// settings here, as they may differ from server to server.
    /// </summary>
    public async Task<Outcome<UploadView>> Presign(CallContext context, string fileName, string contentType, long size)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        if (!settings.Files.Types.Contains(contentType))
            faults.Add(new("content_type", $"must be one of [{string.Join(", ", settings.Files.Types.Select(t => $"'{t}'"))}]"));
        if (size < 1 || size > settings.Files.MaxBytes)
            faults.Add(new("size", string.Create(CultureInfo.InvariantCulture, $"must be between 1 and {settings.Files.MaxBytes}")));
        if (faults.Count > 0)
            return new Refusal(RefusalCodes.Invalid, "The request has invalid fields") { Details = faults.ToImmutable() };
        var seed = context.Operation?.Id ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var command = new PresignUpload(context.Actor, fileName, contentType, size, settings.Files.LinkLifetime);
        return await Upload(IdOf(seed)).Presign(context, command).ConfigureAwait(false);
    }

    /// <summary>The link by which its owner sends the file.</summary>
    public UploadLink Link(UploadView upload) => files.Presign(upload);

    /// <summary>The caller says that the file is there: it is looked at, and completed or refused for good (see the view's status).</summary>
    /// <exception cref="FileStoreUnavailableException">The store does not answer.</exception>
    public async Task<Outcome<UploadView>> Complete(CallContext context, string key, CancellationToken cancellation)
    {
        if (await Find(key).ConfigureAwait(false) is not { } upload || upload.AccountId != context.Actor || !UploadKey.TryParse(key, out var id))
            return NotFound;
        FoundFile? found = null;
        if (upload.Status == UploadStatus.Presigned && await files.Head(key, cancellation).ConfigureAwait(false) is { } file)
            found = new(file.Size, FileType.Recognise(file.Head));
        return await Upload(id).Complete(context, found).ConfigureAwait(false);
    }

    /// <summary>Which of the keys name completed uploads of the account; those stay long enough for a booking to claim them.</summary>
    public async Task<ImmutableHashSet<string>> Vouch(CallContext context, string accountId, IEnumerable<string?> keys)
    {
        // Not part of the caller's operation: that is the booking's.
        var own = context.OfOneStep();
        var good = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var key in keys.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (!UploadKey.TryParse(key, out var id))
                continue;
            var outcome = await Upload(id).Vouch(own, accountId).ConfigureAwait(false);
            if (outcome.Accepted && outcome.Value.Key == key)
                good.Add(key);
        }

        return good.ToImmutable();
    }

    /// <summary>The upload with this key, or null.</summary>
    public async Task<UploadView?> Find(string key) =>
        UploadKey.TryParse(key, out var id) && await Upload(id).Get().ConfigureAwait(false) is { } upload && upload.Key == key ? upload : null;

    /// <summary>The content of an upload, or null when it is gone.</summary>
    /// <exception cref="FileStoreUnavailableException">The store does not answer.</exception>
    public Task<Stream?> Open(UploadView upload, CancellationToken cancellation) => files.Open(upload.Key, cancellation);

    /// <summary>The grain of an upload.</summary>
    public IUploadGrain Upload(string id) => grains.GetGrain<IUploadGrain>(UploadKind.Instance.Key(id).ToString());

    private static string IdOf(string seed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"upload {seed}")))[..UploadKey.IdLength];
}
