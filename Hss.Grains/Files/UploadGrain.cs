using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Files;

namespace Hss.Grains.Files;

/// <summary>One upload.</summary>
[GrainType("upload")]
public sealed class UploadGrain(EntityServices services) : AggregateGrain<UploadState>(UploadKind.Instance, services), IUploadGrain
{
    /// <inheritdoc />
    public Task<Outcome<UploadView>> Presign(CallContext context, PresignUpload command) =>
        Execute(context, (state, now) => UploadRules.Presign(state, command, now), View);

    /// <inheritdoc />
    public Task<Outcome<UploadView>> Complete(CallContext context, FoundFile? found) =>
        Execute(context, (state, now) => UploadRules.Complete(state, context.Actor, found, now), View);

    /// <inheritdoc />
    public Task<Outcome<UploadView>> Vouch(CallContext context, string accountId) =>
        Execute(context, (state, now) => UploadRules.Vouch(state, accountId, now), View);

    /// <inheritdoc />
    public Task<Outcome<UploadView>> Claim(CallContext context, string bookingId) =>
        Execute(context, (state, now) => UploadRules.Claim(state, bookingId, now), View);

    /// <inheritdoc />
    public Task<UploadView?> Get() => Read((state, _) => state.Exists ? View(state) : null);

    /// <inheritdoc />
    protected override Decision Wake(UploadState state, DateTimeOffset now) => UploadRules.Purge(state, now);

    private static UploadView View(UploadState state) => new(
        state.Key,
        state.AccountId,
        state.FileName ?? "",
        state.ContentType,
        state.Size,
        state.Status,
        state.PresignedAt,
        state.ExpiresAt,
        state.PurgeAt,
        state.RefusedBecause,
        state.ClaimedBy);
}
