using System.Runtime.InteropServices;
using Hss.RobotSimulator;

if (!SimulatorOptions.TryRead(args, out var options, out var fault))
{
    await Console.Error.WriteLineAsync($"{fault}\n\n{SimulatorOptions.Usage}");
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
return await Simulation.Run(options, stop);

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
