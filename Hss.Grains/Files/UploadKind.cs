using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Files;

namespace Hss.Grains.Files;

/// <summary>Uploads in the journal: stored names, lists and audience.</summary>
public sealed class UploadKind() : EntityKind<UploadState>(
    "upload",
    schema: 1,
    EventType.Of<UploadPresigned>("upload.presigned"),
    EventType.Of<UploadCompleted>("upload.completed"),
    EventType.Of<UploadRefused>("upload.refused"),
    EventType.Of<UploadKept>("upload.kept"),
    EventType.Of<UploadClaimed>("upload.claimed"),
    EventType.Of<UploadPurged>("upload.purged"))
{
    /// <summary>The one instance.</summary>
    public static readonly UploadKind Instance = new();

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IUploadGrain>(key.ToString());

    /// <inheritdoc />
    public override UploadState Initial(string id) => new(id);

    /// <inheritdoc />
    public override UploadState Apply(UploadState state, IEntityEvent e) => UploadRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(UploadState state) => new(state.AccountId, state.Status);

    /// <inheritdoc />
    public override DateTimeOffset? DueAt(UploadState state) => UploadRules.DueAt(state);

    /// <inheritdoc />
    public override string Audience(UploadState state, IEntityEvent e) => $"{state.AccountId} hss:staff hss:admin";
}
