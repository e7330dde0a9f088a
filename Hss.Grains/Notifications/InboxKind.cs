using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Notifications;

namespace Hss.Grains.Notifications;

/// <summary>Inboxes in the journal: an account without a row has the preferences that everybody begins with.</summary>
public sealed class InboxKind() : EntityKind<InboxState>("notification_inbox", schema: 1, EventType.Of<PreferencesChanged>("notification_inbox.preferred"))
{
    /// <summary>The one instance.</summary>
    public static readonly InboxKind Instance = new();

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<INotificationInboxGrain>(key.ToString());

    /// <inheritdoc />
    public override InboxState Initial(string id) => new(id);

    /// <inheritdoc />
    public override InboxState Apply(InboxState state, IEntityEvent e) => InboxRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(InboxState state) => new(state.Id, "");

    /// <inheritdoc />
    public override string Audience(InboxState state, IEntityEvent e) => state.Id;
}
