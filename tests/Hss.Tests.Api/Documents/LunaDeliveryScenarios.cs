using Hss.Tests.Api.Library;
using Hss.Tests.Api.Library.Deliveries;

namespace Hss.Tests.Api.Documents;

/// <summary>Requests, returns and deliveries.</summary>
internal static class LunaDeliveryScenarios
{
    private const string Request = $"{Lending.Requests}/{{id}}";
    private const string Return = $"{Lending.Returns}/{{id}}";
    private const string Delivery = $"{Lending.Deliveries}/{{task}}";
    private const string OfTask = $"{Lending.Tasks}/{{id}}";

    public static Scenarios All => Requests().And(Returns()).And(Deliveries()).And(Tasks());

    private static Scenarios Requests() => new()
    {
        [$"POST {Lending.Requests}"] = async s => await (await Lending.Reader(s.Http)).Ask(await Lending.Book(s.Http)),
        [$"GET {Lending.Requests}"] = async s => await (await Luna.Librarian(s.Http)).Get($"{Lending.Requests}?status=PENDING&sort=status&order=asc&limit=5"),
        [$"GET {Request}"] = async s => await WithRequest(s, (reader, id) => reader.Get($"{Lending.Requests}/{id}")),
        [$"GET {Request}/activity"] = async s => await WithRequest(s, (reader, id) => reader.Get($"{Lending.Requests}/{id}/activity")),
        [$"PUT {Request}/cancel"] = async s => await WithRequest(s, (reader, id) => reader.Put($"{Lending.Requests}/{id}/cancel")),
        [$"POST {Request}/cancel"] = async s => await WithRequest(s, (reader, id) => reader.Post($"{Lending.Requests}/{id}/cancel", new { reason = "Bought it" })),
        [$"PUT {Request}/complete"] = async s => await WithCarried(s, (reader, id) => reader.Put($"{Lending.Requests}/{id}/complete")),
        [$"POST {Request}/complete"] = async s => await WithCarried(s, (reader, id) => reader.Post($"{Lending.Requests}/{id}/complete")),
        [$"PUT {Request}/confirm-delivery"] = async s => await WithCarried(s, (reader, id) => reader.Put($"{Lending.Requests}/{id}/confirm-delivery")),
        [$"POST {Request}/confirm-delivery"] = async s => await WithCarried(s, (reader, id) => reader.Post($"{Lending.Requests}/{id}/confirm-delivery")),
        [$"PUT {Request}/approve"] = async s => await (await Luna.Librarian(s.Http)).Put($"{Lending.Requests}/{await Asked(s)}/approve"),
        [$"POST {Request}/approve"] = async s => await (await Luna.Librarian(s.Http)).Post($"{Lending.Requests}/{await Asked(s)}/approve"),
    };

    private static Scenarios Returns() => new()
    {
        [$"POST {Lending.Returns}"] = async s =>
        {
            var (reader, book) = (await Lending.Reader(s.Http), await Lending.Book(s.Http));
            await Lending.Borrow(s.Http, reader, book);
            return await reader.Post(Lending.Returns, new { book_id = book, pickup_location = "Room 12" });
        },
        [$"GET {Lending.Returns}"] = async s => await (await Luna.Librarian(s.Http)).Get($"{Lending.Returns}?status=PENDING&limit=5"),
        [$"GET {Lending.Returns}/returnable-books"] = async s =>
        {
            var reader = await Lending.Reader(s.Http);
            await Lending.Borrow(s.Http, reader, await Lending.Book(s.Http));
            return await reader.Get($"{Lending.Returns}/returnable-books");
        },
        [$"GET {Return}"] = async s => await WithReturn(s, (reader, id) => reader.Get($"{Lending.Returns}/{id}")),
        [$"GET {Return}/activity"] = async s => await WithReturn(s, (reader, id) => reader.Get($"{Lending.Returns}/{id}/activity")),
        [$"PUT {Return}/cancel"] = async s => await WithReturn(s, (reader, id) => reader.Put($"{Lending.Returns}/{id}/cancel", new { reason = "Not yet read" })),
        [$"POST {Return}/cancel"] = async s => await WithReturn(s, (reader, id) => reader.Post($"{Lending.Returns}/{id}/cancel")),
        [$"PUT {Return}/picked-up"] = async s => await WithReturn(s, (reader, id) => reader.Put($"{Lending.Returns}/{id}/picked-up")),
        [$"POST {Return}/picked-up"] = async s => await WithReturn(s, (reader, id) => reader.Post($"{Lending.Returns}/{id}/picked-up")),
        [$"PUT {Return}/confirm-handoff"] = async s => await WithReturn(s, (reader, id) => reader.Put($"{Lending.Returns}/{id}/confirm-handoff")),
        [$"POST {Return}/confirm-handoff"] = async s => await WithReturn(s, (reader, id) => reader.Post($"{Lending.Returns}/{id}/confirm-handoff")),
        [$"PUT {Return}/approve"] = async s => await (await Luna.Librarian(s.Http)).Put($"{Lending.Returns}/{(await Returned(s)).Id}/approve"),
        [$"POST {Return}/approve"] = async s => await (await Luna.Librarian(s.Http)).Post($"{Lending.Returns}/{(await Returned(s)).Id}/approve"),
        [$"PUT {Return}/confirm-receipt"] = async s => await (await Luna.Librarian(s.Http)).Put($"{Lending.Returns}/{await HandedOver(s)}/confirm-receipt"),
        [$"POST {Return}/confirm-receipt"] = async s => await (await Luna.Librarian(s.Http)).Post($"{Lending.Returns}/{await HandedOver(s)}/confirm-receipt"),
    };

    private static Scenarios Deliveries() => new()
    {
        [$"GET {Lending.Deliveries}"] = async s => await (await Luna.Librarian(s.Http)).Get($"{Lending.Deliveries}?status=QUEUED&task_type=TRANSFER&sort=priority&order=asc"),
        [$"GET {Delivery}"] = async s => await (await Luna.Librarian(s.Http)).Get($"{Lending.Deliveries}/{await Asked(s)}"),
        [$"POST {Lending.Deliveries}/inter-staff"] = s => Transport(s, "inter-staff"),
        [$"POST {Lending.Deliveries}/workstation"] = s => Transport(s, "workstation"),
        [$"POST {Lending.Deliveries}/transfer"] = s => Transport(s, "transfer"),
        [$"PUT {Delivery}/book-placed"] = async s => await (await Luna.Librarian(s.Http)).Put($"{Lending.Deliveries}/{await Asked(s)}/book-placed"),
        [$"POST {Delivery}/book-placed"] = async s => await (await Luna.Librarian(s.Http)).Post($"{Lending.Deliveries}/{await Asked(s)}/book-placed"),
        [$"PUT {Delivery}/complete"] = async s => await (await Luna.Librarian(s.Http)).Put($"{Lending.Deliveries}/{await HandedOver(s)}/complete"),
        [$"POST {Delivery}/complete"] = async s => await (await Luna.Librarian(s.Http)).Post($"{Lending.Deliveries}/{await HandedOver(s)}/complete"),
        [$"PUT {Delivery}/cancel"] = async s => await (await Luna.Librarian(s.Http)).Put($"{Lending.Deliveries}/{await Asked(s)}/cancel", new { reason = "Lost" }),
        [$"POST {Delivery}/cancel"] = async s => await (await Luna.Librarian(s.Http)).Post($"{Lending.Deliveries}/{await Asked(s)}/cancel"),
    };

    private static Scenarios Tasks() => new()
    {
        [$"GET {Lending.Tasks}"] = async s => await (await Luna.Librarian(s.Http)).Get($"{Lending.Tasks}?dispatchable_only=true&limit=5"),
        [$"POST {Lending.Tasks}"] = async s => await (await Luna.Librarian(s.Http)).Post(Lending.Tasks, new { request_id = await Asked(s) }),
        [$"GET {OfTask}"] = async s => await (await Luna.Librarian(s.Http)).Get($"{Lending.Tasks}/{await Asked(s)}"),
        [$"POST {OfTask}/book-placed"] = async s => await (await Luna.Librarian(s.Http)).Post($"{Lending.Tasks}/{await Asked(s)}/book-placed"),
        [$"POST {OfTask}/status"] = async s => await Lending.Move(s.Http, await Asked(s), "FAILED", "It rains"),
    };

    private static async Task<string> Asked(Stage s) => await (await Lending.Reader(s.Http)).Request(await Lending.Book(s.Http));

    private static async Task<ApiAnswer> WithRequest(Stage s, Func<ApiClient, string, Task<ApiAnswer>> call)
    {
        var reader = await Lending.Reader(s.Http);
        return await call(reader, await reader.Request(await Lending.Book(s.Http)));
    }

    private static Task<ApiAnswer> WithCarried(Stage s, Func<ApiClient, string, Task<ApiAnswer>> call) => WithRequest(s, async (reader, id) =>
    {
        await Lending.Carry(s.Http, id);
        return await call(reader, id);
    });

    private static async Task<(ApiClient Reader, string Id)> Returned(Stage s)
    {
        var (reader, book) = (await Lending.Reader(s.Http), await Lending.Book(s.Http));
        await Lending.Borrow(s.Http, reader, book);
        return (reader, (string)(await reader.Post(Lending.Returns, new { book_id = book, pickup_location = "Room 12" })).Json!["data"]!["id"]!);
    }

    private static async Task<ApiAnswer> WithReturn(Stage s, Func<ApiClient, string, Task<ApiAnswer>> call)
    {
        var (reader, id) = await Returned(s);
        return await call(reader, id);
    }

    private static async Task<string> HandedOver(Stage s)
    {
        var (reader, id) = await Returned(s);
        (await reader.Put($"{Lending.Returns}/{id}/picked-up")).Data();
        return id;
    }

    private static async Task<ApiAnswer> Transport(Stage s, string path) => await (await Luna.Librarian(s.Http)).Post(
        $"{Lending.Deliveries}/{path}", new { source_location = "Desk 1", destination_location = "Desk 2", priority = "HIGH", notes = "Fragile" });
}
