using System.Globalization;
using Hss.Bench.Servers;
using Hss.RobotSimulator;

namespace Hss.Bench.Workloads.Robots;

/// <summary>Robots on a floor, and the librarians who have things carried there.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    // A delivery of about 100 s takes about 5 s.
    private const double Speed = 20;
    private const int Across = 4;
    private const int Between = 10;
    private const int AtOnce = 16;
    private const string Api = "luna/api/v1";

    private readonly Product _product;
    private readonly string[] _places;
    private readonly CarryingRobot[] _robots;

    private Fleet(Product product, string[] places, CarryingRobot[] robots, FleetRecord record) => (_product, _places, _robots, Record) = (product, places, robots, record);

    /// <summary>What happens.</summary>
    public FleetRecord Record { get; }

    /// <summary>Makes waypoints, registers robots, and opens their sessions.</summary>
    public static async Task<Fleet> Open(Product product, int count)
    {
        var waypoints = Enumerable.Range(0, Across * Across)
            .Select(n => (Name: $"Place {n}", Code: n == 0 ? "DOCK" : $"P{n}", Place: new Place(n % Across * Between, n / Across * Between)))
            .ToList();
        foreach (var (name, code, place) in waypoints)
            await product.Post($"{Api}/robot/waypoints", new { name, location_code = code, x_coordinate = place.X, y_coordinate = place.Y });
        var record = new FleetRecord();
        var robots = new CarryingRobot[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (n, _) =>
        {
            var robot = (await product.Post($"{Api}/robot", new { robot_name = string.Create(CultureInfo.InvariantCulture, $"bench-{n:000}") }))["data"]!;
            robots[n] = new(product.Server.Url, (string)robot["id"]!, (string)robot["credential"]!, new Journey(new(waypoints), Speed, static _ => { }), record);
            await robots[n].Connect();
        });
        return new(product, [.. waypoints.Select(w => w.Name)], robots, record);
    }

    /// <summary>All of them stand and beat until told to end.</summary>
    public Task Stand(CancellationToken end) => All((robot, part) => robot.Stand(CarryingRobot.Heartbeat * part, end));

    /// <summary>All of them are on duty until told to end.</summary>
    public Task Drive(CancellationToken end) => All((robot, part) => robot.Drive(CarryingRobot.Telemetry * part, end));

    /// <summary>When each is told of the next stop.</summary>
    public IEnumerable<Task<long>> Told() => _robots.Select(r => r.Told());

    /// <summary>Has things carried from place to place, one at a time at equal distances, until told to end.</summary>
    public async Task Deliver(TimeSpan every, CancellationToken end)
    {
        using var timer = new PeriodicTimer(every);
        var deliveries = new List<Task>();
        for (var n = 0; !end.IsCancellationRequested; n++)
        {
            deliveries.Add(Deliver(_places[n % _places.Length], _places[((n * 7) + 3) % _places.Length]));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        await Task.WhenAll(deliveries);
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_robots.Select(async r => await r.DisposeAsync()));

    private async Task Deliver(string from, string to)
    {
        var made = await _product.Post($"{Api}/deliveries/inter-staff", new { source_location = from, destination_location = to });
        var task = (string)made["data"]!["id"]!;
        Record.IsReady(task);
        await _product.Post($"{Api}/deliveries/{task}/book-placed", new { });
    }

    private Task All(Func<CarryingRobot, double, Task> act) => Task.WhenAll(_robots.Select((r, n) => Task.Run(() => act(r, n / (double)_robots.Length))));
}
