using System.Text.Json.Nodes;
using Hss.Drill.Record;

namespace Hss.Drill.Load;

/// <summary>
/// /luna: a reader asks for a title, waits for a copy, gets it by a robot or from a librarian's hand, and sends it back by a robot or hands it in; some call
/// their request off. What is left behind without an answer is put in order before the next round.
/// </summary>
internal sealed class LendingLoad(Caller reader, Caller librarian, IReadOnlyList<string> books) : ILoad
{
    private const string Api = "/luna/api/v1";
    private const int MostLooks = 40;
    private const int ByHandOneIn = 4;

    private bool _left;

    public async Task Round(CancellationToken stop)
    {
        if (_left)
            await PutInOrder(stop);
        var book = books[reader.Random.Next(books.Count)];
        var asked = await reader.Send(new("request.ask", $"{Api}/requests", new { book_id = book, request_location = "Reading room", wait = true })
        {
            Kind = "delivery",
            Event = "delivery.book_requested",
            IdOf = a => a["data"]!["id"],
            FactsOf = _ => [new ToldFact("book_id", book)],
        });
        _left |= asked is null;
        if (asked is null)
            return;
        var id = asked["data"]!["id"]!.ToString();
        if (reader.Random.Next(3) == 0 || !await Comes($"requests/{id}", r => r["task_id"] is not null, stop))
            await CallOff(id);
        else if (await Lend(id, stop))
            await GiveBack(book, stop);
        else
            _left = true;
    }

    private async Task<bool> Lend(string id, CancellationToken stop)
    {
        if (await librarian.Send(Of("task.book_placed", $"{Api}/deliveries/{id}/book-placed", id, "delivery.book_placed")) is null)
            return false;
        // A robot may have come first: then it brings the book.
        if (reader.Random.Next(ByHandOneIn) == 0)
            await librarian.Send(Of("task.start", $"{Api}/deliveries/tasks/{id}/status", id, "delivery.started") with { Body = new { status = "IN_PROGRESS" } });
        else if (!await Comes($"requests/{id}", HasArrived, stop))
            return false;
        return await Receive(id) || (!reader.WalkedAway && await Comes($"requests/{id}", HasArrived, stop) && await Receive(id));
    }

    private async Task<bool> Receive(string id) => await reader.Send(Of("request.complete", $"{Api}/requests/{id}/complete", id, "delivery.completed")) is not null;

    private async Task GiveBack(string book, CancellationToken stop)
    {
        var back = await reader.Send(new("return.ask", $"{Api}/returns", new { book_id = book, pickup_location = "Room 12" })
        {
            Kind = "delivery",
            Event = "delivery.return_requested",
            IdOf = a => a["data"]!["id"],
        });
        _left |= back is null;
        if (back?["data"]?["id"]?.ToString() is not { } id)
            return;
        var byHand = reader.Random.Next(ByHandOneIn) == 0;
        if (!byHand && !await Comes($"returns/{id}", HasArrived, stop))
            _left = true;
        else if (await reader.Send(Of("return.picked_up", $"{Api}/returns/{id}/picked-up", id, "delivery.handed_over")) is null)
            _left = true;
        else if (byHand)
            _left |= await Confirm(id) is null;
    }

    private Task<JsonNode?> Confirm(string id) => librarian.Send(Of("return.receive", $"{Api}/returns/{id}/confirm-receipt", id, "delivery.task_completed"));

    private async Task CallOff(string id) =>
        _left |= await reader.Send(Of("request.cancel", $"{Api}/requests/{id}/cancel", id, "delivery.stopped")) is null;

    // What was left behind without an answer would keep its copy for ever.
    private async Task PutInOrder(CancellationToken stop)
    {
        _left = false;
        foreach (var request in await Mine("requests?status=PENDING"))
            await CallOff(request["id"]!.ToString());
        foreach (var request in (await Mine("requests?status=IN_PROGRESS")).Where(HasArrived))
            await Receive(request["id"]!.ToString());
        foreach (var back in await Mine("returns?status=PICKED_UP"))
            await Confirm(back["id"]!.ToString());
        foreach (var book in (await Mine("returns/returnable-books")).Select(b => b["book_id"]!.ToString()).Distinct().ToList())
            await GiveBack(book, stop);
    }

    private async Task<List<JsonNode>> Mine(string what)
    {
        var data = (await reader.Get($"{Api}/{what}{(what.Contains('?') ? "&" : "?")}limit=100"))?["data"];
        return [.. ((data as JsonArray ?? data?["items"] as JsonArray) ?? []).Select(n => n!)];
    }

    private async Task<bool> Comes(string what, Func<JsonNode, bool> condition, CancellationToken stop)
    {
        for (var look = 0; look < MostLooks && !stop.IsCancellationRequested; look++)
        {
            if (await reader.Get($"{Api}/{what}") is { } answer && condition(answer["data"]!))
                return true;
            await reader.Hesitate(2);
        }

        return false;
    }

    private static bool HasArrived(JsonNode asked) => asked["arrived_at"] is not null;

    private static Write Of(string step, string path, string id, string promised) => new(step, path) { Kind = "delivery", Id = id, Event = promised };
}
