using Hss.Bench;

return args switch
{
    ["engine"] => await EngineBench.Run(),
    ["stop", var program] => await EmergencyStopBench.Run(program),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ./dev bench engine   calls of an empty grain method, beside two mailboxes that one would write instead");
    Console.Error.WriteLine("       ./dev bench stop     from an emergency stop until 50 robots are told, beside robots that ask every 5 s");
    return 2;
}
