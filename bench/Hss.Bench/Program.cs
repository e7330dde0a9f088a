using Hss.Bench;
using Hss.Bench.Engine;
using Hss.Bench.Stops;

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
