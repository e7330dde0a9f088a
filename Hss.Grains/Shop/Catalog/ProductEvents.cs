using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Catalog;

/// <summary>The product is in the catalog.</summary>
public sealed record ProductCreated(ProductDetails Details, EntityKey SerialName, DateTimeOffset At) : IEntityEvent;

/// <summary>The product's number was given up before the product was made; it is never used.</summary>
public sealed record ProductAbandoned(DateTimeOffset At) : IEntityEvent;

/// <summary>Some of its data changed; null is as it was.</summary>
public sealed record ProductChanged(
    string? Name,
    string? Model,
    string? SerialNumber,
    EntityKey? SerialName,
    string? Description,
    long? Price,
    string? CategoryId,
    string? Image,
    decimal? Rating,
    string? WarrantyStatus,
    string? Distributor,
    DateTimeOffset At) : IEntityEvent;

/// <summary>A discount began, or has another rate.</summary>
public sealed record ProductDiscounted(decimal Rate, DateTimeOffset At) : IEntityEvent;

/// <summary>The discount ended.</summary>
public sealed record ProductDiscountCleared(DateTimeOffset At) : IEntityEvent;

/// <summary>The average of the approved reviews changed.</summary>
public sealed record ProductRated(decimal? Average, int Count, long AsOf, DateTimeOffset At) : IEntityEvent;

/// <summary>The product left the catalog.</summary>
public sealed record ProductDeleted(DateTimeOffset At) : IEntityEvent;

/// <summary>Which product.</summary>
public sealed record ProductReference(string ProductId);

/// <summary>A product's discount is another.</summary>
/// <param name="Rate">Percent; null when it ended.</param>
public sealed record DiscountChanged(string ProductId, decimal? Rate);
