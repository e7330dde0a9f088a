using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Hss.Bench.Workloads;

/// <summary>One who wants the resource, with its own stream of events.</summary>
internal sealed class QueueUser(HttpClient http, QueueWorkload.HandOvers turns) : IAsyncDisposable
{
    private const int Resource = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<(long Reservation, long At)> _approved = Channel.CreateUnbounded<(long, long)>();
    private Task _reading = Task.CompletedTask;

    /// <summary>Opens the stream; it is open when this returns.</summary>
    public async Task Listen()
    {
        var answer = await http.GetAsync(new Uri("api/v1/events?topics=reservia.queues", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, _stop.Token);
        answer.EnsureSuccessStatusCode();
        var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(_stop.Token));
        await lines.ReadLineAsync(_stop.Token);
        _reading = Read(lines);
    }

    /// <summary>Asks, waits, keeps alive, gives back.</summary>
    public async Task<bool> Cycle()
    {
        var asked = await Post("reservia/reservation/request");
        if (asked is null)
            return false;
        var reservation = (long)asked["reservation_id"]!;
        if ((string?)asked["status"] == "approved")
        {
            turns.Taken(Stopwatch.GetTimestamp(), byEvent: false);
        }
        else
        {
            using var patience = new CancellationTokenSource(Patience);
            var approved = (Reservation: 0L, At: 0L);
            while (approved.Reservation != reservation)
                approved = await _approved.Reader.ReadAsync(patience.Token);
            turns.Taken(approved.At, byEvent: true);
        }

        if (await Post("reservia/reservation/keep_alive") is null)
            return false;
        turns.Releasing();
        if (await Post("reservia/reservation/release") is null)
            return false;
        turns.Released();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        http.Dispose();
        _stop.Dispose();
    }

    private async Task<JsonNode?> Post(string path)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), new { resource_id = Resource });
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonNode>() : null;
    }

    // Everybody hears of every grant; one that is not the own is not looked at closer.
    private async Task Read(StreamReader lines)
    {
        const string Before = "\"reservation\":";
        try
        {
            var approval = false;
            while (await lines.ReadLineAsync(_stop.Token) is { } line)
            {
                var at = Stopwatch.GetTimestamp();
                if (line.StartsWith("event:", StringComparison.Ordinal))
                    approval = line.EndsWith("reservation.approved", StringComparison.Ordinal);
                else if (approval && line.StartsWith("data:", StringComparison.Ordinal) && line.IndexOf(Before, StringComparison.Ordinal) is > 0 and var found)
                    _approved.Writer.TryWrite((Number(line.AsSpan(found + Before.Length)), at));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // It was ended.
        }
    }

    private static long Number(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return long.Parse(end < 0 ? text : text[..end], CultureInfo.InvariantCulture);
    }
}
