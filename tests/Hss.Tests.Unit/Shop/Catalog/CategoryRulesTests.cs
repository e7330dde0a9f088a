using Hss.Grains.Entities;
using Hss.Grains.Shop.Catalog;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Shop.Catalog;

public sealed class CategoryRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly EntityKey Name = new("name", "store_category.1");
    private static readonly EntityKey OtherName = new("name", "store_category.2");
    private static readonly EntityKey Product = ProductKind.Instance.Key("7");

    private static CategoryState Made => Fold(new("3"), CategoryRules.Create(new("3"), new("Hats", Name), Now));

    private static CategoryState Fold(CategoryState state, Decision decision) => decision.Events.Aggregate(state, CategoryRules.Apply);

    [Theory]
    [InlineData("  hats ", "Hats")]
    [InlineData("SUMMER hats", "Summer Hats")]
    [InlineData("t-shirts", "T-Shirts")]
    [InlineData("POLO", "Polo")]
    [InlineData("ärmel", "Ärmel")]
    public void Title_IsTrimmedAndEachWordHasACapital(string sent, string expected) => Assert.Equal(expected, CategoryRules.Title(sent));

    [Fact]
    public void Delete_WhileAProductIsAboutToReferToIt_IsRefused()
    {
        var held = Fold(Made, CategoryRules.Hold(Made, Product, Now));
        Assert.Equal(CategoryCodes.InUse, CategoryRules.Delete(held, 0, Now).Refusal!.Code);
        Assert.Empty(CategoryRules.Hold(held, Product, Now).Events);

        var released = Fold(held, CategoryRules.Release(held, Product));
        Assert.Empty(CategoryRules.Release(released, Product).Events);
        Assert.Null(CategoryRules.Delete(released, 0, Now).Refusal);
    }

    [Fact]
    public void Delete_WhileProductsReferToIt_IsRefused()
    {
        var refusal = CategoryRules.Delete(Made, 1, Now).Refusal!;
        Assert.Equal(CategoryCodes.InUse, refusal.Code);
        Assert.StartsWith("Cannot delete category - it has associated products.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Delete_LetsTheNameGo_AndThenNothingHoldsIt()
    {
        var decision = CategoryRules.Delete(Made, 0, Now);
        Assert.Equal(new LetGo(Name), Assert.Single(decision.Effects).Payload);
        var deleted = Fold(Made, decision);
        Assert.Equal(RefusalCodes.NotFound, CategoryRules.Hold(deleted, Product, Now).Refusal!.Code);
        Assert.Equal(RefusalCodes.NotFound, CategoryRules.Rename(deleted, new("Caps", OtherName), Now).Refusal!.Code);
    }

    [Fact]
    public void Rename_LetsTheOldNameGo_UnlessItIsTheSameInOtherLetters()
    {
        var decision = CategoryRules.Rename(Made, new("Caps", OtherName), Now);
        Assert.Equal(new LetGo(Name), Assert.Single(decision.Effects).Payload);
        Assert.Empty(CategoryRules.Rename(Fold(Made, decision), new("Caps", OtherName), Now).Events);
        Assert.Empty(CategoryRules.Rename(Made, new("HATS", Name), Now).Effects);
    }

    [Fact]
    public void AnyOrderOfCommands_FoldsToTheStoredState() => FoldProperty.Holds(
        CategoryKind.Instance,
        "3",
        [
            (s, now) => CategoryRules.Create(s, new("Hats", Name), now),
            CategoryRules.Settle,
            (s, now) => CategoryRules.Rename(s, new("Caps", OtherName), now),
            (s, now) => CategoryRules.Hold(s, Product, now),
            (s, now) => CategoryRules.Hold(s, ProductKind.Instance.Key("8"), now),
            (s, _) => CategoryRules.Release(s, Product),
            (s, now) => CategoryRules.Delete(s, 0, now),
        ],
        (s, _) => s.Status != CategoryState.Deleted || s.Holds.IsEmpty);
}
