using Hss.Bench;

return args switch
{
    ["engine"] => await EngineBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ./dev bench engine   calls of an empty grain method, beside two mailboxes that one would write instead");
    return 2;
}
