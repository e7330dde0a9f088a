using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Notifications;

namespace Hss.Grains.Notifications;

/// <summary>Notifications in the journal.</summary>
public sealed class NotificationKind() : EntityKind<NotificationState>(
    "notification",
    schema: 1,
    EventType.Of<NotificationMade>("notification.made"),
    EventType.Of<NotificationRead>("notification.read"),
    EventType.Of<NotificationDeleted>("notification.deleted"))
{
    /// <summary>The facet of the type.</summary>
    public const string TypeFacet = "type";

    /// <summary>The one instance.</summary>
    public static readonly NotificationKind Instance = new();

    /// <inheritdoc />
    public override string Topic => "luna.notifications";

    /// <inheritdoc />
    public override ImmutableArray<FacetIndex> Facets => [new(Name, TypeFacet)];

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<INotificationGrain>(key.ToString());

    /// <inheritdoc />
    public override NotificationState Initial(string id) => new(id);

    /// <inheritdoc />
    public override NotificationState Apply(NotificationState state, IEntityEvent e) => NotificationRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(NotificationState state) => state.Status.Length == 0
        ? new(null, "")
        : new(state.AccountId, state.Status, Facets: new JsonObject { [TypeFacet] = state.Type }.ToJsonString());

    /// <inheritdoc />
    public override string Audience(NotificationState state, IEntityEvent e) => state.Status == NotificationState.Hidden ? "" : state.AccountId;
}

/// <summary>What callers see of a notification's state.</summary>
public static class NotificationViews
{
    /// <summary>The view of a state; the caller adds the version where it knows it.</summary>
    public static NotificationView Of(NotificationState state) =>
        new(state.Id, state.AccountId, state.Type, state.Title, state.Message, state.Subject, state.Quiet, state.CreatedAt, state.ReadAt, Version: 0);
}
