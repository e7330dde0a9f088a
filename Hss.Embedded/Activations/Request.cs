using Hss.Embedded.Turns;

namespace Hss.Embedded.Activations;

/// <summary>Work that occupies an activation from its begin until the task that it returns has ended: a call, a timer's tick, a stream's item.</summary>
internal abstract class Request : Turn
{
    private static readonly Action<Task, object?> OnEnded = static (task, state) => ((Request)state!).End(task);

    private Task? _ended;

    /// <summary>Where the request is bound; set before it is posted.</summary>
    internal GrainSlot Slot { get; set; } = null!;

    /// <summary>True when it may begin while another request is between its awaits.</summary>
    internal virtual bool MayInterleave => false;

    /// <summary>True when nobody waits for it any more; it is then dropped instead of begun.</summary>
    internal abstract bool IsStale { get; }

    /// <summary>True when it is a use of the grain, so that the activation is not idle.</summary>
    internal virtual bool KeepsAlive => true;

    /// <summary>Begins the work on the grain.</summary>
    internal abstract Task Begin(Grain grain);

    /// <summary>The work has ended in this way. Once, in a turn.</summary>
    internal abstract void Complete(Task task);

    /// <summary>The work could not be begun, or ended before it gave a task. Once, in a turn.</summary>
    internal abstract void Fail(Exception error);

    /// <summary>The request is dropped. Once, in a turn.</summary>
    internal virtual void Drop()
    {
    }

    internal override void Run()
    {
        if (_ended is { } task)
            Slot.Finish(this, task);
        else
            Slot.Receive(this);
    }

    /// <summary>Has the slot told when the task ends: at once if it ends in a turn of the slot, else by a turn.</summary>
    internal void Watch(Task task) =>
        task.ContinueWith(OnEnded, this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private void End(Task task)
    {
        _ended = task;
        if (Slot.IsInTurn)
            Run();
        else
            Slot.Post(this);
    }
}
