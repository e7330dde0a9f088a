using Hss.Bench.Results;
using Hss.Bench.Servers;

namespace Hss.Bench.Workloads.Bookings;

/// <summary>The same bookings on SQLite. Nobody is measured beside it, so all rounds are of one process, one after another.</summary>
internal sealed class SqliteBookingsWorkload : IWorkload
{
    public string Name => "bookings";

    public Task<IReadOnlyList<Row>> Run(Servers.Bench bench) => bench.WithProduct<IReadOnlyList<Row>>(Databases.Sqlite, async product =>
    {
        using var bookings = new BookingCalls(product.Server, Side.Ours, await product.Tenants(BookingsWorkload.Callers), product.Token);
        await bookings.Run(bench.WarmUp);
        var rounds = new List<Round>();
        for (var round = 1; round <= bench.Rounds; round++)
            rounds.Add(await bookings.Measure(bench.Length, round));

        var fault = await BookingBooks.Of(product, bookings);
        if (fault is not null)
            Progress.Say($"{Name}, SQLite: BOOKS DO NOT BALANCE: {fault}");
        return [Row.Of(Name, Databases.Sqlite, BookingsWorkload.Callers, rounds.Select(r => r.Closed(fault)))];
    });
}
