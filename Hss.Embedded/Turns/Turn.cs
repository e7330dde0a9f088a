namespace Hss.Embedded.Turns;

/// <summary>A piece of work for a <see cref="TurnScheduler"/>, linked into its queue without a node of its own.</summary>
internal abstract class Turn
{
    /// <summary>The link of the queue that the turn is in; a turn is in at most one at a time.</summary>
    internal Turn? Next;

    /// <summary>Does the work. It must not throw.</summary>
    internal abstract void Run();
}

/// <summary>The rest of an async method after an await, or any other task that was started on the scheduler.</summary>
internal sealed class TaskTurn(TurnScheduler scheduler, Task task) : Turn
{
    internal override void Run() => scheduler.Execute(task);
}

/// <summary>A plain action as a turn.</summary>
internal sealed class ActionTurn(Action action) : Turn
{
    internal override void Run() => action();
}
