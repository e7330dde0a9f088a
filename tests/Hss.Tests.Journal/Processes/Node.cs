using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.Events;
using Hss.Silo.Identity;
using Hss.Silo.Journal.Postgres;
using Hss.Tests.Journal.Grains;
using Hss.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hss.Tests.Journal.Processes;

/// <summary>What a process is that shares its database with others: journal, grains, workers, feed, sessions. Its clock goes when it is told to.</summary>
internal sealed class Node : IAsyncDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly PostgresJournal _journal;
    private readonly FeedTailer _tailer;
    private readonly AccessTokens _tokens;
    private readonly AccessCheck _access;

    private Node(PostgresJournal journal, GrainHost host, FakeTimeProvider clock, Gates gates, Inbox inbox)
    {
        (_journal, Host, Clock, Gates, Inbox) = (journal, host, clock, gates, inbox);
        _tailer = new(journal, host.Pipeline, clock, NullLogger<FeedTailer>.Instance);
        _tokens = new([new("k1", new byte[32])], clock);
        _access = new(_tokens, new(Ask, SessionCache.Most, clock));
    }

    public GrainHost Host { get; }

    public FakeTimeProvider Clock { get; }

    public Gates Gates { get; }

    public Inbox Inbox { get; }

    public PostgresJournal Journal => _journal;

    /// <summary>How often sessions were asked.</summary>
    public int Asked { get; private set; }

    /// <summary>The entities that were woken here, in order.</summary>
    public string[] Woken => [.. Gates.Said.Where(s => s.StartsWith("woken ", StringComparison.Ordinal)).Select(s => s["woken ".Length..])];

    /// <summary>The effects that were tried here, in order.</summary>
    public string[] Tried => [.. Inbox.Tries.Select(t => t.Id)];

    public static async Task<Node> Start(string database)
    {
        var journal = await PostgresJournal.Open(new() { ConnectionString = database, Shared = true }, TimeProvider.System);
        var (clock, gates, inbox) = (new FakeTimeProvider(), new Gates(), new Inbox());
        var node = new Node(journal, await GrainHost.Start(journal, clock, gates, inbox), clock, gates, inbox);
        await node._tailer.StartAsync(default);
        return node;
    }

    /// <summary>Wakes what is due until nothing is.</summary>
    public Task WakeAll() => Exhaust(() => Host.Due.RunOnce(default));

    /// <summary>Sends what is left over until nothing is.</summary>
    public Task SendAll() => Exhaust(() => Host.Effects.RunOnce(default));

    /// <summary>Brings entities into this process's memory.</summary>
    public Task Load(IEnumerable<string> tallies) => Task.WhenAll(tallies.Select(id => Host.Tally(id).Get()));

    /// <summary>Asks each for the one place that it has; answers which said yes.</summary>
    public async Task<string[]> Win(IEnumerable<string> tallies, string token)
    {
        var won = await Task.WhenAll(tallies.Select(async id =>
        {
            try
            {
                return (await Host.Tally(id).Add(new(token, "customer", "r"), token, [1], limit: 1)).Accepted ? id : null;
            }
            catch (JournalException e) when (e.Fault == JournalFault.Busy)
            {
                return null; // Somebody else was faster: nothing was done.
            }
        }));
        return [.. won.OfType<string>()];
    }

    /// <summary>Commits one event after the other to some entities of its own at once.</summary>
    public Task Write(string prefix, int entities, int each) => Task.WhenAll(Enumerable.Range(0, entities).Select(async entity =>
    {
        for (var i = 0; i < each; i++)
            Assert.True((await Host.Tally($"{prefix}{entity}").Add(new(prefix, "customer", "r"), $"{i}", [1], int.MaxValue)).Accepted);
    }));

    /// <summary>What a reader of this process's feed sees from the beginning, until it has so many: never a look back.</summary>
    public async Task<string[]> Follow(int count)
    {
        List<FeedEvent> seen = [];
        while (seen.Count < count)
        {
            var cursor = seen.Count == 0 ? 0 : seen[^1].Seq;
            await _tailer.Beyond(cursor);
            seen.AddRange(await _tailer.After(cursor, 7, default));
        }

        return [.. seen.Select(e => $"{e.Seq}:{e.Key}@{e.Event.Version}")];
    }

    /// <summary>Makes an account and signs it in; answers its access token and its session.</summary>
    public async Task<(string Token, string Session)> SignIn()
    {
        var (account, session) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString("N"));
        var command = new CreateAccount("a@example.org", UniqueNameKind.Instance.Key("email.a"), null, null, "A", "B", "verifier", [new("hss", "customer")], null);
        var made = (await Host.Grains.GetGrain<IAccountGrain>(AccountKind.Instance.Key(account).ToString()).Create(CallContext.System("test"), command)).Value!;
        await Session(session).Open(CallContext.System("test"), new(account, made.CredentialEpoch, "hss", null, Lifetime));
        return (_tokens.Sign(made, session, "hss", Lifetime), session);
    }

    public Task SignOut(string session) => Session(session).End(CallContext.System("test"), "signed out");

    /// <summary>Whether this process lets a token in.</summary>
    public async Task<bool> Admits(string token) => await _access.Check(token) is not null;

    public async ValueTask DisposeAsync()
    {
        Host.Journal.ReleaseWrites();
        await _tailer.StopAsync(default);
        _tailer.Dispose();
        await Host.DisposeAsync();
        await _journal.DisposeAsync();
    }

    private ISessionGrain Session(string id) => Host.Grains.GetGrain<ISessionGrain>(SessionKind.Instance.Key(id).ToString());

    // What the session's one grain would answer, wherever it is: what is committed.
    private async Task<AccountView?> Ask(string id)
    {
        Asked++;
        var (session, _) = await Committed(SessionKind.Instance, id);
        if (!session.Exists || session.EndedReason is not null)
            return null;
        var (account, _) = await Committed(AccountKind.Instance, session.AccountId);
        return AccountViews.Of(account);
    }

    private Task<(TState State, long Version)> Committed<TState>(EntityKind<TState> kind, string id)
        where TState : class =>
        new EntitySession<TState>(kind.Key(id), kind, Host.Entities, static () => { }).Read();

    private static async Task Exhaust(Func<Task<int>> run)
    {
        while (await run() > 0)
        {
            // More may be due.
        }
    }
}
