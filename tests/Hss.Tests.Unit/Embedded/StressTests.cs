using Hss.Embedded.Turns;

namespace Hss.Tests.Unit.Embedded;

/// <summary>The scheduler under two posting threads: a lost wake-up would leave turns that never run.</summary>
public sealed class StressTests
{
    private const int Posts = 5_000_000;
    private const int Burst = 64;

    [Fact]
    public async Task TenMillionPosts_FromTwoThreads_LoseNoTurn()
    {
        var scheduler = new CountingScheduler();
        await Task.WhenAll(Poster(), Poster());
        await HostFixture.Until(() => scheduler.Ran == 2 * Posts, "the last turn");

        // Short bursts let the scheduler fall asleep again and again, which is when a wake-up can be lost.
        Task Poster() => Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < Posts; i++)
                {
                    scheduler.Post(new CountingTurn(scheduler));
                    if (i % Burst == 0)
                        Thread.SpinWait(20);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    private sealed class CountingScheduler : TurnScheduler
    {
        private long _ran;

        public long Ran => Volatile.Read(ref _ran);

        // Without a lock: only one turn runs at a time.
        public void Count() => Volatile.Write(ref _ran, _ran + 1);
    }

    private sealed class CountingTurn(CountingScheduler owner) : Turn
    {
        internal override void Run() => owner.Count();
    }
}
