using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Tests.Shared;

namespace Hss.Tests.Unit.Entities;

/// <summary>The session under a faulty journal. The test's thread is the grain's only thread, so each step is one turn.</summary>
public sealed class EntitySessionTests
{
    private static readonly EntityKey Key = new("counter", "c1");
    private static readonly CallContext Caller = new("a1", "customer", "r1");

    private readonly ScriptedJournal _journal = new();
    private readonly EntityServices _services;
    private readonly EntitySession<CounterState> _session;
    private int _conflicts;

    public EntitySessionTests()
    {
        _services = new(_journal, _journal, new EntityCodec(new DataKeyRing([new("k1", new byte[32])])), new FakeTimeProvider());
        _session = new(Key, CounterKind.Instance, _services, () => _conflicts++);
    }

    private Task<Outcome<int>> Add(int by, CallContext? context = null) =>
        _session.Execute(context ?? Caller, (s, _) => s.Value + by > 100 ? Decision.Refuse("full", "Full") : Decision.Accept(new Added(by)), s => s.Value);

    private Task<Outcome<int>> Ensure(int value) =>
        _session.Execute(Caller, (s, _) => s.Value >= value ? Decision.Unchanged : Decision.Accept(new Added(value - s.Value)), s => s.Value);

    private async Task Succeeding(Task call)
    {
        _journal.Succeed();
        await call;
    }

    private static Operation Op(string id, string fingerprint = "f") => new(id, fingerprint);

    [Fact]
    public async Task Execute_IsAnsweredOnlyWhenItsWriteIsDurable()
    {
        var call = Add(1);
        Assert.False(call.IsCompleted);

        _journal.Succeed();

        Assert.Equal((1, 1L), ((await call).Value, (await call).Version));
    }

    [Fact]
    public async Task Effects_AreCarriedOutWhenTheEntityShowsTheirCommit_AndNeverForAFailedOne()
    {
        var met = new List<int>();
        _journal.OnShown = effects => met.Add(effects.Length == 1 ? _session.Read().Result.State.Value : -1);
        Task<Outcome<int>> Send() => _session.Execute(
            Caller, (s, _) => Decision.Accept(new Added(1)).With(new Effect("told", "mail", new Added(1))), s => s.Value);

        var first = Send();
        Assert.Empty(met);
        _journal.Succeed();
        await first;
        Assert.Equal([1], met);

        var failed = Send();
        _journal.FailBefore();
        await Assert.ThrowsAsync<JournalException>(() => failed);
        Assert.Equal([1], met);
    }

    [Fact]
    public async Task ACommit_IsShown_WhenQueriesSeeIt_AndBeforeItsCallerIsAnswered()
    {
        Task<Outcome<int>> call = null!;
        (int Value, bool Answered)? met = null;
        _journal.OnShown = _ => met = (_session.Read().Result.State.Value, call.IsCompleted);
        call = Add(1);

        _journal.Succeed();

        await call;
        Assert.Equal((1, false), met);
    }

    [Fact]
    public async Task LinksThatAnEarlierProcessStored_AreTakenAway_ByTheFirstCommitThatHasNone()
    {
        await Succeeding(Add(CounterKind.Full));
        Assert.Single(_journal.Written[^1].Links!.Value);
        var later = new EntitySession<CounterState>(Key, CounterKind.Instance, _services, () => { });

        await Succeeding(later.Execute(Caller, (_, _) => Decision.Accept(new Added(-1)), s => s.Value));

        Assert.Empty(_journal.Written[^1].Links!.Value);
        await Succeeding(later.Execute(Caller, (_, _) => Decision.Accept(new Added(-1)), s => s.Value));
        Assert.Null(_journal.Written[^1].Links);
    }

    [Fact]
    public async Task LinksOfAWriteWhoseAnswerWasLost_AreTakenAway_ByTheNextCommitThatHasNone()
    {
        var lost = Add(CounterKind.Full);
        _journal.FailAfter();
        await Assert.ThrowsAsync<JournalException>(() => lost);

        await Succeeding(_session.Execute(Caller, (_, _) => Decision.Accept(new Added(-1)), s => s.Value));

        Assert.Empty(_journal.Written[^1].Links!.Value);
    }

    [Fact]
    public async Task CallsDecidedWhileAWriteRuns_GoIntoTheNextWriteTogether()
    {
        var first = Add(1);
        var others = Enumerable.Range(0, 50).Select(_ => Add(1)).ToArray();
        Assert.Equal(1, _journal.Pending);

        _journal.Succeed();
        await first;
        Assert.All(others, o => Assert.False(o.IsCompleted));
        _journal.Succeed();

        Assert.Equal(Enumerable.Range(2, 50), (await Task.WhenAll(others)).Select(o => (int)o.Version));
        Assert.Equal([1, 50], _journal.Written.Select(w => w.Events.Length));
    }

    [Fact]
    public async Task AFailedWrite_FailsItsWaitersAndAllDecidedOnTop_AndIsForgotten()
    {
        var first = Add(1);
        var second = Add(1);

        _journal.FailBefore();

        Assert.Equal(JournalFault.Busy, (await Assert.ThrowsAsync<JournalException>(() => first)).Fault);
        Assert.Equal(JournalFault.Busy, (await Assert.ThrowsAsync<JournalException>(() => second)).Fault);
        Assert.Equal((0, 0L), ((await _session.Read()).State.Value, (await _session.Read()).Version));
    }

    [Fact]
    public async Task AWriteWhoseAnswerIsLost_IsNeverCalledASuccess_AndTheNextCallSeesWhatIsStored()
    {
        var lost = Add(5);
        _journal.FailAfter();

        Assert.Equal(JournalFault.OutcomeUnknown, (await Assert.ThrowsAsync<JournalException>(() => lost)).Fault);
        Assert.Equal(5, (await _session.Read()).State.Value);
    }

    [Fact]
    public async Task AConflict_FailsTheCallers_DropsTheActivation_AndReloads()
    {
        var first = Add(1);
        _journal.Succeed();
        await first;
        _journal.Intrude(Key);

        var late = Add(1);
        _journal.Succeed();

        Assert.Equal(JournalFault.Busy, (await Assert.ThrowsAsync<JournalException>(() => late)).Fault);
        Assert.Equal(1, _conflicts);
        Assert.Equal(2, (await _session.Read()).Version);
    }

    [Fact]
    public async Task AnEntityThatIsAssumedNew_IsWrittenWithoutALoad()
    {
        _session.AssumeNew();

        var first = Add(1);
        _journal.Succeed();

        Assert.Equal((1, 1L), ((await first).Value, (await first).Version));
        Assert.Equal(0, _journal.Loads);
    }

    [Fact]
    public async Task AnEntityThatIsWronglyAssumedNew_IsNotOverwritten_AndReloads()
    {
        var first = Add(5);
        _journal.Succeed();
        await first;
        var other = new EntitySession<CounterState>(Key, CounterKind.Instance, _services, () => _conflicts++);
        other.AssumeNew();

        var late = other.Execute(Caller, (s, _) => Decision.Accept(new Added(1)), s => s.Value);
        _journal.Succeed();

        Assert.Equal(JournalFault.Busy, (await Assert.ThrowsAsync<JournalException>(() => late)).Fault);
        Assert.Equal(1, _conflicts);
        Assert.Equal((5, 1L), ((await other.Read()).State.Value, (await other.Read()).Version));
    }

    [Fact]
    public async Task AnEntityThatIsKnown_StaysAsItIs_WhenItIsAssumedNew()
    {
        var first = Add(5);
        _journal.Succeed();
        await first;

        _session.AssumeNew();

        Assert.Equal(1, (await _session.Read()).Version);
    }

    [Fact]
    public async Task ARefusalOnAnUncommittedState_WaitsForIt_AndFailsWithIt()
    {
        var write = Add(100);
        var refusal = Add(1);
        Assert.False(refusal.IsCompleted);

        _journal.FailBefore();

        await Assert.ThrowsAsync<JournalException>(() => write);
        await Assert.ThrowsAsync<JournalException>(() => refusal);
    }

    [Fact]
    public async Task AnIdempotentRepeatOnAnUncommittedState_WaitsForIt_AndFailsWithIt()
    {
        var write = Ensure(7);
        var repeat = Ensure(7);
        Assert.False(repeat.IsCompleted);

        _journal.FailBefore();

        await Assert.ThrowsAsync<JournalException>(() => write);
        await Assert.ThrowsAsync<JournalException>(() => repeat);
    }

    [Fact]
    public async Task ARefusalOnTheCommittedState_IsAnsweredAtOnce_AndCostsNoWrite()
    {
        var write = Add(100);
        _journal.Succeed();
        await write;

        Assert.Equal("full", (await Add(1)).Refusal!.Code);
        Assert.Single(_journal.Written);
        Assert.Equal(0, _journal.Pending);
    }

    [Fact]
    public async Task Read_SeesCommittedStateOnly()
    {
        var before = Add(1);
        _journal.Succeed();
        await before;
        var running = Add(1);

        Assert.Equal(1, (await _session.Read()).State.Value);

        _journal.Succeed();
        await running;
        Assert.Equal(2, (await _session.Read()).State.Value);
    }

    [Fact]
    public async Task AnUnencodableEvent_FailsItsCallerOnly()
    {
        var first = Add(1);
        var circular = new List<object>();
        circular.Add(circular);
        var poisoned = _session.Execute(Caller, (_, _) => Decision.Accept(new Poisoned(circular)), s => s.Value);
        var third = Add(1);

        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => poisoned);
        _journal.Succeed();
        _journal.Succeed();

        Assert.Equal((1L, 2L), ((await first).Version, (await third).Version));
    }

    [Fact]
    public async Task ManyFirstCalls_ShareOneLoad_AndAFailedLoadIsTriedAgain()
    {
        _journal.LoadFault = new JournalException(JournalFault.Busy, "down");
        await Assert.ThrowsAsync<JournalException>(() => Add(1));
        _journal.LoadFault = null;

        var calls = new[] { Add(1), Add(1) };
        _journal.Succeed();
        _journal.Succeed();
        await Task.WhenAll(calls);

        Assert.Equal(2, _journal.Loads);
    }

    [Fact]
    public async Task AnOperationThatIsStored_IsReplayedWithItsAnswer()
    {
        var first = Add(3, Caller with { Operation = Op("o1") });
        _journal.Succeed();
        await first;
        var later = Add(4);
        _journal.Succeed();
        await later;

        var replay = await Add(3, Caller with { Operation = Op("o1") });

        Assert.Equal((3, 1L, true), (replay.Value, replay.Version, replay.Replayed));
        Assert.Equal(2, _journal.Written.Count);
        Assert.DoesNotContain("3", _journal.Written[0].Operations[0].Outcome.Split(':')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOperationInFlight_IsRefused_AndAnotherFingerprintToo()
    {
        var running = Add(3, Caller with { Operation = Op("o1") });

        Assert.Equal(RefusalCodes.InProgress, (await Add(3, Caller with { Operation = Op("o1") })).Refusal!.Code);

        _journal.Succeed();
        await running;
        Assert.Equal(RefusalCodes.KeyReused, (await Add(3, Caller with { Operation = Op("o1", "other") })).Refusal!.Code);
    }

    [Fact]
    public async Task AnOperationThatFailed_IsTriedAgain()
    {
        var failed = Add(3, Caller with { Operation = Op("o1") });
        _journal.FailBefore();
        await Assert.ThrowsAsync<JournalException>(() => failed);

        var again = Add(3, Caller with { Operation = Op("o1") });
        _journal.Succeed();

        Assert.False((await again).Replayed);
    }

    [Fact]
    public async Task AStaleExpectedVersion_IsRefused()
    {
        var first = Add(1);
        _journal.Succeed();
        await first;

        Assert.Equal(RefusalCodes.PreconditionFailed, (await Add(1, Caller with { ExpectedVersion = 0 })).Refusal!.Code);
        var current = Add(1, Caller with { ExpectedVersion = 1 });
        _journal.Succeed();
        Assert.True((await current).Accepted);
    }

    [Fact]
    public async Task EventsAreChained_AndPersonalMembersAreCiphertext()
    {
        var call = _session.Execute(Caller with { Ip = "10.9.8.7" }, (_, _) => Decision.Accept(new Added(1, "secret note"), new Added(2)), s => s.Value);
        _journal.Succeed();
        await call;

        var commit = _journal.Written[0];
        Assert.Equal(EventHash.Genesis, commit.Events[0].PreviousHash);
        Assert.Equal(commit.Events[0].Hash, commit.Events[1].PreviousHash);
        Assert.All(commit.Events, e => Assert.Equal(EventHash.Compute(Key, e), e.Hash));
        Assert.DoesNotContain("secret", commit.State + commit.Events[0].Data, StringComparison.Ordinal);
        Assert.NotEqual("10.9.8.7", commit.Events[0].Ip);
        var reloaded = new EntitySession<CounterState>(Key, CounterKind.Instance, _services, () => { });
        Assert.Equal("secret note", (await reloaded.Read()).State.Note);
    }

    [Fact]
    public async Task ALargeState_IsWrittenEvery64LongEvents_AndLoadingFoldsTheRest()
    {
        var big = _session.Execute(Caller, (_, _) => Decision.Accept(new Added(0, Padding: new string('x', 20_000))), s => s.Value);
        _journal.Succeed();
        await big;
        for (var i = 0; i < 70; i++)
        {
            var call = _session.Execute(Caller, (_, _) => Decision.Accept(new Added(1, Note: new string('n', 400))), s => s.Value);
            _journal.Succeed();
            await call;
        }

        Assert.Equal([1L, 65L], _journal.Written.Where(w => w.State is not null).Select(w => w.Version));
        var reloaded = new EntitySession<CounterState>(Key, CounterKind.Instance, _services, () => { });
        Assert.Equal((70, 71L), ((await reloaded.Read()).State.Value, (await reloaded.Read()).Version));
    }
}
