using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hss.Bench.Stops;

/// <summary>A robot that stands still and listens: over its session, or by asking.</summary>
internal sealed class BenchRobot(Uri server, string id, string credential) : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private Task _reading = Task.CompletedTask;
    private TaskCompletionSource<long> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Opens its session, and beats once.</summary>
    public async Task Connect()
    {
        await _socket.ConnectAsync(new UriBuilder(new Uri(server, "/luna/api/v1/robot/session")) { Scheme = "ws" }.Uri, CancellationToken.None);
        await Send(new { type = "sign_in", data = new { robot = id, credential } });
        _reading = Read();
        await Send(new { type = "heartbeat", data = new { status = "IDLE", battery_level = 1.0 } });
    }

    /// <summary>Beats at equal times until it is told to end; how often it did.</summary>
    public async Task<long> Beat(TimeSpan phase, TimeSpan every, CancellationToken end)
    {
        var beats = 0L;
        try
        {
            await Task.Delay(phase, end);
            using var timer = new PeriodicTimer(every);
            do
            {
                await Send(new { type = "heartbeat", data = new { status = "IDLE", battery_level = 1.0 } });
                beats++;
            }
            while (await timer.WaitForNextTickAsync(end));
        }
        catch (OperationCanceledException)
        {
            // That was all.
        }

        return beats;
    }

    /// <summary>When its session tells it of the next stop, by <see cref="Stopwatch"/>.</summary>
    public Task<long> Told()
    {
        _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _told.Task;
    }

    /// <summary>When a heartbeat's answer tells it of the next stop.</summary>
    /// <param name="phase">When the first heartbeat is, so that not all are at once.</param>
    public async Task<long> Polled(TimeSpan phase, TimeSpan every)
    {
        using var http = new HttpClient { BaseAddress = server };
        var signedIn = await (await http.PostAsJsonAsync(new Uri($"luna/api/v1/robot/{id}/sign-in", UriKind.Relative), new { credential })).Content.ReadFromJsonAsync<JsonNode>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)signedIn!["data"]!["access_token"]!);
        await Task.Delay(phase);
        while (true)
        {
            using var answer = await http.PostAsJsonAsync(new Uri($"luna/api/v1/robot/{id}/heartbeat", UriKind.Relative), new { status = "IDLE" });
            if ((bool)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["data"]!["emergency_stop"]!)
                return Stopwatch.GetTimestamp();
            await Task.Delay(every);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task Read()
    {
        try
        {
            var buffer = new byte[16 * 1024];
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    return;
                var now = Stopwatch.GetTimestamp();
                var frame = JsonNode.Parse(buffer.AsSpan(0, part.Count))!;
                if ((string?)frame["type"] != "emergency_stop")
                    continue;
                _told.TrySetResult(now);
                await Send(new { type = "heartbeat", data = new { emergency_stop_acknowledged = (long)frame["data"]!["emergency_stop_number"]! } });
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // It was ended.
        }
    }

    private async Task Send(object frame)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(frame), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }
}
