using System.Globalization;
using Hss.Grains.Entities;
using Hss.Grains.Identity;
using Hss.Grains.Shop.Wishlist;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Shop.Wishlist;

public sealed class WishlistRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly WishlistState Empty = new("a1");

    private static WishlistState Two => Fold(Fold(Empty, WishlistRules.Add(Empty, "7", Now)), WishlistRules.Add(Empty, "9", Now));

    private static WishlistState Fold(WishlistState state, Decision decision) => decision.Events.Aggregate(state, WishlistRules.Apply);

    private static WishNotice Stock(long version) => new("7", WishTopic.Stock, version, "ada@example.org", $"Back {version}", "It is back.");

    [Fact]
    public void Add_TheSecondTime_IsRefused()
    {
        Assert.Equal(["7", "9"], Two.Wishes.Select(w => w.ProductId));
        var again = WishlistRules.Add(Two, "7", Now).Refusal!;
        Assert.Equal((RefusalCodes.Conflict, "Product already in wishlist"), (again.Code, again.Message));
    }

    [Fact]
    public void Add_BeyondTheLimit_IsRefused_AndOneLessMakesRoom()
    {
        var full = Enumerable.Range(1, IWishlistGrain.MaxProducts).Aggregate(Empty, (s, i) => Fold(s, WishlistRules.Add(s, i.ToString(CultureInfo.InvariantCulture), Now)));
        Assert.Equal(IWishlistGrain.MaxProducts, full.Wishes.Length);
        Assert.Equal(WishlistCodes.Full, WishlistRules.Add(full, "x", Now).Refusal!.Code);
        Assert.Single(WishlistRules.Add(Fold(full, WishlistRules.Remove(full, "1", Now)), "x", Now).Events);
    }

    [Fact]
    public void Remove_EndsOneWish_AndTheSecondTimeIsNotFound()
    {
        var one = Fold(Two, WishlistRules.Remove(Two, "7", Now));
        Assert.Equal(["9"], one.Wishes.Select(w => w.ProductId));
        var again = WishlistRules.Remove(one, "7", Now).Refusal!;
        Assert.Equal((RefusalCodes.NotFound, "Wishlist item not found"), (again.Code, again.Message));
    }

    [Fact]
    public void Clear_EndsAll_AndTheSecondTimeChangesNothing()
    {
        var none = Fold(Two, WishlistRules.Clear(Two, Now));
        Assert.Empty(none.Wishes);
        Assert.Equal(Decision.Unchanged, WishlistRules.Clear(none, Now));
    }

    [Fact]
    public void Notify_MailsEachVersionOnce_AndNothingOlderThanTheLast()
    {
        var decision = WishlistRules.Notify(Two, Stock(5), Now);
        var mail = Assert.Single(decision.Effects);
        Assert.Equal((AccountRules.MailTarget, new MailPayload("ada@example.org", "Back 5", "It is back.")), (mail.Target, mail.Payload));

        var told = Fold(Two, decision);
        Assert.Equal(Decision.Unchanged, WishlistRules.Notify(told, Stock(5), Now));
        Assert.Equal(Decision.Unchanged, WishlistRules.Notify(told, Stock(4), Now));
        Assert.Single(WishlistRules.Notify(told, Stock(6), Now).Effects);
    }

    [Fact]
    public void Notify_KnowsTheVersionsOfStockAndDiscountApart()
    {
        var told = Fold(Two, WishlistRules.Notify(Two, Stock(5), Now));
        Assert.Single(WishlistRules.Notify(told, Stock(2) with { Topic = WishTopic.Discount }, Now).Effects);
    }

    [Fact]
    public void Notify_OfWhatIsNoWish_ChangesNothing() => Assert.Equal(Decision.Unchanged, WishlistRules.Notify(Two, Stock(5) with { ProductId = "8" }, Now));

    [Fact]
    public void Links_NameEveryWish_SoThatItsOwnersAreFound() =>
        Assert.Equal([("product", "7", false), ("product", "9", false)], WishlistKind.Instance.Links(Two).Select(l => (l.Name, l.Value, l.Unique)));

    [Fact]
    public void AnyOrderOfCommands_FoldsToTheStoredState_AndNoProductIsThereTwice() => FoldProperty.Holds(
        WishlistKind.Instance,
        "a1",
        [
            (s, now) => WishlistRules.Add(s, "7", now),
            (s, now) => WishlistRules.Add(s, "9", now),
            (s, now) => WishlistRules.Remove(s, "7", now),
            WishlistRules.Clear,
            (s, now) => WishlistRules.Notify(s, Stock(now.Minute), now),
            (s, now) => WishlistRules.Notify(s, Stock(now.Minute) with { Topic = WishTopic.Discount }, now),
        ],
        (state, _) => state.Wishes.DistinctBy(w => w.ProductId).Count() == state.Wishes.Length);
}
