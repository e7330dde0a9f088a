using Hss.Bench.Results;
using Hss.Bench.Servers;

namespace Hss.Bench.Workloads.Bookings;

/// <summary>Bookings from beginning to end: a customer books, staff approves, the customer pays. Each of the three is durable before the next.</summary>
internal sealed class BookingsWorkload : IWorkload
{
    /// <summary>Callers at once.</summary>
    public const int Callers = 32;

    public string Name => "bookings";

    public async Task<IReadOnlyList<Row>> Run(Servers.Bench bench)
    {
        // The baseline checks the product's own tokens, of customers and of staff.
        var (customers, staff) = await bench.WithProduct(Databases.Postgres, async product => (await product.Tenants(Callers), product.Token));
        var rounds = new List<Round>();
        for (var round = 1; round <= bench.Rounds; round++)
        {
            foreach (var side in Turns.Of(Turns.OursAndUsual, round))
                rounds.Add(side == Side.Ours ? await Ours(bench, round) : await Usual(bench, round, customers, staff));
        }

        return [Row.Of(Name, Databases.Postgres, Callers, rounds)];
    }

    private Task<Round> Ours(Servers.Bench bench, int round) => bench.WithProduct(Databases.Postgres, async product =>
    {
        using var bookings = new BookingCalls(product.Server, Side.Ours, await product.Tenants(Callers), product.Token);
        await bookings.Run(bench.WarmUp);
        return Closed(await bookings.Measure(bench.Length, round), await BookingBooks.Of(product, bookings));
    });

    private Task<Round> Usual(Servers.Bench bench, int round, string[] customers, string staff) =>
        bench.WithBaseline(Side.Usual, Servers.Bench.UsualPool, async (server, database) =>
        {
            using var bookings = new BookingCalls(server, Side.Usual, customers, staff);
            await bookings.Run(bench.WarmUp);
            return Closed(await bookings.Measure(bench.Length, round), await BookingBooks.OfBaseline(database, bookings));
        });

    private Round Closed(Round round, string? fault)
    {
        if (fault is not null)
            Progress.Say($"{Name}: BOOKS DO NOT BALANCE: {fault}");
        return round.Closed(fault);
    }
}
