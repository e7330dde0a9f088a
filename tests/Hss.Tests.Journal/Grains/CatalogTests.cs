using Hss.Grains.Identity;
using Hss.Grains.Shop.Catalog;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Shop;
using Hss.Silo.Journal;
using Hss.Tests.Journal.Postgres;

namespace Hss.Tests.Journal.Grains;

public sealed class SqliteCatalogTests : CatalogTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

[Collection(PostgresCollection.Name)]
public sealed class PostgresCatalogTests(PostgresFixture postgres) : CatalogTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Postgres(postgres.Server);
}

/// <summary>
/// A product holds its serial number and its category, commits, and confirms or releases. Here it stops after one of these steps, or the steps
/// after its commit fail, and only due work and effects go on.
/// </summary>
public abstract class CatalogTests : GrainTests
{
    private static readonly EntityKey Serial = UniqueNameKind.Instance.Key("store_serial.1");
    private static readonly EntityKey OtherSerial = UniqueNameKind.Instance.Key("store_serial.2");
    private static readonly EntityKey Hats = UniqueNameKind.Instance.Key("store_category.1");
    private static readonly EntityKey Caps = UniqueNameKind.Instance.Key("store_category.2");
    private static readonly EntityKey CategoryKey = CategoryKind.Instance.Key("1");
    private static readonly EntityKey First = ProductKind.Instance.Key("1");
    private static readonly EntityKey Second = ProductKind.Instance.Key("2");

    private static CreateProduct Command(EntityKey serial) => new(new("Hat", "H-1", serial.Id, null, 10_00, CategoryKey.Id, null, null, null, null), serial);

    private IProductGrain Product(EntityKey key) => Host.Grains.GetGrain<IProductGrain>(key.ToString());

    private ICategoryGrain Category(EntityKey key) => Host.Grains.GetGrain<ICategoryGrain>(key.ToString());

    private ICategoryGrain Category() => Category(CategoryKey);

    private IUniqueNameGrain Name(EntityKey key) => Host.Grains.GetGrain<IUniqueNameGrain>(key.ToString());

    private async Task<string[]> History(EntityKey key) => [.. (await Events(key)).Select(e => e.Type)];

    private async Task MakeCategory() => Assert.True((await Category().Create(Call("category"), new("Hats", Hats))).Accepted);

    private async Task Make(EntityKey product, EntityKey serial)
    {
        Assert.True((await Product(product).Prepare(Call("prepare"), Command(serial))).Accepted);
        Assert.True((await Product(product).Create(Call("create"), Command(serial))).Accepted);
    }

    private async Task HoldTimePasses()
    {
        Clock.Advance(IUniqueNameGrain.HoldTime);
        await Host.Due.RunOnce(default);
    }

    private async Task EffectsAreSent()
    {
        Clock.Advance(CommitPipeline.EffectClaim);
        await Host.Effects.RunOnce(default);
    }

    // What a commit needs below it is done; what comes after it fails, as if the process had ended.
    private async Task WithoutStepsAfter(EntityKey committing, Func<Task> call)
    {
        var committed = false;
        Host.Journal.Plan = batch =>
        {
            if (committed && batch.Commits.Any(c => c.Key.Kind is "name" or "category" && c.Key != committing))
                return WriteFault.Before;
            committed |= batch.Commits.Any(c => c.Key == committing && c.Events.Length > 0);
            return WriteFault.None;
        };
        await call();
        Assert.True(committed);
        Host.Journal.Plan = null;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AProductThatWasPreparedAndNeverMade_GivesBackItsSerialNumberAndItsCategory(bool restarted)
    {
        await MakeCategory();
        Assert.True((await Product(First).Prepare(Call("prepare"), Command(Serial))).Accepted);
        Assert.Equal(CategoryCodes.InUse, (await Category().Delete(Call("delete"))).Refusal?.Code);
        if (restarted)
            await Restart();

        await HoldTimePasses();

        Assert.Equal(["product.abandoned"], await History(First));
        Assert.Equal(["name.held", "name.released"], await History(Serial));
        Assert.Equal(["category.created", "category.held", "category.released"], await History(CategoryKey));
        Assert.Equal(RefusalCodes.Unavailable, (await Product(First).Create(Call("late"), Command(Serial))).Refusal?.Code);
        Assert.Null(await Product(First).Get());
        await Make(Second, Serial);
        Assert.Equal(Second, await Name(Serial).Owner());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AProductThatWasMade_KeepsItsSerialNumber_WhenTheStepsAfterItsCommitFail(bool restarted)
    {
        await MakeCategory();
        Assert.True((await Product(First).Prepare(Call("prepare"), Command(Serial))).Accepted);
        await WithoutStepsAfter(First, async () => Assert.True((await Product(First).Create(Call("create"), Command(Serial))).Accepted));
        Assert.Equal(["name.held"], await History(Serial));
        if (restarted)
            await Restart();

        await HoldTimePasses();

        Assert.Equal(["name.held", "name.confirmed"], await History(Serial));
        Assert.Equal(["category.created", "category.held", "category.released"], await History(CategoryKey));
        Assert.Equal(ProductCodes.SerialTaken, (await Product(Second).Prepare(Call("second"), Command(Serial))).Refusal?.Code);
        Assert.Equal(CategoryCodes.InUse, (await Category().Delete(Call("delete"))).Refusal?.Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnOldSerialNumber_BecomesFree_AlsoWhenTheStepsAfterTheChangeFail(bool restarted)
    {
        await MakeCategory();
        await Make(First, Serial);
        await WithoutStepsAfter(First, async () =>
            Assert.True((await Product(First).Change(Call("change"), new(SerialNumber: "b", SerialName: OtherSerial))).Accepted));
        Assert.Equal(First, await Name(Serial).Owner());
        if (restarted)
            await Restart();

        await EffectsAreSent();
        await Host.Due.RunOnce(default);

        Assert.Null(await Name(Serial).Owner());
        Assert.Equal(["name.held", "name.confirmed"], await History(OtherSerial));
        await Make(Second, Serial);
    }

    [Fact]
    public async Task ASerialNumberThatWasTakenBack_IsNotReleasedByTheEffectOfTheEarlierChange()
    {
        await MakeCategory();
        await Make(First, Serial);
        await WithoutStepsAfter(First, () => Product(First).Change(Call("there"), new(SerialNumber: "b", SerialName: OtherSerial)));
        Assert.True((await Product(First).Change(Call("back"), new(SerialNumber: "a", SerialName: Serial))).Accepted);

        await EffectsAreSent();
        await HoldTimePasses();

        Assert.Equal(First, await Name(Serial).Owner());
        Assert.Equal(["name.held", "name.confirmed"], await History(Serial));
        Assert.Null(await Name(OtherSerial).Owner());
    }

    [Fact]
    public async Task AProductThatWasDeleted_GivesBackItsSerialNumber_AlsoWhenTheStepsAfterItFail()
    {
        await MakeCategory();
        await Make(First, Serial);
        await WithoutStepsAfter(First, async () => Assert.True((await Product(First).Delete(Call("delete"))).Accepted));
        Assert.Equal(First, await Name(Serial).Owner());

        await EffectsAreSent();

        Assert.Null(await Name(Serial).Owner());
        Assert.True((await Category().Delete(Call("category"))).Accepted);
    }

    [Fact]
    public async Task ARefusedProduct_LeavesNothingBehind()
    {
        await MakeCategory();
        await Make(First, Serial);
        Assert.Equal(ProductCodes.SerialTaken, (await Product(Second).Prepare(Call("serial"), Command(Serial))).Refusal?.Code);
        var elsewhere = Command(OtherSerial) with { Details = Command(OtherSerial).Details with { CategoryId = "99" } };
        Assert.Equal(ProductCodes.CategoryNotFound, (await Product(Second).Prepare(Call("category"), elsewhere)).Refusal?.Code);

        Assert.Null(await Stored(Second));
        Assert.Null(await Stored(CategoryKind.Instance.Key("99")));
        Assert.Null(await Name(OtherSerial).Owner());
    }

    [Fact]
    public async Task ACategorysName_IsSettledLikeASerialNumber()
    {
        await Name(Hats).Hold(Call("hold"), CategoryKey);
        await HoldTimePasses();
        Assert.Equal(["category.abandoned"], await History(CategoryKey));
        Assert.Equal(RefusalCodes.Unavailable, (await Category().Create(Call("late"), new("Hats", Hats))).Refusal?.Code);

        var other = CategoryKind.Instance.Key("2");
        await WithoutStepsAfter(other, async () => Assert.True((await Category(other).Create(Call("create"), new("Hats", Hats))).Accepted));
        await WithoutStepsAfter(other, async () => Assert.True((await Category(other).Rename(Call("rename"), new("Caps", Caps))).Accepted));
        Assert.Equal(other, await Name(Hats).Owner());
        await Restart();

        await EffectsAreSent();
        await HoldTimePasses();

        Assert.Null(await Name(Hats).Owner());
        Assert.Equal(["name.held", "name.confirmed"], await History(Caps));
        Assert.Equal("Caps", (await Category(other).Get())?.Name);
    }

    [Fact]
    public async Task AHoldThatComesWhileADeletionIsWritten_FindsNothing()
    {
        await MakeCategory();
        Host.Journal.HoldWrites();
        var delete = Category().Delete(Call("delete"));
        await Until(() => Host.Journal.WaitingWrites == 1, "the deletion's write");
        var hold = Category().Hold(Call("hold"), First);
        Host.Journal.ReleaseWrites();

        // One command at a time: the hold comes after the deletion, and finds nothing.
        Assert.True((await delete).Accepted);
        Assert.Equal(RefusalCodes.NotFound, (await hold).Refusal?.Code);
    }
}
