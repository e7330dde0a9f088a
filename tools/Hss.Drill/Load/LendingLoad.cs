using Hss.Drill.Record;

namespace Hss.Drill.Load;

/// <summary>/luna: a reader asks for a title, waits for a copy, gets it from a librarian and sends it back; some call their request off.</summary>
internal sealed class LendingLoad(Caller reader, Caller librarian, IReadOnlyList<string> books) : ILoad
{
    private const string Api = "/luna/api/v1";
    private const int MostLooks = 40;

    private bool _left;

    public async Task Round(CancellationToken stop)
    {
        if (_left)
            await CallOffAll();
        var book = books[reader.Random.Next(books.Count)];
        var asked = await reader.Send(new("request.ask", $"{Api}/requests", new { book_id = book, request_location = "Reading room", wait = true })
        {
            Kind = "delivery",
            Event = "delivery.book_requested",
            IdOf = a => a["data"]!["id"],
            FactsOf = _ => [new ToldFact("book_id", book)],
        });
        _left = reader.WalkedAway;
        if (asked is null)
            return;
        var id = asked["data"]!["id"]!.ToString();
        if (reader.Random.Next(3) == 0 || !await HasCopy(id, stop) || !await Lend(id))
            await CallOff(id);
        else
            await GiveBack(book);
    }

    private async Task<bool> HasCopy(string id, CancellationToken stop)
    {
        for (var look = 0; look < MostLooks && !stop.IsCancellationRequested; look++)
        {
            if ((await reader.Get($"{Api}/requests/{id}"))?["data"]?["task_id"] is not null)
                return true;
            await reader.Hesitate();
        }

        return false;
    }

    private async Task<bool> Lend(string id) =>
        await librarian.Send(Of("task.book_placed", $"{Api}/deliveries/{id}/book-placed", id, "delivery.book_placed")) is not null
        && await librarian.Send(Of("task.start", $"{Api}/deliveries/tasks/{id}/status", id, "delivery.started") with { Body = new { status = "IN_PROGRESS" } }) is not null
        && await reader.Send(Of("request.complete", $"{Api}/requests/{id}/complete", id, "delivery.completed")) is not null;

    private async Task GiveBack(string book)
    {
        var back = await reader.Send(new("return.ask", $"{Api}/returns", new { book_id = book, pickup_location = "Room 12" })
        {
            Kind = "delivery",
            Event = "delivery.return_requested",
            IdOf = a => a["data"]!["id"],
        });
        if (back?["data"]?["id"]?.ToString() is not { } id)
            return;
        await reader.Send(Of("return.picked_up", $"{Api}/returns/{id}/picked-up", id, "delivery.handed_over"));
        await librarian.Send(Of("return.receive", $"{Api}/returns/{id}/confirm-receipt", id, "delivery.task_completed"));
    }

    private async Task CallOff(string id) =>
        _left |= await reader.Send(Of("request.cancel", $"{Api}/requests/{id}/cancel", id, "delivery.stopped")) is null;

    // What was left behind without an answer would keep its copy for ever.
    private async Task CallOffAll()
    {
        _left = false;
        var mine = await reader.Get($"{Api}/requests?status=PENDING&limit=100");
        foreach (var request in mine?["data"]?.AsArray() ?? [])
            await CallOff(request!["id"]!.ToString());
    }

    private static Write Of(string step, string path, string id, string promised) => new(step, path) { Kind = "delivery", Id = id, Event = promised };
}
