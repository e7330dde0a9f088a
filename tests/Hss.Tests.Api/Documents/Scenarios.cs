using Hss.Api.Platform;

namespace Hss.Tests.Api.Documents;

/// <summary>
/// For each operation of each mount a call that succeeds. A new operation needs one line in its mount's table, by the name that the failing test
/// says: <c>["GET /sams/api/v1/assets/{id}"] = async s => await (await s.Operator).Get($"/sams/api/v1/assets/{await s.Asset()}")</c>. The line makes what it
/// needs (demonstration data may be read, but what changes must be the line's own) and answers the answer. Bodies and answers are held to the
/// document on the way (<see cref="DocumentWatch"/>), so the line asserts nothing.
/// </summary>
internal sealed class Scenarios : Dictionary<string, Func<Stage, Task<ApiAnswer>>>
{
    /// <summary>The table of a mount.</summary>
    public static Scenarios Of(Mount mount)
    {
        Scenarios table = mount.Name switch
        {
            "platform" => PlatformScenarios.All,
            "hss" => HssScenarios.All,
            "store" => StoreScenarios.All,
            "sams" => SamsScenarios.All.And(SamsAssetScenarios.All).And(WorkflowScenarios.All).And(StatisticsScenarios.All).And(SamsFileScenarios.All),
            "reservia" => ReserviaScenarios.All,
            "luna" => LunaAuthScenarios.All.And(LunaBookScenarios.All).And(LunaDeliveryScenarios.All).And(LunaRobotScenarios.All).And(LunaNotificationScenarios.All),
            _ => [],
        };
        var health = $"{mount.Path}/health";
        table[$"GET {health}"] = s => s.Nobody.Get(health);
        return table;
    }

    /// <summary>This table and another of the same mount.</summary>
    public Scenarios And(Scenarios more)
    {
        foreach (var (operation, play) in more)
            Add(operation, play);
        return this;
    }
}
