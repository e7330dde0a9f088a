using System.Runtime.InteropServices;
using Hss.Drill;

// A signal by itself ends the process without a word to those who wait for its end, and would leave the servers running.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static _ => Environment.Exit(130));
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static _ => Environment.Exit(143));

if (DrillOptions.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync(DrillOptions.Usage);
    return 2;
}

var report = await DrillRun.Run(options, Console.WriteLine);
foreach (var line in report.Lines())
    Console.WriteLine(line);
return report.Findings.IsEmpty ? 0 : 1;
