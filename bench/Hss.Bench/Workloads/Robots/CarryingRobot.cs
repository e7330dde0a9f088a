using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hss.RobotSimulator;

namespace Hss.Bench.Workloads.Robots;

/// <summary>
/// A robot with its session open. It drives as the simulator's robots do, says all of itself every 5 s and whenever there is news of its task, and, while it
/// is on duty, says where it is ten times a second besides.
/// </summary>
internal sealed class CarryingRobot(Uri server, string id, string credential, Journey journey, FleetRecord record) : IAsyncDisposable
{
    /// <summary>Between two positions.</summary>
    public static readonly TimeSpan Telemetry = TimeSpan.FromMilliseconds(100);

    /// <summary>Between two heartbeats.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly Lock _moving = new();
    private Task _reading = Task.CompletedTask;
    private TaskCompletionSource<long> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _task;
    private long? _stop;

    /// <summary>Opens its session.</summary>
    public async Task Connect()
    {
        await _socket.ConnectAsync(new UriBuilder(new Uri(server, "/luna/api/v1/robot/session")) { Scheme = "ws" }.Uri, CancellationToken.None);
        await Send(new { type = "sign_in", data = new { robot = id, credential } });
        _reading = Read();
        await Beat();
    }

    /// <summary>When its session tells it of the next stop, by <see cref="Stopwatch"/>.</summary>
    public Task<long> Told()
    {
        _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _told.Task;
    }

    /// <summary>Stands and beats until it is told to end.</summary>
    /// <param name="phase">When the first heartbeat is, so that not all are at once.</param>
    public async Task Stand(TimeSpan phase, CancellationToken end)
    {
        await Task.Delay(phase, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!end.IsCancellationRequested)
        {
            await Beat();
            await Task.Delay(Heartbeat, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Drives, and carries what it is given, until it is told to end.</summary>
    /// <param name="phase">When the first position is, so that not all are at once.</param>
    public async Task Drive(TimeSpan phase, CancellationToken end)
    {
        await Task.Delay(phase, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var timer = new PeriodicTimer(Telemetry);
        var (last, beaten) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        while (!end.IsCancellationRequested)
        {
            var now = Stopwatch.GetTimestamp();
            var (hasNews, position) = Move(Stopwatch.GetElapsedTime(last, now));
            if (hasNews || Stopwatch.GetElapsedTime(beaten, now) >= Heartbeat)
            {
                await Beat();
                beaten = now;
            }
            else
            {
                await Send(new { type = "heartbeat", data = new { position } });
            }

            last = now;
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
    }

    // Whether there is something to say of its task, and where it is.
    private (bool HasNews, object Position) Move(TimeSpan time)
    {
        lock (_moving)
        {
            if (_stop is null)
                journey.Move(time);
            return (journey.HasNews, journey.Position);
        }
    }

    private Task Beat()
    {
        lock (_moving)
            return Send(new { type = "heartbeat", data = journey.Report(_stop) });
    }

    private async Task Read()
    {
        try
        {
            var buffer = new byte[16 * 1024];
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                    return;
                await Hear(JsonNode.Parse(buffer.AsSpan(0, length))!, Stopwatch.GetTimestamp());
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // It was ended.
        }
    }

    private async Task Hear(JsonNode frame, long at)
    {
        switch ((string?)frame["type"])
        {
            case "emergency_stop":
                _told.TrySetResult(at);
                lock (_moving)
                    _stop = (long)frame["data"]!["emergency_stop_number"]!;
                await Beat();
                break;
            case "orders":
                Take(frame["data"]!, at);
                break;
            case "error":
                record.FrameRefused();
                lock (_moving)
                    journey.Refused((string)frame["error"]!["code"]!);
                break;
        }
    }

    private void Take(JsonNode orders, long at)
    {
        lock (_moving)
        {
            _stop = (bool)orders["emergency_stop"]! ? (long)orders["emergency_stop_number"]! : null;
            if (journey.Take(orders["task"]))
                record.CarriedOut();
            var task = (string?)orders["task"]?["task_id"];
            if (task is not null && task != _task)
                record.HandedOut(task, id, at);
            _task = task;
        }
    }

    private async Task Send(object frame)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(frame);
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            record.FrameSent();
        }
        finally
        {
            _sending.Release();
        }
    }
}
