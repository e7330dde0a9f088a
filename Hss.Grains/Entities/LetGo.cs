using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities;

/// <summary>
/// A commit that no longer needs something below it (a name, a category) leaves with this effect. Its handler asks the entity to settle with
/// that resource, so what was let go is released also after a crash, and never while the entity has taken it again.
/// </summary>
public sealed record LetGo(EntityKey Resource)
{
    /// <summary>The target of the effect.</summary>
    public const string Target = "settle";

    /// <summary>The effect.</summary>
    public static Effect Of(EntityKey resource) => new($"settle/{resource}", Target, new LetGo(resource));
}
