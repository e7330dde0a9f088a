using System.Collections.Immutable;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Library.Deliveries;

namespace Hss.Silo.Library.Deliveries;

/// <summary>A task's way from one status to the next.</summary>
/// <param name="Version">Its place in the delivery's life.</param>
/// <param name="From">Null for the task's beginning.</param>
/// <param name="Actor">Who: an account, a robot's caller, or <c>system</c>.</param>
public sealed record TaskMove(long Version, string? From, string To, DateTimeOffset At, string Actor, string? Reason);

/// <summary>What happened to a task, read from its delivery's events.</summary>
public sealed class DeliveryHistory(IJournal journal, EntityCodec codec)
{
    /// <summary>Each change of the task's status, oldest first.</summary>
    public async Task<ImmutableArray<TaskMove>> Of(string id, CancellationToken cancellation)
    {
        var kind = DeliveryKind.Instance;
        var events = await journal.Events(new() { Kind = kind.Name, Id = id, Limit = int.MaxValue }, cancellation).ConfigureAwait(false);
        var (state, moves) = (kind.Initial(id), ImmutableArray.CreateBuilder<TaskMove>());
        foreach (var stored in events)
        {
            var happened = codec.DecodeEvent(kind, stored.Key, stored.Event);
            var before = state.Task?.Status;
            state = kind.Apply(state, happened);
            if (state.Task?.Status is not { } now || now == before)
                continue;
            var reason = happened switch
            {
                TaskStarted s => s.Reason,
                TaskCompleted c => c.Reason,
                DeliveryStopped s => s.Reason,
                TaskReturned => "The robot was lost",
                _ => null,
            };
            moves.Add(new(stored.Event.Version, before, now, stored.Event.At, stored.Event.Actor, reason));
        }

        return moves.ToImmutable();
    }
}
