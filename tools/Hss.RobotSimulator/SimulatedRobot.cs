using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Hss.RobotSimulator;

/// <summary>One robot: connects, hears its orders, drives, says where it is, and comes back when its connection is lost. What it carries it keeps in mind.</summary>
internal sealed class SimulatedRobot(string name, string credential, FloorPlan plan, Random random, Simulation simulation)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan IdleBeat = TimeSpan.FromSeconds(2);

    // Longer than the server waits for a silent robot.
    private static readonly TimeSpan LongSilence = TimeSpan.FromSeconds(20);

    // A connection is lost once in so many ticks.
    private const int TicksPerFault = 200;

    private readonly Journey _journey = new(plan, simulation.Speed, what => simulation.Print(name, what));
    private DateTime _lastBeat;
    private long? _stop;
    private long? _acknowledged;

    /// <summary>Simulates it until the run is over.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await RobotConnection.Open(name, credential, simulation, stop);
                simulation.Print(name, "connected");
                var silence = await Drive(connection, stop);
                simulation.Print(name, stop.IsCancellationRequested ? "ends" : $"lost its connection, back in {silence.TotalSeconds:0} s");
                await Task.Delay(silence, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException)
            {
                simulation.Print(name, $"cannot connect: {e.Message}");
                await Task.Delay(TimeSpan.FromSeconds(1), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Until the connection is over; answers how long to stay away.
    private async Task<TimeSpan> Drive(RobotConnection connection, CancellationToken stop)
    {
        var last = DateTime.UtcNow;
        _lastBeat = default;
        while (!stop.IsCancellationRequested && !connection.IsOver)
        {
            while (connection.TryReceive(out var frame))
                Hear(frame!);
            var now = DateTime.UtcNow;
            if (_stop is null)
                _journey.Move(now - last);
            last = now;
            if (_journey.HasNews || _stop != _acknowledged || now - _lastBeat >= (_journey.IsDriving && _stop is null ? Tick : IdleBeat))
                await Beat(connection, now, stop);
            if (simulation.Faults && random.Next(TicksPerFault) == 0)
            {
                connection.Lose();
                return random.Next(4) == 0 ? LongSilence : TimeSpan.FromSeconds(1);
            }

            // Orders are carried out at once, a stop above all.
            await Task.WhenAny(Task.Delay(Tick, stop), connection.Received(stop));
            stop.ThrowIfCancellationRequested();
        }

        return TimeSpan.FromSeconds(1);
    }

    private void Hear(JsonNode frame)
    {
        switch ((string?)frame["type"])
        {
            case "emergency_stop":
                Stop((long)frame["data"]!["emergency_stop_number"]!);
                break;
            case "orders":
                var data = frame["data"]!;
                if ((bool)data["emergency_stop"]!)
                    Stop((long)data["emergency_stop_number"]!);
                else
                    Go();
                if (_journey.Take(data["task"]))
                    simulation.Delivered();
                break;
            case "error":
                _journey.Refused((string)frame["error"]!["code"]!);
                simulation.Print(name, $"refused: {frame["error"]!["code"]} {frame["error"]!["message"]}");
                break;
        }
    }

    private void Stop(long number)
    {
        if (_stop != number)
            simulation.Print(name, $"EMERGENCY STOP {number}");
        _stop = number;
    }

    private void Go()
    {
        if (_stop is not null)
            simulation.Print(name, "goes on");
        (_stop, _acknowledged) = (null, null);
    }

    private async Task Beat(RobotConnection connection, DateTime now, CancellationToken stop)
    {
        _lastBeat = now;
        _acknowledged = _stop;
        await connection.Send(new { type = "heartbeat", id = Guid.NewGuid().ToString("N"), data = _journey.Report(_stop) }, stop);
    }
}
