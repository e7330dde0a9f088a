using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Deliveries;

/// <summary>What a delivery holds below it, and where each stands by the delivery's durable state.</summary>
public static class DeliveryParties
{
    /// <summary>The title's key.</summary>
    public static EntityKey Book(string id) => new(BookKindName, id);

    /// <summary>The robot's key.</summary>
    public static EntityKey Robot(string id) => new(RobotKindName, id);

    /// <summary>The stored name of titles.</summary>
    public const string BookKindName = "book";

    /// <summary>The stored name of robots.</summary>
    public const string RobotKindName = "robot";

    /// <summary>What the title is to be told.</summary>
    public static BookStep StepOf(DeliveryState state) => state switch
    {
        { Exists: false } => BookStep.Release,
        { IsOpen: true } => BookStep.Confirm,
        { End: AskedStatus.Completed, IsRequest: true } => BookStep.CheckOut,
        { End: AskedStatus.Completed, IsReturn: true } => BookStep.Return,
        _ => BookStep.Release,
    };

    /// <summary>Whether the title is held, and so must hear of the end.</summary>
    public static bool EndsFor(string? bookId, DeliveryState before, DeliveryState after) =>
        bookId is not null && (after.IsRequest || after.IsReturn) && before.IsOpen && !after.IsOpen;

    /// <summary>Whether the robot is let go. One that is lost has let go itself.</summary>
    public static bool LeavesRobot(DeliveryState before, DeliveryState after) => before.IsWithRobot && !after.IsWithRobot && !after.HasOpenTask;

    /// <summary>The effects that reach the title and the robot also after a crash.</summary>
    internal static ImmutableArray<Effect> LetGo(DeliveryState before, DeliveryState after)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>(2);
        if (EndsFor(after.BookId, before, after))
            effects.Add(Entities.LetGo.Of(Book(after.BookId!)));
        if (LeavesRobot(before, after))
            effects.Add(Entities.LetGo.Of(Robot(before.Task!.RobotId!)));
        return effects.ToImmutable();
    }
}

/// <summary>Where a title stands in a delivery.</summary>
public enum BookStep
{
    /// <summary>The reservation, place or announcement is durable.</summary>
    Confirm,

    /// <summary>It is given up.</summary>
    Release,

    /// <summary>The copy is in its reader's hands.</summary>
    CheckOut,

    /// <summary>The copy is back.</summary>
    Return,
}
