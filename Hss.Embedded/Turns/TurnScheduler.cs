namespace Hss.Embedded.Turns;

/// <summary>
/// Runs turns one at a time, in the order in which they were posted, on the thread pool. Awaits inside a turn come back as turns, because it is
/// the current <see cref="TaskScheduler"/> of whatever it runs.
/// </summary>
/// <remarks>
/// The inbox is a stack that producers push with one compare-and-swap; the single consumer takes all of it at once and turns it round.
/// </remarks>
internal abstract class TurnScheduler : TaskScheduler, IThreadPoolWorkItem
{
    /// <summary>A busy scheduler goes to the end of the pool's queue after so many turns, so that it starves nobody.</summary>
    private const int TurnBudget = 128;

    private static readonly Action<object?> RunBudget = static self => ((TurnScheduler)self!).RunTurns();

    [ThreadStatic]
    private static TurnScheduler? _onThisThread;

    private Turn? _inbox;
    private Turn? _taken;
    private Task? _frame;
    private int _running;

    public sealed override int MaximumConcurrencyLevel => 1;

    /// <summary>True on the thread that runs a turn of this scheduler now.</summary>
    protected bool InTurn => ReferenceEquals(_onThisThread, this);

    /// <summary>Adds a turn. Any thread.</summary>
    internal void Post(Turn turn)
    {
        var head = Volatile.Read(ref _inbox);
        while (true)
        {
            turn.Next = head;
            var seen = Interlocked.CompareExchange(ref _inbox, turn, head);
            if (ReferenceEquals(seen, head))
                break;
            head = seen;
        }

        // The swap above is a full fence: either this read sees that nobody runs, or the one who clears the flag sees the turn.
        if (Volatile.Read(ref _running) == 0)
            Wake();
    }

    void IThreadPoolWorkItem.Execute()
    {
        // Only inside a task of its own is this the current scheduler; Start binds the task to it and comes back through QueueTask.
        var frame = new Task(RunBudget, this, CancellationToken.None, TaskCreationOptions.None);
        _frame = frame;
        frame.Start(this);
        TryExecuteTask(frame);
        if (HasTurns)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return;
        }

        // A full fence is needed between clearing the flag and looking again: with a plain volatile write the look may come first, and a
        // turn posted in between would find the flag still set and never be run.
        Interlocked.Exchange(ref _running, 0);
        if (Volatile.Read(ref _inbox) is not null)
            Wake();
    }

    internal void Execute(Task task) => TryExecuteTask(task);

    /// <summary>Work that became possible by the turns before; it goes before newer turns. False when there is none.</summary>
    protected virtual bool TryRunWaiting() => false;

    /// <summary>True when <see cref="TryRunWaiting"/> would do something.</summary>
    protected virtual bool HasWaiting => false;

    protected sealed override void QueueTask(Task task)
    {
        if (!ReferenceEquals(task, _frame))
            Post(new TaskTurn(this, task));
    }

    /// <summary>
    /// Never inline: code that completes a task another call awaits would run that call in its own middle, and calls may interleave only at awaits.
    /// </summary>
    protected sealed override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected sealed override IEnumerable<Task> GetScheduledTasks() => [];

    private bool HasTurns => _taken is not null || Volatile.Read(ref _inbox) is not null || HasWaiting;

    private void Wake()
    {
        if (Interlocked.Exchange(ref _running, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void RunTurns()
    {
        _onThisThread = this;
        for (var left = TurnBudget; left > 0; left--)
        {
            if (TryRunWaiting())
                continue;
            if (Take() is not { } turn)
                break;
            turn.Run();
        }

        _onThisThread = null;
    }

    private Turn? Take()
    {
        if (_taken is null)
        {
            for (var newest = Interlocked.Exchange(ref _inbox, null); newest is not null;)
            {
                var older = newest.Next;
                newest.Next = _taken;
                _taken = newest;
                newest = older;
            }
        }

        var turn = _taken;
        if (turn is null)
            return null;
        _taken = turn.Next;
        turn.Next = null;
        return turn;
    }
}
