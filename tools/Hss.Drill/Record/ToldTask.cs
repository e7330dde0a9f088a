namespace Hss.Drill.Record;

/// <summary>A task that a robot was given by its orders.</summary>
/// <param name="Robot">The robot's id.</param>
/// <param name="Delivery">What it was to carry out.</param>
/// <param name="Token">Under which fencing token.</param>
internal sealed record ToldTask(string Robot, string Delivery, long Token)
{
    /// <summary>Whether it reported the task as done, and was answered that this is taken.</summary>
    public bool Done { get; init; }
}
