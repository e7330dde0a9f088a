using Hss.Grains.Assets.References;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Entities;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Assets.References;

public sealed class ReferenceRulesTests
{
    private const string Noun = "Category";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly EntityKey Code = new("name", "sams_category_code.1");
    private static readonly EntityKey Name = new("name", "sams_category_name.1");
    private static readonly EntityKey OtherName = new("name", "sams_category_name.2");
    private static readonly EntityKey Asset = new("asset", "7");
    private static readonly EntityKey OtherAsset = new("asset", "8");
    private static readonly CategoryDetails Details = new("Laptop", "LAPTOP", "Small", true);

    private static ReferenceState<CategoryDetails> None => new("3");

    private static ReferenceState<CategoryDetails> Made => Fold(None, ReferenceRules.Create(None, Noun, Details, Code, Name, Now));

    private static ReferenceState<CategoryDetails> Fold(ReferenceState<CategoryDetails> state, Decision decision) =>
        decision.Events.Aggregate(state, ReferenceRules.Apply);

    private static Decision Change(ReferenceState<CategoryDetails> state, EntityKey? name, params string[] fields) => ReferenceRules.Change(
        state, Noun, d => CategoryViews.With(d, new([.. fields], new("Notebook", "ignored", null, false), name)), name, Now);

    [Fact]
    public void Create_Twice_IsRefused()
    {
        Assert.Equal(RefusalCodes.Conflict, ReferenceRules.Create(Made, Noun, Details, Code, Name, Now).Refusal!.Code);
        var abandoned = Fold(None, ReferenceRules.Settle(None, Now));
        Assert.Equal(RefusalCodes.Unavailable, ReferenceRules.Create(abandoned, Noun, Details, Code, Name, Now).Refusal!.Code);
        Assert.Empty(ReferenceRules.Settle(Made, Now).Events);
    }

    [Theory]
    [InlineData("name", "Notebook", "Small", true)]
    [InlineData("description", "Laptop", null, true)]
    [InlineData("is_active", "Laptop", "Small", false)]
    [InlineData("code", "Laptop", "Small", true)]
    public void Change_ChangesWhatIsNamed_AndNeverTheCode(string field, string name, string? description, bool active) =>
        Assert.Equal(new(name, "LAPTOP", description, active), Fold(Made, Change(Made, null, field)).Details);

    [Theory]
    [InlineData("name", "N", "s", "b", "f", "r", true)]
    [InlineData("site", "n", "S", "b", "f", "r", true)]
    [InlineData("building", "n", "s", "B", "f", "r", true)]
    [InlineData("floor", "n", "s", "b", "F", "r", true)]
    [InlineData("room", "n", "s", "b", "f", null, true)]
    [InlineData("is_active", "n", "s", "b", "f", "r", false)]
    [InlineData("code", "n", "s", "b", "f", "r", true)]
    public void Change_OfALocation_ChangesWhatIsNamed_AndNeverTheCode(string field, string name, string site, string building, string floor, string? room, bool active) =>
        Assert.Equal(
            new LocationDetails(name, "C", site, building, floor, room, active),
            LocationViews.With(new("n", "C", "s", "b", "f", "r", true), new([field], new("N", "X", "S", "B", "F", null, false))));

    [Fact]
    public void Change_Twice_ChangesNothing() => Assert.Empty(Change(Fold(Made, Change(Made, OtherName, "name")), OtherName, "name").Events);

    [Fact]
    public void Change_LetsTheOldNameGo_UnlessItIsTheSameInOtherLetters()
    {
        Assert.Equal(new LetGo(Name), Assert.Single(Change(Made, OtherName, "name").Effects).Payload);
        Assert.Empty(Change(Made, Name, "name").Effects);
        var changed = Fold(Made, Change(Made, OtherName, "name"));
        Assert.True(changed.Owns(OtherName) && changed.Owns(Code) && !changed.Owns(Name));
    }

    [Theory]
    [InlineData(1, "Cannot delete category - 1 asset refers to it")]
    [InlineData(3, "Cannot delete category - 3 assets refer to it")]
    public void Delete_WhileAssetsReferToIt_IsRefusedWithTheCount(long assets, string message) =>
        Assert.Equal((ReferenceCodes.InUse, message), Of(ReferenceRules.Delete(Made, Noun, assets, 0, Now)));

    [Fact]
    public void Delete_WhileAnAssetIsAboutToReferToIt_IsRefused()
    {
        var held = Fold(Made, ReferenceRules.Hold(Made, Noun, Asset, Now));
        Assert.Equal((ReferenceCodes.InUse, "Cannot delete category - 1 asset refers to it"), Of(ReferenceRules.Delete(held, Noun, 0, 1, Now)));
        Assert.Empty(ReferenceRules.Hold(held, Noun, Asset, Now).Events);

        var released = Fold(held, ReferenceRules.Release(held, Asset));
        Assert.Empty(ReferenceRules.Release(released, Asset).Events);
        Assert.Null(ReferenceRules.Delete(released, Noun, 0, 1, Now).Refusal);
    }

    [Fact]
    public void Delete_WhenAHoldCameAndWentSinceTheAssetsWereCounted_AsksToCountAgain()
    {
        var held = Fold(Made, ReferenceRules.Hold(Made, Noun, Asset, Now));
        var released = Fold(held, ReferenceRules.Release(held, Asset));
        Assert.Equal(RefusalCodes.Unavailable, ReferenceRules.Delete(released, Noun, 0, 0, Now).Refusal!.Code);
    }

    [Fact]
    public void Delete_LetsTheNamesGo_AndThenNothingHoldsIt()
    {
        var decision = ReferenceRules.Delete(Made, Noun, 0, 0, Now);
        Assert.Equal([new LetGo(Code), new LetGo(Name)], decision.Effects.Select(e => e.Payload));
        var deleted = Fold(Made, decision);
        Assert.Equal((RefusalCodes.NotFound, "Category not found"), Of(ReferenceRules.Hold(deleted, Noun, Asset, Now)));
        Assert.Equal((RefusalCodes.NotFound, "Category not found"), Of(Change(deleted, null, "name")));
        Assert.Equal((RefusalCodes.NotFound, "Category not found"), Of(ReferenceRules.Delete(deleted, Noun, 0, 0, Now)));
        Assert.False(deleted.Owns(Code));
    }

    [Fact]
    public void Hold_ComesDueAfterThirtySeconds_AndItsReferrerIsAsked()
    {
        var held = Fold(Made, ReferenceRules.Hold(Made, Noun, Asset, Now));
        Assert.Equal(Now.AddSeconds(30), AssetCategoryKind.Instance.DueAt(held));
        Assert.Empty(held.Holds.Overdue(AssetCategoryKind.Instance.Key("3"), Now.AddSeconds(29)));
        Assert.Equal(Asset, Assert.Single(held.Holds.Overdue(AssetCategoryKind.Instance.Key("3"), Now.AddSeconds(30))).Owner);
        Assert.Null(AssetCategoryKind.Instance.DueAt(Made));
    }

    [Fact]
    public void AnyOrderOfCommands_FoldsToTheStoredState() => FoldProperty.Holds(
        AssetCategoryKind.Instance,
        "3",
        [
            (s, now) => ReferenceRules.Create(s, Noun, Details, Code, Name, now),
            ReferenceRules.Settle,
            (s, _) => Change(s, OtherName, "name"),
            (s, _) => Change(s, null, "is_active"),
            (s, now) => ReferenceRules.Hold(s, Noun, Asset, now),
            (s, now) => ReferenceRules.Hold(s, Noun, OtherAsset, now),
            (s, _) => ReferenceRules.Release(s, Asset),
            (s, now) => ReferenceRules.Delete(s, Noun, 0, s.Referrals, now),
        ],
        (s, _) => s.Status != ReferenceStatus.Deleted || s.Holds.IsEmpty);

    [Fact]
    public void AnyOrderOfCommandsOnALocation_FoldsToTheStoredState() => FoldProperty.Holds(
        AssetLocationKind.Instance,
        "4",
        [
            (s, now) => ReferenceRules.Create(s, "Location", new("Main", "PG-MAIN", "판교", null, "1F", null, true), Code, null, now),
            (s, now) => ReferenceRules.Change(s, "Location", d => d with { Floor = "2F" }, null, now),
            (s, now) => ReferenceRules.Hold(s, "Location", Asset, now),
            (s, _) => ReferenceRules.Release(s, Asset),
            (s, now) => ReferenceRules.Delete(s, "Location", 0, s.Referrals, now),
        ],
        (s, _) => s.Status != ReferenceStatus.Deleted || s.Holds.IsEmpty);

    private static (string Code, string Message) Of(Decision decision) => (decision.Refusal!.Code, decision.Refusal.Message);
}
