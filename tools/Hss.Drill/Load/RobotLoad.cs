using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hss.Drill.Machines;
using Hss.Drill.Record;

namespace Hss.Drill.Load;

/// <summary>
/// A robot of /luna: hears its orders over its WebSocket, carries them out without driving, and comes back when its connection is lost. What it carries it
/// keeps in mind, and goes on with it: the server must know whether it may. Now and then it is silent for so long that it counts as lost.
/// </summary>
/// <param name="id">As it was registered.</param>
/// <param name="silence">Longer than the server waits for a silent robot.</param>
internal sealed class RobotLoad(Target target, RunRecord record, string id, string credential, Random random, TimeSpan silence)
{
    private const string Session = "/luna/api/v1/robot/session";
    private const int SilentOneIn = 120;

    // No answer for so long: the connection is dead, though nobody said so.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly byte[] _buffer = new byte[64 * 1024];
    private CarriedTask? _task;
    private int _sessions;

    /// <summary>Carries things until it is switched off.</summary>
    public async Task Run(CancellationToken off)
    {
        while (!off.IsCancellationRequested)
        {
            using var socket = new ClientWebSocket();
            try
            {
                await Connect(socket, off);
                await Work(socket, off);
                await Rest(silence, off);
            }
            catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException or OperationCanceledException)
            {
                if (socket.HttpStatusCode == HttpStatusCode.InternalServerError)
                    record.Failed(Name, $"GET {Session}");
                record.Lost("robot's session lost");
                await Rest(TimeSpan.FromMilliseconds(random.Next(50, 400)), off);
            }
        }
    }

    private string Name => $"{id}.{_sessions}";

    private static async Task Rest(TimeSpan time, CancellationToken off) => await Task.Delay(time, off).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task Connect(ClientWebSocket socket, CancellationToken off)
    {
        using var patience = Guard(off);
        _sessions++;
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("X-Request-Id", Name);
        await socket.ConnectAsync(new UriBuilder(new Uri(target.Url, Session)) { Scheme = "ws" }.Uri, target.Connections.Sockets, patience.Token);
        await Send(socket, new { type = "sign_in", data = new { robot = id, credential } }, patience.Token);
    }

    // Ends when it is to be silent for a while.
    private async Task Work(ClientWebSocket socket, CancellationToken off)
    {
        for (var beat = 1; !off.IsCancellationRequested; beat++)
        {
            using var patience = Guard(off);
            var report = _task?.Report();
            await Send(socket, new { type = "heartbeat", id = $"{beat}", data = Says(report) }, patience.Token);
            await Answer(socket, $"{beat}", report, patience.Token);
            if (_task is not null && random.Next(SilentOneIn) == 0)
                return;
            await Rest(TimeSpan.FromMilliseconds(random.Next(50, 150)), off);
        }
    }

    private Dictionary<string, object> Says(object? report)
    {
        var says = new Dictionary<string, object> { ["status"] = _task is null ? "IDLE" : "BUSY", ["battery_level"] = 0.9 };
        if (report is not null)
            says["task"] = report;
        return says;
    }

    // Reads until its heartbeat is answered; orders that come by themselves are orders, too.
    private async Task Answer(ClientWebSocket socket, string beat, object? report, CancellationToken cancellation)
    {
        var reported = report is null ? null : _task;
        while (true)
        {
            var frame = await Receive(socket, cancellation);
            var answers = (string?)frame["reply_to"] == beat;
            switch ((string?)frame["type"])
            {
                case "orders":
                    if (answers && reported is { SaidDone: true })
                        record.Told(new(id, reported.Delivery, reported.Token) { Done = true });
                    Take(frame["data"]!["task"]);
                    break;
                case "error" when (string?)frame["error"]!["code"] == "STALE_FENCING_TOKEN":
                    _task = null;
                    break;
                case "error" when (string?)frame["error"]!["code"] == "INTERNAL_ERROR":
                    record.Failed(Name, $"heartbeat: {frame.ToJsonString()}");
                    break;
            }

            if (answers)
                return;
        }
    }

    private void Take(JsonNode? task)
    {
        if (task is null)
        {
            _task = null;
            return;
        }

        var (delivery, token) = (task["task_id"]!.ToString(), (long)task["fencing_token"]!);
        record.Told(new(id, delivery, token));
        if (_task?.Delivery != delivery || _task.Token != token)
            _task = new(delivery, token, task["task_type"]!.ToString());
    }

    private async Task<JsonNode> Receive(ClientWebSocket socket, CancellationToken cancellation)
    {
        for (var length = 0; ;)
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new IOException("The server has closed the session");
            length += part.Count;
            if (part.EndOfMessage)
                return JsonNode.Parse(_buffer.AsSpan(0, length))!;
        }
    }

    private static async Task Send(ClientWebSocket socket, object frame, CancellationToken cancellation) =>
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(frame), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    private static CancellationTokenSource Guard(CancellationToken off)
    {
        var guard = CancellationTokenSource.CreateLinkedTokenSource(off);
        guard.CancelAfter(Patience);
        return guard;
    }
}
