using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Admin;

/// <summary>What operators did by hand to one effect, so that it can be shown who did it and why. Keyed by the effect's digest.</summary>
[GrainTier(GrainTier.Platform), Alias("hss.admin.operator-log")]
public interface IOperatorLogGrain : IEntityGrain
{
    /// <summary>Notes an action.</summary>
    [Alias("note")]
    Task<Outcome<bool>> Note(CallContext context, string action, string subject, string reason);
}
