using System.Net;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Library.Books;
using Hss.Grains.Library.Deliveries;
using Hss.Tests.Api.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Library.Deliveries;

public sealed class SqliteLendingConcurrencyTests(ApiFixture api) : LendingConcurrencyTests(api.Server), IClassFixture<ApiFixture>;

public sealed class PostgresLendingConcurrencyTests(PostgresApiFixture api) : LendingConcurrencyTests(api.Server), IClassFixture<PostgresApiFixture>;

/// <summary>Many readers at once, all behind one barrier, over real HTTP; stored rows are checked as well as answers.</summary>
public abstract class LendingConcurrencyTests(ApiServer server)
{
    private const int Students = 50;

    private HttpClient Http => server.Client;

    [Fact]
    public async Task FiftyStudentsRequestOneCopy_OneReserved_TheRestBookNotAvailable()
    {
        var (book, readers) = (await Lending.Book(Http), await Lending.Readers(Http, Students));

        var answers = await Luna.AtOnce(Students, i => readers[i].Ask(book));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a =>
            Assert.Equal((HttpStatusCode.Conflict, "BOOK_NOT_AVAILABLE"), (a.Status, a.Code())));
        var stored = Assert.Single(await Requests(book));
        Assert.Equal(stored.Id, Assert.Single((await Stored(book)).Entries).DeliveryId);
        Assert.Equal(("RESERVED", 0, 0), await Lending.Availability(Http, book));
    }

    [Fact]
    public async Task FiftyStudentsWhoWait_HaveDistinctPositions_AndAreServedInThatOrder()
    {
        var (book, readers) = (await Lending.Book(Http), await Lending.Readers(Http, Students));

        var answers = await Luna.AtOnce(Students, i => readers[i].Ask(book, wait: true));

        var asked = answers.Select((a, i) => (Reader: readers[i], Request: a.Data(HttpStatusCode.Created))).ToList();
        var holder = Assert.Single(asked, a => a.Request["queue_position"] is null);
        var queue = asked.Where(a => a.Request["queue_position"] is not null).OrderBy(a => (int)a.Request["queue_position"]!).ToList();
        Assert.Equal(Enumerable.Range(1, Students - 1), queue.Select(a => (int)a.Request["queue_position"]!));
        string[] ids = [(string)holder.Request["id"]!, .. queue.Select(a => (string)a.Request["id"]!)];
        Assert.Equal(ids, (await Stored(book)).Entries.Select(e => e.DeliveryId));
        Assert.Equal(ids.Order(), (await Requests(book)).Select(r => r.Id).Order());

        // As copies come back, they go round in that order: the next one has a task, and everybody after waits.
        var current = holder;
        foreach (var next in queue)
        {
            (await current.Reader.Put($"{Lending.Requests}/{current.Request["id"]}/cancel")).Data();
            var id = (string)next.Request["id"]!;
            await Shopper.Until(async () => (await next.Reader.Read(id))["task_id"] is not null, $"Position {next.Request["queue_position"]} was not served");
            Assert.Equal(1, (await Requests(book)).Count(r => r.IsOpen && r.Task is not null));
            current = next;
        }

        Assert.Equal(("RESERVED", 0, 0), await Lending.Availability(Http, book));
    }

    [Fact]
    public async Task TheSameStudent_AtOnce_ReservesOneCopy()
    {
        var (book, reader) = (await Lending.Book(Http, copies: 20), await Lending.Reader(Http));

        var answers = await Luna.AtOnce(20, i => reader.Ask(book, wait: i % 2 == 0));

        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal("BOOK_ALREADY_RESERVED", a.Code()));
        Assert.Equal(("AVAILABLE", 19, 0), await Lending.Availability(Http, book));
    }

    [Fact]
    public async Task CancelAndBookPlacedAndStart_AtOnce_AreDecidedOneAfterTheOther()
    {
        var (book, reader, librarian) = (await Lending.Book(Http), await Lending.Reader(Http), await Luna.Librarian(Http));
        for (var round = 0; round < 10; round++)
        {
            var request = await reader.Request(book);
            (await librarian.Put($"{Lending.Deliveries}/{request}/book-placed")).Data();

            var answers = await Luna.AtOnce(2, i => i == 0 ? reader.Put($"{Lending.Requests}/{request}/cancel") : Lending.Move(Http, request, "IN_PROGRESS"));

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
            var cancelled = answers[0].Status == HttpStatusCode.OK;
            Assert.Equal(cancelled ? ("AVAILABLE", 1, 0) : ("RESERVED", 0, 0), await Lending.Availability(Http, book));
            if (!cancelled)
                (await librarian.Put($"{Lending.Deliveries}/{request}/cancel")).Data();
        }
    }

    private async Task<BookState> Stored(string book)
    {
        var codec = server.Services.GetRequiredService<EntityCodec>();
        return codec.DecodeState(BookKind.Instance, (await server.Services.GetRequiredService<IJournal>().Load(BookKind.Instance.Key(book)))!);
    }

    private async Task<DeliveryState[]> Requests(string book)
    {
        var (kind, codec) = (DeliveryKind.Instance, server.Services.GetRequiredService<EntityCodec>());
        var page = await server.Services.GetRequiredService<IJournal>().List(
            new(kind.Name) { Facets = [new(DeliveryKind.BookFacet, FacetOperator.Equal, book)], Limit = 1000 }, default);
        return [.. page.Rows.Select(r => codec.DecodeState(kind, r))];
    }
}
