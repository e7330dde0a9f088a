using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Reservations;

namespace Hss.Grains.Reservations;

/// <summary>The rules of a resource itself: that it is made once, has a name of its own, and hands out what its admin gives it.</summary>
public static class ResourceRules
{
    /// <summary>Whether the resource may still be made here.</summary>
    public static Decision MayAdd(QueueState state) => state.Status switch
    {
        "" => Decision.Unchanged,
        QueueState.Abandoned => Decision.Refuse(RefusalCodes.Unavailable, "The resource could not be made in time; try again"),
        _ => Decision.Refuse(RefusalCodes.Conflict, "The resource exists"),
    };

    /// <summary>Makes it.</summary>
    public static Decision Add(QueueState state, AddResource command, DateTimeOffset now) => MayAdd(state).Refusal is { } refusal
        ? refusal
        : Decision.Accept(new ResourceAdded(command.Name, command.UniqueName, command.Comment, command.Capacity, now));

    /// <summary>Changes what is named and really new, then hands out the places that are free by it.</summary>
    public static Decision Modify(QueueState state, ModifyResource command, ReservationOptions options, DateTimeOffset now)
    {
        if (!state.Exists)
            return QueueRules.NotFound(state);
        var change = new ResourceModified(
            New(command.Name, state.Name),
            command.UniqueName is { } name && name != state.UniqueName ? name : null,
            New(command.Comment, state.Comment),
            command.Capacity is { } capacity && capacity != state.Capacity ? capacity : null,
            New(command.Availability, state.Availability),
            now);
        if (change is { Name: null, UniqueName: null, Comment: null, Capacity: null, Availability: null })
            return Decision.Unchanged;
        var decision = QueueDraft.Begin(state, options, now).Add(change).HandOver().Decide();
        return change.UniqueName is null ? decision : decision.With(LetGo.Of(state.UniqueName));
    }

    /// <summary>Why a resource is not made or renamed (the fact file's words).</summary>
    public static Refusal NameTaken(string name) => new(ReservationCodes.NameTaken, $"Resource name '{name}' already exists");

    /// <summary>Decides, once and for all, that a resource which was not made is never made.</summary>
    public static Decision Settle(QueueState state, DateTimeOffset now) =>
        state.Status.Length == 0 ? Decision.Accept(new ResourceAbandoned(now)) : Decision.Unchanged;

    private static string? New(string? wanted, string? now) => wanted == now ? null : wanted;
}
