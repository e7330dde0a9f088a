using Hss.Grains.Entities;
using Hss.Grains.Shop.Catalog;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Shop.Catalog;

public sealed class ProductRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly EntityKey Serial = new("name", "store_serial.1");
    private static readonly EntityKey OtherSerial = new("name", "store_serial.2");

    private static readonly ProductDetails Details = new("Polo", "PL-1", "SN-1", "Soft", 29_99, "1", "/polo.png", 4.5m, "30 days", "House");

    private static ProductState Made => Fold(new("7"), ProductRules.Create(new("7"), new(Details, Serial), Now));

    private static ProductState Fold(ProductState state, Decision decision) => decision.Events.Aggregate(state, ProductRules.Apply);

    [Theory]
    [InlineData(29_99, "20", 23_99)]
    [InlineData(10_01, "50", 5_01)]
    [InlineData(1, "50", 1)]
    [InlineData(1, "50.01", 0)]
    [InlineData(99_99, "33.33", 66_66)]
    [InlineData(100_00, "0.01", 99_99)]
    [InlineData(59_99, "100", 0)]
    [InlineData(0, "10", 0)]
    public void FinalPrice_IsRoundedHalfAwayFromZero(long price, string rate, long expected) =>
        Assert.Equal(expected, ProductRules.FinalPrice(price, decimal.Parse(rate)));

    [Fact]
    public void FinalPrice_WithoutADiscount_IsThePrice() => Assert.Equal(29_99, ProductRules.FinalPrice(29_99, null));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Create_WithoutAPicture_TakesTheDefaultOne(string? image)
    {
        var made = Fold(new("7"), ProductRules.Create(new("7"), new(Details with { Image = image }, Serial), Now));
        Assert.Equal(ProductRules.DefaultImage, made.Details.Image);
    }

    [Fact]
    public void Create_OfANumberThatWasGivenUp_IsRefused()
    {
        var abandoned = Fold(new("7"), ProductRules.Settle(new("7"), Now));
        Assert.Equal(RefusalCodes.Unavailable, ProductRules.Create(abandoned, new(Details, Serial), Now).Refusal!.Code);
        Assert.Empty(ProductRules.Settle(abandoned, Now).Events);
    }

    [Fact]
    public void Settle_OfAProduct_ChangesNothing() => Assert.Equal(Decision.Unchanged, ProductRules.Settle(Made, Now));

    [Fact]
    public void Change_ChangesOnlyWhatIsNamed_AndTheSecondTimeNothing()
    {
        var change = new ChangeProduct(Name: "Pique Polo", Price: 31_00);
        var changed = Fold(Made, ProductRules.Change(Made, change, Now));

        Assert.Equal(Details with { Name = "Pique Polo", Price = 31_00 }, changed.Details);
        Assert.Empty(ProductRules.Change(changed, change, Now).Events);
    }

    [Fact]
    public void Change_OfTheSerialNumber_LetsTheOldOneGo()
    {
        var decision = ProductRules.Change(Made, new ChangeProduct(SerialNumber: "SN-2", SerialName: OtherSerial), Now);

        Assert.Equal(new LetGo(Serial), Assert.Single(decision.Effects).Payload);
        Assert.Equal((OtherSerial, "SN-2"), (Fold(Made, decision).SerialName, Fold(Made, decision).Details.SerialNumber));
        Assert.Empty(ProductRules.Change(Made, new ChangeProduct(SerialNumber: "SN-1", SerialName: Serial), Now).Effects);
    }

    [Fact]
    public void Change_OfThePrice_MovesTheFinalPriceWithTheDiscount()
    {
        var discounted = Fold(Made, ProductRules.SetDiscount(Made, 50m, Now));
        var changed = Fold(discounted, ProductRules.Change(discounted, new ChangeProduct(Price: 10_00), Now));
        Assert.Equal(5_00, ProductViews.Of(changed).FinalPrice);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("100.01", false)]
    [InlineData("12.345", false)]
    [InlineData("0.01", true)]
    [InlineData("100", true)]
    public void SetDiscount_TakesRatesAboveZeroUpToHundred(string rate, bool accepted) =>
        Assert.Equal(accepted, ProductRules.SetDiscount(Made, decimal.Parse(rate), Now).Refusal is null);

    [Fact]
    public void Discount_SetAndCleared_IsOneEventEach_AndTheSecondTimeNothing()
    {
        var set = Fold(Made, ProductRules.SetDiscount(Made, 20m, Now));
        Assert.Equal((20m, 23_99), (ProductViews.Of(set).DiscountRate, ProductViews.Of(set).FinalPrice));
        Assert.Empty(ProductRules.SetDiscount(set, 20m, Now).Events);

        var cleared = Fold(set, ProductRules.ClearDiscount(set, Now));
        Assert.Equal((null, 29_99), (ProductViews.Of(cleared).DiscountRate, ProductViews.Of(cleared).FinalPrice));
        Assert.Empty(ProductRules.ClearDiscount(cleared, Now).Events);
    }

    [Fact]
    public void Discount_SetAndCleared_IsNewsForWishers()
    {
        var set = ProductRules.SetDiscount(Made, 20m, Now);
        Assert.Equal(new DiscountChanged("7", 20m), Assert.Single(set.Effects).Payload);
        Assert.Equal(new DiscountChanged("7", null), Assert.Single(ProductRules.ClearDiscount(Fold(Made, set), Now).Effects).Payload);
    }

    [Fact]
    public void Rating_IsTheNewestAverage_ElseTheCatalogsOwn()
    {
        var rated = Fold(Made, ProductRules.SetRating(Made, 3.5m, 2, 10, Now));
        Assert.Equal(3.5m, ProductViews.Rating(rated));
        Assert.Empty(ProductRules.SetRating(rated, 1m, 1, 9, Now).Events);
        Assert.Empty(ProductRules.SetRating(rated, 1m, 1, 10, Now).Events);

        var without = Fold(rated, ProductRules.SetRating(rated, null, 0, 11, Now));
        Assert.Equal(4.5m, ProductViews.Rating(without));
    }

    [Fact]
    public void Delete_LetsTheSerialNumberGo_AndThenThereIsNoProduct()
    {
        var decision = ProductRules.Delete(Made, Now);
        Assert.Equal([new LetGo(Serial), new ProductReference("7")], decision.Effects.Select(e => e.Payload));

        var deleted = Fold(Made, decision);
        Assert.All(
            [
                ProductRules.Delete(deleted, Now), ProductRules.Change(deleted, new ChangeProduct(Name: "x"), Now), ProductRules.SetDiscount(deleted, 5m, Now),
                ProductRules.ClearDiscount(deleted, Now), ProductRules.SetRating(deleted, 1m, 1, 1, Now),
            ],
            d => Assert.Equal((RefusalCodes.NotFound, "Product with id 7 not found"), (d.Refusal!.Code, d.Refusal.Message)));
        Assert.Equal(new(null, ProductStatus.Deleted), ProductKind.Instance.Index(deleted));
    }

    [Fact]
    public void Index_HoldsWhatListsFilterOn()
    {
        var index = ProductKind.Instance.Index(Fold(Made, ProductRules.SetDiscount(Made, 20m, Now)));
        Assert.Equal("""{"number":7,"category":1,"price":2999,"final_price":2399,"name":"polo","rating":4.5}""", index.Facets);
        Assert.Equal("polo pl-1 sn-1 soft house", index.Search);
    }

    [Fact]
    public void AnyOrderOfCommands_FoldsToTheStoredState_AndTheFinalPriceFitsTheRate() => FoldProperty.Holds(
        ProductKind.Instance,
        "7",
        [
            (s, now) => ProductRules.Create(s, new(Details, Serial), now),
            ProductRules.Settle,
            (s, now) => ProductRules.Change(s, new(Name: "Other", Price: 10_01, Rating: 3.25m), now),
            (s, now) => ProductRules.Change(s, new(SerialNumber: "SN-2", SerialName: OtherSerial, Image: "", CategoryId: "2"), now),
            (s, now) => ProductRules.SetDiscount(s, 12.5m, now),
            (s, now) => ProductRules.SetDiscount(s, 100m, now),
            ProductRules.ClearDiscount,
            (s, now) => ProductRules.SetRating(s, 4.25m, 4, 5, now),
            (s, now) => ProductRules.SetRating(s, null, 0, 6, now),
            ProductRules.Delete,
        ],
        (s, _) => ProductViews.Of(s).FinalPrice == ProductRules.FinalPrice(s.Details.Price, s.DiscountRate));
}
