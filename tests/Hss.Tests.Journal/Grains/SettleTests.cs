using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.DueWork;
using Hss.Tests.Journal.Postgres;

namespace Hss.Tests.Journal.Grains;

public sealed class SqliteSettleTests : SettleTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

[Collection(PostgresCollection.Name)]
public sealed class PostgresSettleTests(PostgresFixture postgres) : SettleTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Postgres(postgres.Server);
}

/// <summary>
/// A registration holds its names, makes the account, confirms the names. Here it stops after one of these steps, as a crash would stop it,
/// and only due work goes on.
/// </summary>
public abstract class SettleTests : GrainTests
{
    private static readonly EntityKey Email = UniqueNameKind.Instance.Key("email.0a");
    private static readonly EntityKey Username = UniqueNameKind.Instance.Key("username.0b");
    private static readonly EntityKey First = AccountKind.Instance.Key("first");
    private static readonly EntityKey Second = AccountKind.Instance.Key("second");

    private Task<Outcome<bool>> Hold(EntityKey name, EntityKey owner) => Name(name).Hold(Call("hold"), owner);

    private Task<Outcome<AccountView>> Create(EntityKey account) => Account(account).Create(
        Call("create"), new("a@example.com", Email, "ann", Username, "Ann", "Lee", null, [], null));

    private IUniqueNameGrain Name(EntityKey name) => Host.Grains.GetGrain<IUniqueNameGrain>(name.ToString());

    private IAccountGrain Account(EntityKey account) => Host.Grains.GetGrain<IAccountGrain>(account.ToString());

    private async Task<string[]> History(EntityKey key) => [.. (await Events(key)).Select(e => e.Type)];

    private async Task<int> HoldTimePasses()
    {
        Clock.Advance(IUniqueNameGrain.HoldTime);
        return await Host.Due.RunOnce(default);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AHold_WhoseAccountExists_IsConfirmedAfterACrash(bool restarted)
    {
        await Hold(Email, First);
        await Hold(Username, First);
        Assert.True((await Create(First)).Accepted);
        if (restarted)
            await Restart();

        await HoldTimePasses();

        foreach (var name in new[] { Email, Username })
        {
            Assert.Equal(["name.held", "name.confirmed"], await History(name));
            Assert.Equal(First, await Name(name).Owner());
            Assert.Equal(RefusalCodes.Conflict, (await Hold(name, Second)).Refusal?.Code);
        }

        // The due time goes with the next wake-up, and then nothing is left to do.
        Assert.Equal(2, await HoldTimePasses());
        Assert.Equal(0, await HoldTimePasses());
        Assert.Equal(["name.held", "name.confirmed"], await History(Email));
        Assert.Equal(["account.created"], await History(First));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnUndecidedRegistration_IsAbandoned_ItsNamesBecomeFree_AndALateCreateIsRefused(bool restarted)
    {
        await Hold(Email, First);
        await Hold(Username, First);
        if (restarted)
            await Restart();

        await HoldTimePasses();

        Assert.Equal(["account.abandoned"], await History(First));
        Assert.Equal(["name.held", "name.released"], await History(Email));
        Assert.Null(await Name(Email).Owner());
        Assert.Null(await Name(Username).Owner());

        Assert.Equal(RefusalCodes.Conflict, (await Create(First)).Refusal?.Code);
        Assert.Null(await Account(First).Get());
        Assert.True((await Hold(Email, Second)).Accepted);
        Assert.True((await Hold(Username, Second)).Accepted);
        Assert.True((await Create(Second)).Accepted);
        Assert.True((await Name(Email).Confirm(Call("confirm"), Second)).Accepted);
        Assert.Equal(Second, await Name(Email).Owner());
    }

    [Fact]
    public async Task AHold_NeverEndsByItsClockAlone()
    {
        await Hold(Email, First);
        Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(RefusalCodes.Conflict, (await Hold(Email, Second)).Refusal?.Code);

        // The name's own wake-up calls nobody: it only says whom to ask.
        var overdue = Assert.Single(await Name(Email).WakeUp());
        Assert.Equal(new OverdueHold(First, Email.Id, Email), overdue);
        Assert.Equal(First, await Name(Email).Owner());
        await Restart();
        Assert.Equal(RefusalCodes.Conflict, (await Hold(Email, Second)).Refusal?.Code);
        Assert.Equal(["name.held"], await History(Email));
    }

    [Fact]
    public async Task AHoldThatIsNotOverdue_IsLeftAlone()
    {
        await Hold(Email, First);
        Clock.Advance(IUniqueNameGrain.HoldTime - TimeSpan.FromMilliseconds(1));

        Assert.Equal(0, await Host.Due.RunOnce(default));
        Assert.Empty(await Name(Email).WakeUp());
        Assert.Equal(["name.held"], await History(Email));
        Assert.Empty(await History(First));
    }

    [Fact]
    public async Task AnUnreachableOwner_KeepsItsHold_UntilItAnswers()
    {
        await Hold(Email, First);
        Host.Journal.Unreachable = key => key == First;
        for (var i = 0; i < 3; i++)
            await HoldTimePasses();
        Assert.Equal(First, await Name(Email).Owner());
        Assert.Equal(RefusalCodes.Conflict, (await Hold(Email, Second)).Refusal?.Code);
        Assert.Equal(["name.held"], await History(Email));

        Host.Journal.Unreachable = null;
        Clock.Advance(DueWorker.Claim);
        await Host.Due.RunOnce(default);
        Assert.Null(await Name(Email).Owner());
    }

    [Fact]
    public async Task AnOwnerThatCannotCommitItsAbandonment_ReleasesNothing()
    {
        await Hold(Email, First);
        Host.Journal.Plan = batch => batch.Commits.Any(c => c.Key == First) ? WriteFault.Before : WriteFault.None;
        await HoldTimePasses();
        Assert.Equal(First, await Name(Email).Owner());

        // So a create that comes late is still right, and the hold becomes its own.
        Host.Journal.Plan = null;
        Assert.True((await Create(First)).Accepted);
        await HoldTimePasses();
        Assert.Equal(["name.held", "name.confirmed"], await History(Email));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Settle_WhileTheCreatesWriteIsOnItsWay_WaitsForIt_AndGoesByWhatIsDurable(bool fails)
    {
        await Hold(Email, First);
        Clock.Advance(IUniqueNameGrain.HoldTime);
        Host.Journal.HoldWrites();
        var create = Create(First);
        await Until(() => Host.Journal.WaitingWrites == 1, "the create's write");
        var settle = Account(First).Settle(new(First, Email.Id, Email));
        await Account(First).Get();
        Assert.False(settle.IsCompleted);

        Host.Journal.Plan = _ => fails ? WriteFault.Before : WriteFault.None;
        Host.Journal.ReleaseWrites();

        if (fails)
        {
            await Assert.ThrowsAsync<JournalException>(() => create);
            await Assert.ThrowsAsync<JournalException>(() => settle);
            Assert.Equal(["name.held"], await History(Email));
            return;
        }

        Assert.True((await create).Accepted);
        await settle;
        Assert.Equal(["name.held", "name.confirmed"], await History(Email));
    }

    [Fact]
    public async Task Settle_Twice_ChangesNothingMore()
    {
        await Hold(Email, First);
        await Hold(Username, Second);
        await Create(First);
        Clock.Advance(IUniqueNameGrain.HoldTime);
        for (var i = 0; i < 2; i++)
        {
            await Account(First).Settle(new(First, Email.Id, Email));
            await Account(Second).Settle(new(Second, Username.Id, Username));
        }

        Assert.Equal(["name.held", "name.confirmed"], await History(Email));
        Assert.Equal(["name.held", "name.released"], await History(Username));
        Assert.Equal(["account.abandoned"], await History(Second));
    }
}
