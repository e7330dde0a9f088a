using Hss.Bench.Results;
using Hss.Bench.Workloads;

namespace Hss.Tests.Unit.Bench;

public sealed class TurnsTests
{
    [Fact]
    public void Rounds_HaveEverySideOnce_AndEachBeginsInTurn()
    {
        var rounds = Enumerable.Range(1, 4).Select(n => Turns.Of(Turns.All, n).ToArray()).ToList();
        Assert.All(rounds, r => Assert.Equal(Turns.All, r.Order()));
        Assert.Equal([Side.Ours, Side.Usual, Side.Tuned, Side.Ours], rounds.Select(r => r[0]));
    }
}
