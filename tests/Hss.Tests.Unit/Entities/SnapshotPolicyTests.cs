using Hss.Grains.Entities;

namespace Hss.Tests.Unit.Entities;

public sealed class SnapshotPolicyTests
{
    private const int Large = 100 * SnapshotPolicy.EventsPerSnapshot * 10;
    private static readonly string State = new('x', Large);

    [Fact]
    public void Next_OfASmallState_IsWrittenAtEveryCommit()
    {
        var policy = new SnapshotPolicy(1, SnapshotPolicy.SmallState - 1);

        Assert.Equal("{}", policy.Next(2, 10, static () => "{}"));
    }

    [Fact]
    public void Next_WithoutEvents_WritesNothing() => Assert.Null(new SnapshotPolicy(1, 10).Next(1, 0, static () => "{}"));

    [Theory]
    [InlineData(63, Large, false)]
    [InlineData(64, Large - 1, false)]
    [InlineData(64, Large, true)]
    [InlineData(1000, Large - 1, false)]
    [InlineData(1000, Large + 1, true)]
    public void Next_OfALargeState_IsWrittenAfter64EventsThatAreAsLongAsIt(int events, int length, bool written)
    {
        var policy = new SnapshotPolicy();
        policy.Wrote(1, 10, policy.Next(1, 10, static () => State));
        // All but the last event first, without the state.
        Assert.Null(policy.Next(2, 1, static () => State));
        policy.Wrote(events, length - 7, null);

        Assert.Equal(written, policy.Next(1 + events, 7, static () => State) is not null);
    }

    [Fact]
    public void Next_AfterALoad_CountsTheEventsThatWereFolded()
    {
        Assert.Null(new SnapshotPolicy(1, Large, Large - 8).Next(100, 7, static () => State));
        Assert.NotNull(new SnapshotPolicy(1, Large, Large - 7).Next(100, 7, static () => State));
    }

    [Fact]
    public void Next_WhenTheWriteFailed_IsWrittenAgain()
    {
        var policy = new SnapshotPolicy(1, Large, Large);

        Assert.NotNull(policy.Next(100, 7, static () => State));
        Assert.NotNull(policy.Next(100, 7, static () => State));
    }
}
