using System.Diagnostics;
using Hss.Embedded.Turns;

namespace Hss.Tests.Unit.Embedded;

/// <summary>The scheduler under two posting threads: a lost wake-up would leave turns that never run.</summary>
public sealed class StressTests
{
    private const int Posts = 5_000_000;
    private const int AwaitedOneByOne = 1_000_000;
    private const int Burst = 64;

    [Fact]
    public async Task TenMillionPosts_FromTwoThreads_LoseNoTurn()
    {
        var scheduler = new CountingScheduler();
        var (posted, lost) = (0L, false);
        await Task.WhenAll(Poster(), Poster());
        Assert.False(lost, $"A turn of {Volatile.Read(ref posted):N0} posted was never run");
        Assert.Equal(2L * Posts, scheduler.Ran);

        // After each of the first posts, and then after each burst, the thread waits until its turns have run: then the scheduler falls asleep, and
        // no later post covers a lost wake-up. A plain volatile write of the running flag loses one within 200,000 posts.
        Task Poster() => Task.Factory.StartNew(
            () =>
            {
                var own = new Counter();
                for (var i = 1; i <= Posts && !Volatile.Read(ref lost); i++)
                {
                    scheduler.Post(new CountingTurn(scheduler, own));
                    if (i <= AwaitedOneByOne || i % Burst == 0)
                        WaitFor(own, i);
                }

                Interlocked.Add(ref posted, Posts);
                WaitFor(own, Posts);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

        void WaitFor(Counter own, long count)
        {
            var spinner = new SpinWait();
            for (var waited = Stopwatch.StartNew(); Volatile.Read(ref own.Ran) < count && !Volatile.Read(ref lost); spinner.SpinOnce(sleep1Threshold: -1))
            {
                if (waited.Elapsed > HostFixture.Guard)
                    Volatile.Write(ref lost, true);
            }
        }
    }

    private sealed class Counter
    {
        public long Ran;
    }

    private sealed class CountingScheduler : TurnScheduler
    {
        // Without a lock: only one turn runs at a time.
        public long Ran { get; set; }
    }

    private sealed class CountingTurn(CountingScheduler owner, Counter own) : Turn
    {
        internal override void Run()
        {
            owner.Ran++;
            Volatile.Write(ref own.Ran, own.Ran + 1);
        }
    }
}
