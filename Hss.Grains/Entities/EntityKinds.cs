using System.Collections.Frozen;
using Hss.Grains.Admin;
using Hss.Grains.Assets.Imports;
using Hss.Grains.Assets.References;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Assets.Workflows;
using Hss.Grains.Bookings;
using Hss.Grains.Files;
using Hss.Grains.Identity;
using Hss.Grains.Library.Books;
using Hss.Grains.Library.Deliveries;
using Hss.Grains.Library.Imports;
using Hss.Grains.Notifications;
using Hss.Grains.Numbers;
using Hss.Grains.Reservations;
using Hss.Grains.Robots;
using Hss.Grains.Robots.Fleet;
using Hss.Grains.Robots.Waypoints;
using Hss.Grains.Shop.Catalog;
using Hss.Grains.Shop.Invoices;
using Hss.Grains.Shop.Orders;
using Hss.Grains.Shop.Reviews;
using Hss.Grains.Shop.Stock;
using Hss.Grains.Shop.Support;
using Hss.Grains.Shop.Wishlist;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities;

/// <summary>All kinds of the system, by stored name: how due work, effects, live topics and audits find what a row belongs to.</summary>
public sealed class EntityKinds
{
    private readonly FrozenDictionary<string, EntityKind> _byName;

    /// <summary>Makes the register.</summary>
    /// <exception cref="ArgumentException">Two kinds share a stored name.</exception>
    public EntityKinds(params IEnumerable<EntityKind> kinds) => _byName = kinds.ToFrozenDictionary(k => k.Name, StringComparer.Ordinal);

    /// <summary>Every kind of this program.</summary>
    public static EntityKinds OfProgram { get; } = new(
        BookingKind.Instance,
        AccountKind.Instance,
        SessionKind.Instance,
        UniqueNameKind.Instance,
        UploadKind.Instance,
        OperatorLogKind.Instance,
        SequenceKind.Instance,
        NumberKind.Instance,
        StockKind.Instance,
        OrderKind.Instance,
        InvoiceKind.Instance,
        ProductKind.Instance,
        CategoryKind.Instance,
        ConversationKind.Instance,
        ReviewKind.Instance,
        WishlistKind.Instance,
        AssetCategoryKind.Instance,
        AssetLocationKind.Instance,
        AssetKind.Instance,
        WorkflowKind.Instance,
        WorkflowCommentKind.Instance,
        AssetImportKind.Instance,
        QueueKind.Instance,
        InboxKind.Instance,
        NotificationKind.Instance,
        BookKind.Instance,
        BookImportKind.Instance,
        DeliveryKind.Instance,
        RobotKind.Instance,
        RobotFleetKind.Instance,
        WaypointKind.Instance);

    /// <summary>All of them.</summary>
    public IEnumerable<EntityKind> All => _byName.Values;

    /// <summary>The kind with this stored name, or null.</summary>
    public EntityKind? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The grain of an entity, or null when this program does not know its kind.</summary>
    public IEntityGrain? Grain(IGrainFactory grains, EntityKey key) => Find(key.Kind)?.Grain(grains, key);
}
