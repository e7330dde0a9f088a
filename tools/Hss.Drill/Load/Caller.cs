using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hss.Drill.Machines;
using Hss.Drill.Record;

namespace Hss.Drill.Load;

/// <summary>Somebody signed in, who sends each write with a key of its own, again and again until it is answered, and tells the record.</summary>
/// <param name="name">Part of its keys; no other caller has it.</param>
/// <param name="sign">The header that it is signed in by.</param>
/// <param name="giveUp">When nothing is to be asked any more.</param>
internal sealed class Caller(Target target, RunRecord record, string name, Random random, (string Name, string Value) sign, CancellationToken giveUp)
{
    private const int WalkAwayOneIn = 12;
    private const int RepeatOneIn = 12;

    private int _sent;

    /// <summary>The same caller with another end.</summary>
    public Caller Until(CancellationToken end) => new(target, record, name, random, sign, end);

    /// <summary>What chance this caller has.</summary>
    public Random Random => random;

    /// <summary>Whether the last write was left without an answer.</summary>
    public bool WalkedAway { get; private set; }

    /// <summary>Sends a write; null when it was refused, or when nobody knows.</summary>
    public async Task<JsonNode?> Send(Write write)
    {
        var key = $"{name}.{++_sent}";
        var told = new ToldWrite(key, write.Step, WriteOutcome.Unknown) { Kind = write.Kind, Event = write.Event, SentAt = RunRecord.Now, Tries = 0 };
        JsonNode? answer = null;
        do
        {
            if (told.Tries > 0 && await Hesitates(told.Tries))
                break;
            told = told with { Tries = told.Tries + 1 };
            if (await Try(write.Method, write.Path, write.Body, key) is not var (status, text) || !IsAnswer(status, text))
                continue;
            if (status is < HttpStatusCode.OK or >= HttpStatusCode.MultipleChoices)
            {
                told = told with { Outcome = WriteOutcome.Refused };
                break;
            }

            answer ??= JsonNode.Parse(text)!;
            told = told with
            {
                Outcome = WriteOutcome.Acknowledged,
                AnsweredAt = told.AnsweredAt == 0 ? RunRecord.Now : told.AnsweredAt,
                Ids = told.Ids.Add(write.Id ?? write.IdOf?.Invoke(JsonNode.Parse(text)!)?.ToString() ?? ""),
                Facts = write.Event is null ? [] : [.. write.FactsOf?.Invoke(answer) ?? []],
            };
        }
        while (answer is null || (write.Method == HttpMethod.Post && told.Ids.Length == 1 && random.Next(RepeatOneIn) == 0));

        WalkedAway = told.Outcome == WriteOutcome.Unknown;
        record.Add(told);
        return answer;
    }

    /// <summary>Reads; null when nobody answers any more, or there is no such thing.</summary>
    public async Task<JsonNode?> Get(string path)
    {
        for (var tries = 1; !giveUp.IsCancellationRequested; tries++)
        {
            if (await Try(HttpMethod.Get, path, null, null) is var (status, text) && IsAnswer(status, text))
                return status == HttpStatusCode.OK ? JsonNode.Parse(text) : null;
            await Hesitate(tries);
        }

        return null;
    }

    /// <summary>Waits a moment, longer after many tries; false when nothing is to be asked any more.</summary>
    public async Task<bool> Hesitate(int tries = 1)
    {
        await Task.Delay(random.Next(20, 120) * Math.Min(tries, 8), CancellationToken.None);
        return !giveUp.IsCancellationRequested;
    }

    // Some never come back, as callers do whose own process ended.
    private async Task<bool> Hesitates(int tries) => !await Hesitate(tries) || random.Next(WalkAwayOneIn) == 0;

    private async Task<(HttpStatusCode Status, string Text)?> Try(HttpMethod method, string path, object? body, string? key)
    {
        record.Called();
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(target.Url, path));
            request.Headers.TryAddWithoutValidation(sign.Name, sign.Value);
            if (key is not null)
            {
                request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
                request.Headers.TryAddWithoutValidation("X-Request-Id", key);
            }

            if (body is not null)
                request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
            using var response = await target.Connections.Http.SendAsync(request, giveUp);
            var text = await response.Content.ReadAsStringAsync(giveUp);
            if (response.StatusCode == HttpStatusCode.InternalServerError)
                record.Failed(response.Headers.TryGetValues("X-Request-Id", out var ids) ? ids.First() : "", $"{method} {path}: {text}");
            return (response.StatusCode, text);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            record.Lost(e is OperationCanceledException ? "no answer in time" : "connection lost");
            return null;
        }
    }

    // What is no answer: the server cannot say, or the first try still runs.
    private bool IsAnswer(HttpStatusCode status, string text)
    {
        var again = status >= HttpStatusCode.InternalServerError
            || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
            || (status == HttpStatusCode.Conflict && text.Contains("still running", StringComparison.Ordinal));
        if (again)
            record.Lost(((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return !again;
    }
}
