using System.Runtime.InteropServices;
using Hss.Bench;
using Hss.Bench.Engine;
using Hss.Bench.Stops;

// A signal by itself ends the process without a word to those who wait for its end, and would leave the servers running.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static _ => Environment.Exit(130));
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static _ => Environment.Exit(143));

return args switch
{
    ["engine"] => await EngineBench.Run(),
    ["stop", var program] => await EmergencyStopBench.Run(program),
    ["run", .. var rest] => await BenchRun.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ./dev bench   see ./dev help");
    return 2;
}
