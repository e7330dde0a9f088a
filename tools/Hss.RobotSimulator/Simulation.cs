using System.Globalization;

namespace Hss.RobotSimulator;

/// <summary>A run: registers robots, lets them drive until it is over, and counts what they carry.</summary>
internal sealed class Simulation(SimulatorOptions options, CancellationTokenSource stop) : IDisposable
{
    private readonly Lock _printing = new();
    private readonly FrameLog _frames = new(options.Frames);
    private int _delivered;

    /// <summary>How much faster than life it goes.</summary>
    public double Speed => options.Speed;

    /// <summary>Whether connections are lost now and then.</summary>
    public bool Faults => options.Faults;

    /// <summary>The server.</summary>
    public Uri Url => options.Url;

    /// <summary>Runs to the end; answers the exit code.</summary>
    public static async Task<int> Run(SimulatorOptions options, CancellationTokenSource stop)
    {
        using var simulation = new Simulation(options, stop);
        return await simulation.Run();
    }

    /// <summary>Says what happens.</summary>
    public void Print(string robot, string what)
    {
        lock (_printing)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:HH:mm:ss.f} {robot,-24} {what}"));
    }

    /// <summary>Keeps a frame for whoever wants to read them.</summary>
    public void Keep(string robot, string direction, string frame) => _frames.Write(robot, direction, frame);

    /// <summary>A task was carried out.</summary>
    public void Delivered()
    {
        if (Interlocked.Increment(ref _delivered) == options.Deliveries)
            stop.Cancel();
    }

    public void Dispose() => _frames.Dispose();

    private async Task<int> Run()
    {
        try
        {
            using var library = new LibraryClient(options.Url);
            await library.SignIn(options.Email, options.Password, stop.Token);
            var plan = new FloorPlan(await library.Waypoints(stop.Token));
            var robots = options.Robots;
            var run = DateTime.UtcNow.ToString("MMdd-HHmmss", CultureInfo.InvariantCulture);
            for (var n = 1; n <= options.Count && options.Robots.IsEmpty; n++)
                robots = robots.Add(await library.Register($"Simulated {run}-{n}", stop.Token));
            Print("", $"{robots.Length} robots, {plan.Count} waypoints, {options.Url}");
            if (options.Seconds is { } seconds)
                stop.CancelAfter(TimeSpan.FromSeconds(seconds));
            await Task.WhenAll(robots.Select((r, n) => new SimulatedRobot(r.Name, r.Credential, plan, new(options.Seed + n), this).Run(stop.Token)));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end came before the beginning.
        }
        catch (HttpRequestException e)
        {
            await Console.Error.WriteLineAsync($"{options.Url}: {e.Message}");
            return 1;
        }

        Print("", $"{_delivered} tasks carried out");
        return options.Deliveries is { } wanted && options.Seconds is not null && _delivered < wanted ? 1 : 0;
    }
}
