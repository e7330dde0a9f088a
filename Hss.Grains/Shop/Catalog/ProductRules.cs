using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Catalog;

/// <summary>The rules of the catalog: what a product costs, and which changes are changes.</summary>
public static class ProductRules
{
    /// <summary>The picture of a product that has none.</summary>
    public const string DefaultImage = "/images/default-product.png";

    /// <summary>The highest discount, in percent.</summary>
    public const decimal MaxDiscount = 100m;

    /// <summary>Why a product is not made: its serial number is another's (the fact file's words).</summary>
    public static readonly Refusal SerialTaken = new(ProductCodes.SerialTaken, "Product with this serial number already exists");

    /// <summary>Why a product is not made or moved: there is no such category.</summary>
    public static readonly Refusal CategoryNotFound = new(ProductCodes.CategoryNotFound, "Category not found");

    /// <summary>Cents after a discount, rounded half away from zero.</summary>
    /// <param name="price">Cents.</param>
    /// <param name="rate">Percent, or null.</param>
    public static long FinalPrice(long price, decimal? rate) =>
        rate is { } r ? decimal.ToInt64(Math.Round(price * (100m - r) / 100m, MidpointRounding.AwayFromZero)) : price;

    /// <summary>Whether a product may still be made here. It changes nothing: a repeated operation is answered by what it made before.</summary>
    public static Decision MayCreate(ProductState state) => state.Status switch
    {
        "" => Decision.Unchanged,
        ProductStatus.Abandoned => Decision.Refuse(RefusalCodes.Unavailable, "The product could not be made in time; try again"),
        _ => Decision.Refuse(RefusalCodes.Conflict, "The product exists"),
    };

    /// <summary>Makes the product.</summary>
    public static Decision Create(ProductState state, CreateProduct command, DateTimeOffset now) =>
        MayCreate(state).Refusal is { } refusal ? refusal : Decision.Accept(new ProductCreated(WithImage(command.Details), command.SerialName, now));

    /// <summary>Changes what is named and new. The old serial number is let go.</summary>
    public static Decision Change(ProductState state, ChangeProduct command, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound(state);
        var old = state.Details;
        var changed = new ProductChanged(
            New(command.Name, old.Name),
            New(command.Model, old.Model),
            New(command.SerialNumber, old.SerialNumber),
            command.SerialName is { } name && name != state.SerialName ? name : null,
            New(command.Description, old.Description),
            New(command.Price, old.Price),
            New(command.CategoryId, old.CategoryId),
            command.Image is null ? null : New(ImageOf(command.Image), old.Image),
            New(command.Rating, old.Rating),
            New(command.WarrantyStatus, old.WarrantyStatus),
            New(command.Distributor, old.Distributor),
            now);
        if (changed == Nothing with { At = now })
            return Decision.Unchanged;
        var decision = Decision.Accept(changed);
        return changed.SerialName is null ? decision : decision.With(LetGo.Of(state.SerialName));
    }

    /// <summary>Begins a discount, or gives it another rate.</summary>
    public static Decision SetDiscount(ProductState state, decimal rate, DateTimeOffset now)
    {
        if (rate is <= 0 or > MaxDiscount || decimal.Round(rate, 2) != rate)
            return Decision.Refuse(RefusalCodes.Invalid, "discount_rate must be above 0 and at most 100, with at most two decimals");
        if (!state.Exists)
            return NotFound(state);
        return state.DiscountRate == rate ? Decision.Unchanged : Decision.Accept(new ProductDiscounted(rate, now)).With(Discounted(state, rate));
    }

    /// <summary>Ends the discount.</summary>
    public static Decision ClearDiscount(ProductState state, DateTimeOffset now) => state switch
    {
        { Exists: false } => NotFound(state),
        { DiscountRate: null } => Decision.Unchanged,
        _ => Decision.Accept(new ProductDiscountCleared(now)).With(Discounted(state, null)),
    };

    /// <summary>Takes a newer average of the reviews.</summary>
    public static Decision SetRating(ProductState state, decimal? average, int count, long asOf, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound(state);
        if (asOf <= state.ReviewsAsOf)
            return Decision.Unchanged;
        return Decision.Accept(new ProductRated(average, count, asOf, now));
    }

    /// <summary>Takes the product out of the catalog and lets its serial number go.</summary>
    public static Decision Delete(ProductState state, DateTimeOffset now) => state.Exists
        ? Decision.Accept(new ProductDeleted(now)).With(LetGo.Of(state.SerialName), new Effect("deleted", ShopEffects.ProductDeleted, new ProductReference(state.Id)))
        : NotFound(state);

    /// <summary>Decides, once and for all, that a product which was not made is never made.</summary>
    public static Decision Settle(ProductState state, DateTimeOffset now) =>
        state.Status.Length == 0 ? Decision.Accept(new ProductAbandoned(now)) : Decision.Unchanged;

    /// <summary>The state after an event.</summary>
    public static ProductState Apply(ProductState state, IEntityEvent e) => e switch
    {
        ProductCreated c => state with { Status = ProductStatus.Active, Details = c.Details, SerialName = c.SerialName, CreatedAt = c.At, UpdatedAt = c.At },
        ProductAbandoned a => state with { Status = ProductStatus.Abandoned, UpdatedAt = a.At },
        ProductChanged c => state with { Details = Changed(state.Details, c), SerialName = c.SerialName ?? state.SerialName, UpdatedAt = c.At },
        ProductDiscounted d => state with { DiscountRate = d.Rate, UpdatedAt = d.At },
        ProductDiscountCleared d => state with { DiscountRate = null, UpdatedAt = d.At },
        ProductRated r => state with { ReviewAverage = r.Average, ReviewCount = r.Count, ReviewsAsOf = r.AsOf, UpdatedAt = r.At },
        ProductDeleted d => state with { Status = ProductStatus.Deleted, UpdatedAt = d.At },
        _ => throw new InvalidOperationException($"A product has no event {e.GetType().Name}"),
    };

    private static readonly ProductChanged Nothing = new(null, null, null, null, null, null, null, null, null, null, null, default);

    private static Effect Discounted(ProductState state, decimal? rate) => new("discount", ShopEffects.DiscountChanged, new DiscountChanged(state.Id, rate));

    private static Refusal NotFound(ProductState state) => new(RefusalCodes.NotFound, $"Product with id {state.Id} not found");

    private static ProductDetails WithImage(ProductDetails details) => details with { Image = ImageOf(details.Image) };

    private static string ImageOf(string? image) => string.IsNullOrEmpty(image) ? DefaultImage : image;

    private static string? New(string? wanted, string? old) => wanted == old ? null : wanted;

    private static T? New<T>(T? wanted, T? old) where T : struct => wanted.Equals(old) ? null : wanted;

    private static ProductDetails Changed(ProductDetails old, ProductChanged c) => new(
        c.Name ?? old.Name,
        c.Model ?? old.Model,
        c.SerialNumber ?? old.SerialNumber,
        c.Description ?? old.Description,
        c.Price ?? old.Price,
        c.CategoryId ?? old.CategoryId,
        c.Image ?? old.Image,
        c.Rating ?? old.Rating,
        c.WarrantyStatus ?? old.WarrantyStatus,
        c.Distributor ?? old.Distributor);
}
