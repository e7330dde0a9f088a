using System.Diagnostics;
using Hss.Drill.Check;
using Hss.Drill.Load;
using Hss.Drill.Machines;
using Hss.Drill.Record;

namespace Hss.Drill;

/// <summary>A drill from its first sign-in to its report.</summary>
internal static class DrillRun
{
    // For callers who still wait for an answer when the load is over: the server runs, so it comes.
    private static readonly TimeSpan LastAnswers = TimeSpan.FromMinutes(2);

    /// <summary>Runs it.</summary>
    /// <param name="options">How.</param>
    /// <param name="say">Told what happens.</param>
    public static async Task<DrillReport> Run(DrillOptions options, Action<string> say)
    {
        using var target = await Target.Start(options);
        using var stop = new CancellationTokenSource();
        using var off = new CancellationTokenSource();
        using var giveUp = new CancellationTokenSource();
        var record = new RunRecord();
        var stage = await Stage.Set(target, record, options.Seed, options.Callers, giveUp.Token);
        say($"drill: seed {options.Seed}");

        var robots = Task.WhenAll(stage.Robots.Select(r => Task.Run(() => r.Run(off.Token))));
        var callers = Task.WhenAll(stage.Loads.Select(l => Task.Run(() => Repeat(l, stop.Token))));
        var (kills, cut) = await Kill(target, options, callers, robots, say);
        await stop.CancelAsync();
        giveUp.CancelAfter(LastAnswers);
        await callers;

        using var reading = new CancellationTokenSource();
        var (operators, manager) = (stage.Operator.Until(reading.Token), stage.Manager.Until(reading.Token));
        var reader = new AuditReader(operators, manager, stage.Products);
        var over = Stopwatch.GetTimestamp();
        // Robots carry what is asked for until nothing is left.
        await reader.Settle(s => StockBooks.Find(s).Count() + Deliveries.Open(s).Count() + Notices.Find(s).Count() + Mails.Find(target.Mails.Mails, s).Count());
        say($"at rest {Stopwatch.GetElapsedTime(over).TotalSeconds:0} s after the load");
        await off.CancelAsync();
        await robots;
        var stored = await reader.Read();
        var observed = record.With(target.Mails.Mails, [.. target.Log()]);
        target.End();
        stored = stored with { Lists = await ListReader.Read(target.Settings()) };
        var findings = Checker.Check(observed, stored);
        if (target.EndedByItself > 0)
            findings = findings.Add(new(Faults.Ended, "server", $"it was gone {target.EndedByItself} times without having been killed"));
        return new(options, record, kills, cut, stored.Events.Length, findings) { Lists = stored.Lists, Observed = observed, UnansweredMails = target.Mails.Unanswered };
    }

    private static async Task Repeat(ILoad load, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            await load.Round(stop);
    }

    // Only what runs undisturbed is counted: on a busy machine a start takes long, and the load would be over before it began.
    private static async Task<(List<KillKind> Kills, int Cut)> Kill(Target target, DrillOptions options, Task callers, Task robots, Action<string> say)
    {
        var (kills, cut, left) = (new List<KillKind>(), 0, options.Duration);
        var random = new Random(options.Seed);
        foreach (var next in KillPlan.Of(options.Seed, target.HasPostgres))
        {
            // A caller that failed ends the drill: that is a fault of the drill's.
            await Task.WhenAny(callers, robots, Task.Delay(next.After < left ? next.After : left));
            left -= next.After;
            if (left <= TimeSpan.Zero || callers.IsCompleted || robots.IsCompleted)
                break;
            say($"kill {next.Kind}, {left.TotalSeconds:0} s left");
            kills.Add(next.Kind);
            switch (next.Kind)
            {
                case KillKind.Server:
                    await target.KillServer(next.Away);
                    break;
                case KillKind.Postgres:
                    await target.KillPostgres(next.Away);
                    break;
                default:
                    cut += target.Connections.Cut(random);
                    break;
            }
        }

        await target.Revive();
        return (kills, cut);
    }
}
