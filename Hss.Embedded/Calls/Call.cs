using Hss.Embedded.Activations;

namespace Hss.Embedded.Calls;

/// <summary>One call of a grain method, from the caller's proxy to its answer.</summary>
internal abstract class Call(GrainMethod method, object?[] args) : Request
{
    internal GrainMethod Method => method;

    internal object?[] Args => args;

    /// <summary>The grain that calls; null for code outside grains.</summary>
    internal GrainId? Caller { get; set; }

    internal GrainId Target { get; set; }

    /// <summary>The clock's timestamp when the caller made the call.</summary>
    internal long SentAt { get; set; }

    /// <summary>The links and the owner of the list of calls without an answer; guarded by it.</summary>
    internal PendingCalls.Stripe? Pending { get; set; }

    internal Call? Earlier { get; set; }

    internal Call? Later { get; set; }

    internal override bool MayInterleave => method.AlwaysInterleave;

    internal sealed override void Fail(Exception error)
    {
        Leave();
        Refuse(error);
    }

    internal sealed override void Drop() => Leave();

    /// <summary>Answers with an error a call that is in no mailbox, or whose mailbox place must stay taken until its work has ended.</summary>
    internal abstract void Refuse(Exception error);

    protected void Leave()
    {
        Slot.Leave();
        PendingCalls.Remove(this);
    }
}

/// <summary>A call with an answer of this type; <see cref="NoAnswer"/> for those that answer nothing.</summary>
internal sealed class Call<T>(GrainMethod<T> method, object?[] args) : Call(method, args)
{
    // Asynchronously: the caller's code must not run in the middle of a turn of the grain that answers.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task<T> Answer => _answer.Task;

    internal override bool IsStale => _answer.Task.IsCompleted;

    internal override Task Begin(Grain grain) => method.Invoke(grain, Args);

    internal override void Refuse(Exception error) => _answer.TrySetException(error);

    internal override void Complete(Task task)
    {
        Leave();
        if (task.IsCompletedSuccessfully)
        {
            _answer.TrySetResult(task is Task<T> { Result: var result } ? result : default!);
            return;
        }

        if (task.Exception is { } errors)
        {
            _answer.TrySetException(errors.InnerExceptions);
            return;
        }

        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException cancelled)
        {
            _answer.TrySetException(cancelled);
        }
    }
}

/// <summary>What a call answers whose method answers nothing.</summary>
internal readonly struct NoAnswer;
