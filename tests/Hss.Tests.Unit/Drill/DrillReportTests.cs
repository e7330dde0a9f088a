using Hss.Drill;
using Hss.Drill.Check;
using Hss.Drill.Record;

namespace Hss.Tests.Unit.Drill;

public sealed class DrillReportTests
{
    [Fact]
    public void ACallThatWasAnswered500_IsPrintedWithTheLogLinesAroundIt()
    {
        var failure = new FailedCall("store1.7", "POST /store/api/v1/orders: {}");
        var report = new DrillReport(new("Hss.Api.dll"), new(), [], Cut: 0, Events: 0, [new(Faults.Failed, failure.RequestId, failure.Call)])
        {
            Observed = new([], [], [], [failure])
            {
                Log = [.. Enumerable.Range(0, 100).Select(n => $$"""{"line":{{n}},"request_id":"{{(n == 50 ? "store1.7" : "store1.70")}}"}""")],
            },
        };

        var lines = report.Lines().ToList();

        Assert.Contains($"  answered 500: store1.7: {failure.Call}", lines);
        var log = lines.Where(l => l.StartsWith("  log, store1.7: ", StringComparison.Ordinal)).ToList();
        Assert.Equal(7, log.Count);
        Assert.Contains("\"line\":50,", log[3], StringComparison.Ordinal);
    }

    [Fact]
    public void HowMuchWasLookedAt_IsSaid()
    {
        var report = new DrillReport(new("Hss.Api.dll"), new(), [], Cut: 0, Events: 3, []) { Lists = new(2, 5, []), Observed = new([], [], [], []) };
        Assert.Contains("checked against 3 stored events and 2 list rows with 5 links: no finding", report.Lines());
    }
}
