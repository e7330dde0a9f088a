using Hss.Drill;

if (DrillOptions.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync(DrillOptions.Usage);
    return 2;
}

var report = await DrillRun.Run(options, Console.WriteLine);
foreach (var line in report.Lines())
    Console.WriteLine(line);
return report.Findings.IsEmpty ? 0 : 1;
