using System.Collections.Concurrent;
using Hss.Interfaces.Entities;
using Hss.Tests.Journal.Postgres;

namespace Hss.Tests.Journal.Grains;

public sealed class SqliteAggregateFaultTests : AggregateFaultTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

[Collection(PostgresCollection.Name)]
public sealed class PostgresAggregateFaultTests(PostgresFixture postgres) : AggregateFaultTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Postgres(postgres.Server);
}

/// <summary>Many callers while writes fail before, fail after, meet conflicts and are slow: every single answer is compared with what is stored.</summary>
public abstract class AggregateFaultTests : GrainTests
{
    private const int Callers = 32, CallsEach = 25, Limit = 5_000;

    private static readonly EntityKey Key = TallyKind.Instance.Key("1");

    private readonly ConcurrentQueue<Answer> _answers = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task NoCallerEverGetsSuccessForSomethingNotDurable_AndNoAnswerComesFromAStateThatWasNotCommitted(int seed)
    {
        // Each once, then at random: how many batches the calls make depends on the machine.
        var (once, faults) = (new Queue<WriteFault>(Enum.GetValues<WriteFault>()), new Random(seed));
        Host.Journal.Plan = _ => once.TryDequeue(out var next) ? next : faults.Next(9) switch
        {
            0 => WriteFault.Before,
            1 => WriteFault.After,
            2 => WriteFault.Conflict,
            3 or 4 => WriteFault.Slow,
            _ => WriteFault.None,
        };
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallOften(caller, new Random((seed * 1000) + caller)))));
        Host.Journal.Plan = null;

        var stored = await Fold();
        foreach (var answer in _answers)
            Check(answer, stored);

        Assert.All(Enum.GetValues<WriteFault>(), f => Assert.NotEqual(0, Host.Journal.Times(f)));
        Assert.All(Enum.GetValues<Kind>(), k => Assert.Contains(_answers, a => a.Kind == k));
        Assert.Equal(stored[^1].Version, (await Host.Tally("1").Get()).Version);
    }

    private async Task CallOften(int caller, Random random)
    {
        string? doubtful = null;
        for (var i = 0; i < CallsEach; i++)
        {
            var request = $"c{caller}-{i}";
            var number = random.Next(1, 10);
            switch (random.Next(5))
            {
                case 0:
                    await Ask(request);
                    break;
                case 1:
                    await Command(request, t => t.Add(Call(request), request, [number, number], Limit), Limit - (2 * number));
                    break;
                case 2:
                    // Refused on any state but the first few.
                    await Command(request, t => t.Add(Call(request), request, [number], 10), 10 - number);
                    break;
                case 3:
                    await Command(request, t => t.AddOnce(Call(request), $"c{caller}-once", number), null);
                    break;
                default:
                    // With an Idempotency-Key, as a client that repeats what had no clear answer, or whose answer was lost on the way.
                    var key = doubtful ?? request;
                    var context = Call(request) with { Operation = new(key, "f") };
                    doubtful = await Command(request, t => t.Add(context, key, [3], int.MaxValue), null, key) && random.Next(2) == 0 ? null : key;
                    break;
            }
        }
    }

    private async Task<bool> Command(string request, Func<ITallyGrain, Task<Outcome<TallyView>>> call, int? fullAbove, string? operation = null)
    {
        try
        {
            var outcome = await call(Host.Tally("1"));
            var kind = outcome switch { { Replayed: true } => Kind.Replayed, { Accepted: false } => Kind.Refused, _ => Kind.Accepted };
            _answers.Enqueue(new(request, kind, outcome.Version, outcome.Value, fullAbove, operation));
            return true;
        }
        catch (JournalException e)
        {
            _answers.Enqueue(new(request, e.Fault == JournalFault.Busy ? Kind.Busy : Kind.Unknown, 0, null, null, operation));
            Assert.Contains(e.Fault, new[] { JournalFault.Busy, JournalFault.OutcomeUnknown });
            return false;
        }
    }

    private async Task Ask(string request)
    {
        var (view, version) = await Host.Tally("1").Get();
        _answers.Enqueue(new(request, Kind.Query, version, view, null, null));
    }

    /// <summary>The value and token after each version, and the request that made it, from the stored events alone.</summary>
    private async Task<Point[]> Fold()
    {
        List<Point> points = [new(0, new(0, ""), "")];
        foreach (var e in await Events(Key))
        {
            var added = Assert.IsType<TallyAdded>(TallyKind.Instance.DecodeEvent(Host.Codec, Key, e));
            Assert.Equal(points.Count, e.Version);
            points.Add(new(e.Version, new(points[^1].View.Value + added.Number, added.Token), e.RequestId));
        }

        return [.. points];
    }

    private static void Check(Answer answer, Point[] stored)
    {
        var own = stored.Where(p => p.Request == answer.Request).ToArray();
        Assert.True(answer.Version < stored.Length, $"{answer} tells of a version that is not stored");
        var then = stored[answer.Version];
        switch (answer.Kind)
        {
            case Kind.Accepted when own.Length > 0:
                Assert.Equal((own[^1].Version, own[^1].View), (answer.Version, answer.View));
                break;
            case Kind.Accepted:
                // Nothing had to change: the answer shows a stored state in which its token was there before.
                Assert.Equal(then.View, answer.View);
                Assert.Contains(stored[..((int)answer.Version + 1)], p => p.View.Token == $"{answer.Request.Split('-')[0]}-once");
                break;
            case Kind.Query:
                Assert.Equal(then.View, answer.View);
                break;
            case Kind.Refused:
                Assert.Empty(own);
                Assert.True(then.View.Value > answer.FullAbove, $"{answer} was refused on {then}");
                break;
            case Kind.Replayed:
                Assert.Empty(own);
                Assert.Equal(then.View, answer.View);
                Assert.Equal(answer.Operation, then.View.Token);
                break;
            case Kind.Busy:
                Assert.Empty(own);
                break;
            case Kind.Unknown:
                Assert.True(own.Length is 0 or 1 or 2);
                break;
        }

        // One operation is one event, however often it was repeated.
        if (answer.Operation is { } operation)
            Assert.True(stored.Count(p => p.View.Token == operation) <= 1, $"{operation} was done twice");
    }

    private enum Kind
    {
        Accepted,
        Refused,
        Replayed,
        Query,
        Busy,
        Unknown,
    }

    private sealed record Answer(string Request, Kind Kind, long Version, TallyView? View, int? FullAbove, string? Operation);

    private sealed record Point(long Version, TallyView View, string Request);
}
