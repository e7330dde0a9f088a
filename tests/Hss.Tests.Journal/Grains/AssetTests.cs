using Hss.Grains.Assets.References;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Identity;
using Hss.Grains.Numbers;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Interfaces.Numbers;
using Hss.Tests.Journal.Postgres;

namespace Hss.Tests.Journal.Grains;

public sealed class SqliteAssetTests : AssetTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

[Collection(PostgresCollection.Name)]
public sealed class PostgresAssetTests(PostgresFixture postgres) : AssetTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Postgres(postgres.Server);
}

/// <summary>
/// An asset holds its category and its tag, commits, and confirms or gives back. Here it stops after one of these steps, or a write fails, and tags
/// stay without gap and repeat.
/// </summary>
public abstract class AssetTests : GrainTests
{
    private static readonly EntityKey CategoryKey = AssetCategoryKind.Instance.Key("c1");

    private int _year;

    private EntityKey Series => AssetTags.Series("PC", _year);

    private IAssetCategoryGrain Category => Host.Grains.GetGrain<IAssetCategoryGrain>(CategoryKey.ToString());

    private INumberGrain Numbers => Host.Grains.GetGrain<INumberGrain>(Series.ToString());

    [Theory]
    [InlineData("asset_category.held", WriteFault.Before)]
    [InlineData("asset_category.held", WriteFault.After)]
    [InlineData("number.taken", WriteFault.Before)]
    [InlineData("number.taken", WriteFault.After)]
    [InlineData("asset.created", WriteFault.Before)]
    [InlineData("asset.created", WriteFault.After)]
    public async Task AFaultAtAnyStep_AndAKillThere_LeaveNoGapAndNoTagTwice(string step, WriteFault fault)
    {
        await MakeCategory();
        Host.Journal.Plan = batch => batch.Commits.SelectMany(c => c.Events).Any(e => e.Type == step) ? fault : WriteFault.None;
        await Assert.ThrowsAsync<JournalException>(() => Create("a1"));
        Assert.Equal(1, Host.Journal.Times(fault));
        await Restart();
        // Others come before the asset is tried again, or its holds are settled.
        var others = new[] { await Tag("a2"), await Tag("a3") };
        await SettleAll();
        var made = await Asset("a1").Get() is { } first ? first.Tag : await Tag("a4");
        Assert.Equal([Of(1), Of(2), Of(3)], others.Append(made).Order());
        await SettleAll();
        await NothingIsHeld(highest: 3);
    }

    [Theory]
    [InlineData("number.taken")]
    [InlineData("asset.created")]
    public async Task ARepeatAfterAKill_GetsTheSameTag(string step)
    {
        await MakeCategory();
        Host.Journal.Plan = batch => batch.Commits.SelectMany(c => c.Events).Any(e => e.Type == step) ? WriteFault.After : WriteFault.None;
        var operation = Call("a1") with { Operation = new("op", "body") };
        await Assert.ThrowsAsync<JournalException>(() => Asset("a1").Create(operation, Command()));
        await Restart();
        Assert.Equal(Of(2), await Tag("a2"));
        var again = await Asset("a1").Create(operation, Command());
        Assert.Equal(Of(1), again.Value!.Tag);
        Assert.Equal(step == "asset.created", again.Replayed);
    }

    [Fact]
    public async Task AFailedWrite_GivesItsNumberToTheNextAtOnce()
    {
        await MakeCategory();
        Host.Journal.Plan = batch => batch.Commits.SelectMany(c => c.Events).Any(e => e.Type == "asset.created") ? WriteFault.Before : WriteFault.None;
        await Assert.ThrowsAsync<JournalException>(() => Create("a1"));
        Host.Journal.Plan = null;
        Assert.Equal(Of(1), await Tag("a2"));
        await SettleAll();
        await NothingIsHeld(highest: 1);
    }

    [Fact]
    public async Task StepsAfterTheCommitThatFail_AreMadeGoodByDueWork()
    {
        await MakeCategory();
        Host.Journal.Plan = batch => batch.Commits.SelectMany(c => c.Events).Any(e => e.Type is "number.confirmed" or "asset_category.released") ? WriteFault.Before : WriteFault.None;
        Assert.Equal(Of(1), await Tag("a1"));
        Assert.True((await Create("a2", "By hand")).Accepted);
        await Restart();
        await SettleAll();
        await NothingIsHeld(highest: 1);
        Assert.Equal(Of(2), await Tag("a3"));
        Assert.Equal(AssetCodes.TagTaken, (await Create("a4", Of(1))).Refusal?.Code);
        Assert.Equal(AssetCodes.TagTaken, (await Create("a5", "By hand")).Refusal?.Code);
    }

    [Fact]
    public async Task NumbersTakenByHand_AreSkipped_AndATagThatIsOnlyHeldIsUndecided()
    {
        await MakeCategory();
        Assert.True((await Create("a1", Of(2))).Accepted);
        Assert.Equal([Of(1), Of(3)], [await Tag("a2"), await Tag("a3")]);
        Assert.True((await Numbers.Claim(Call("other"), new("asset", "other"), 4)).Accepted);
        var undecided = await Create("a4", Of(4));
        Assert.Equal(AssetCodes.Undecided, undecided.Refusal?.Code);
        Assert.Equal(Of(5), await Tag("a5"));
        await SettleAll();
        Assert.True((await Create("a4", Of(4))).Accepted);
        await SettleAll();
        await NothingIsHeld(highest: 5);
    }

    [Theory]
    [InlineData("unknown", null)]
    [InlineData("c1", "unknown")]
    public async Task ARefusedCreation_UsesUpNoNumber_AndHoldsNothing(string category, string? location)
    {
        await MakeCategory();
        var refused = await Asset("a1").Create(Call("a1"), Command() with { Details = Details with { CategoryId = category, LocationId = location } });
        Assert.Equal(location is null ? AssetCodes.CategoryNotFound : AssetCodes.LocationNotFound, refused.Refusal?.Code);
        Assert.Null(await Stored(Series));
        Assert.Empty(Host.Codec.DecodeState(AssetCategoryKind.Instance, (await Stored(CategoryKey))!).Holds);
        Assert.Equal(Of(1), await Tag("a2"));
    }

    [Fact]
    public async Task ADeletionOfTheCategory_AgainstCreations_LeavesNoAssetWithoutIt()
    {
        for (var round = 0; round < 10; round++)
        {
            var key = AssetCategoryKind.Instance.Key($"r{round}");
            var category = Host.Grains.GetGrain<IAssetCategoryGrain>(key.ToString());
            await Make(category, $"R{round}");
            var creating = Enumerable.Range(0, 5).Select(n => Asset($"r{round}-{n}").Create(Call("create"), Command() with { Details = Details with { CategoryId = key.Id } })).ToList();
            var deleted = await category.Delete(Call("delete"));
            var created = await Task.WhenAll(creating);
            Assert.All(created, c => Assert.True(c.Accepted != deleted.Accepted, $"{c.Refusal} {deleted.Refusal}"));
        }
    }

    [Fact]
    public async Task WhileAWorkflowIsBeingApproved_EverythingElseWaits_AndTheOverdueHoldNamesIt()
    {
        await MakeCategory();
        await Create("a1");
        var (asset, step) = (Asset("a1"), new WorkflowStep(new("workflow", "w1"), WorkflowTypes.Checkout, "u1", null, null));
        Assert.True((await asset.Hold(Call("hold"), step)).Accepted);
        Assert.True((await asset.Hold(Call("hold"), step)).Accepted);
        foreach (var refused in new[]
        {
            await asset.SetStatus(Call("x"), AssetStatus.Disposed, null), await asset.Assign(Call("x"), "u2", null), await asset.Delete(Call("x")),
            await asset.Hold(Call("x"), step with { Workflow = new("workflow", "w2") }), await asset.Check(step), await asset.Move(Call("x"), null, null),
        })
        {
            Assert.Equal(AssetCodes.Undecided, refused.Refusal?.Code);
        }

        Clock.Advance(IAssetGrain.HoldTime);
        Assert.Equal<OverdueHold>([new(step.Workflow, "a1", AssetKind.Instance.Key("a1"))], await asset.WakeUp());
        Assert.Equal("u1", (await asset.Confirm(Call("confirm"), step.Workflow)).Value!.AssignedTo);
        Assert.True((await asset.Confirm(Call("confirm"), step.Workflow)).Accepted);
        Assert.True((await asset.Release(Call("release"), step.Workflow)).Accepted);
        Assert.Equal(["asset.created", "asset.held", "asset.assigned", "asset.released"], (await Events(AssetKind.Instance.Key("a1"))).Select(e => e.Type));
    }

    [Fact]
    public async Task TenThousandNumbersForOneOwner_AreHeldInTwoCalls_AndLeaveASmallState()
    {
        await MakeCategory();
        var import = new EntityKey("asset_import", "i1");
        Assert.True((await Numbers.ClaimMany(Call("claim"), import, [new(5, 5), new(2_000, 2_999)])).Accepted);
        var taken = await Numbers.TakeMany(Call("take"), import, 9_000);
        Assert.Equal<NumberRange>([new(1, 4), new(6, 1_999), new(3_000, 10_001)], taken.Value);
        Assert.True((await Numbers.ConfirmMany(Call("confirm"), import)).Accepted);
        Assert.InRange((await Stored(Series))!.State.Length, 1, 100);
        Assert.Equal(Of(10_002), await Tag("a1"));
    }

    private static AssetDetails Details => new("Laptop", CategoryKey.Id, null, null, null, null, null, null, null, null);

    private static CreateAsset Command(string? tag = null) => new(Details, tag, null, null);

    private string Of(long number) => AssetTags.Of("PC", _year, number);

    private IAssetGrain Asset(string id) => Host.Grains.GetGrain<IAssetGrain>(AssetKind.Instance.Key(id).ToString());

    private Task<Outcome<AssetView>> Create(string id, string? tag = null) => Asset(id).Create(Call(id), Command(tag));

    private async Task<string> Tag(string id)
    {
        var made = await Create(id);
        Assert.True(made.Accepted, made.Refusal?.Message);
        return made.Value.Tag;
    }

    private async Task MakeCategory()
    {
        _year = Clock.GetUtcNow().Year;
        await Make(Category, "PC");
    }

    private static async Task Make(IAssetCategoryGrain category, string code) => Assert.True((await category.Create(
        Call("category"),
        new(new($"Name {code}", code, null, true), UniqueNameKind.Instance.Key($"code.{code}"), UniqueNameKind.Instance.Key($"category.{code}")))).Accepted);

    private async Task SettleAll()
    {
        Host.Journal.Plan = null;
        Clock.Advance(IUniqueNameGrain.HoldTime + TimeSpan.FromSeconds(1));
        while (await Host.Due.RunOnce(default) > 0)
        {
            // Until nothing is due.
        }
    }

    private async Task NothingIsHeld(long highest)
    {
        var numbers = Host.Codec.DecodeState(NumberKind.Instance, (await Stored(Series))!);
        Assert.Equal((highest, 0, 0, 0), (numbers.Highest, numbers.Held.Length, numbers.Free.Length, numbers.Gaps.Length));
        Assert.Empty(Host.Codec.DecodeState(AssetCategoryKind.Instance, (await Stored(CategoryKey))!).Holds);
    }
}
