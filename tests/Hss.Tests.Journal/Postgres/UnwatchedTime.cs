namespace Hss.Tests.Journal.Postgres;

/// <summary>
/// The system's time, in which nothing happens periodically: a writer that only waits sends nothing by itself (no question whether its connection
/// lives), so that all that the database hears is the test's.
/// </summary>
internal sealed class UnwatchedTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, period == Timeout.InfiniteTimeSpan ? dueTime : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
