using Hss.Drill;
using Hss.Drill.Machines;
using Hss.Drill.Record;

namespace Hss.Tests.Api.Drill;

/// <summary><c>./dev drill</c>, one minute of it: all five systems at once, while server, PostgreSQL and connections are killed.</summary>
public sealed class DrillTests
{
    // One step of each system that comes late in a round.
    private static readonly string[] Late = ["booking.pay", "order.place", "workflow.checkin", "reservation.release", "return.picked_up"];

    [Fact]
    public async Task MixedLoad_UnderKillsOfServerPostgresAndConnections_IsAsItsCallersWereTold()
    {
        var options = new DrillOptions(Path.Combine(AppContext.BaseDirectory, "Hss.Api.dll")) { Duration = TimeSpan.FromMinutes(1), Seed = 7, Callers = 2 };
        var report = await DrillRun.Run(options, _ => { });

        Assert.True(report.Findings.IsEmpty, string.Join('\n', report.Lines()));
        // Otherwise it was none: everything was killed, answers were lost and came after all, and no system stood aside.
        Assert.Equal([KillKind.Server, KillKind.Postgres, KillKind.Connections], report.Kills.Distinct().Order());
        Assert.NotEmpty(report.Record.Repeats);
        Assert.NotEmpty(report.Observed.Log);
        Assert.Contains(report.Observed.Tasks, t => t.Done);
        Assert.NotEqual(0, report.UnansweredMails);
        Assert.True(report.Lists is { Entities: > 1000, Links: > 10 }, $"{report.Lists}");
        Assert.Empty(Late.Except(report.Record.Writes.Where(w => w.Outcome == WriteOutcome.Acknowledged).Select(w => w.Step)));
    }
}
