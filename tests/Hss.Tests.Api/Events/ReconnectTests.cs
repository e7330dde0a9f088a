using System.Collections.Concurrent;
using Hss.Tests.Api.Bookings;

namespace Hss.Tests.Api.Events;

/// <summary>A reader that reconnects misses nothing (design, section 6).</summary>
public sealed class ReconnectTests
{
    private const int Writers = 4;
    private const int Each = 15;

    [Fact]
    public async Task AReader_ThatReconnectsUnderLoad_MissesNothingAndSeesNothingTwice_OnSqlite() => await Prove(await ApiServer.Start(), seed: 7);

    [Fact]
    public async Task AReader_ThatReconnectsUnderLoad_MissesNothingAndSeesNothingTwice_OnPostgres() => await Prove(await ApiServer.StartOnPostgres(), seed: 8);

    private static async Task Prove(ApiServer started, int seed)
    {
        await using var server = started;
        var staff = await ApiClient.Staff(server.Client);
        var random = new Random(seed);
        string lastId;
        using (var first = await EventStream.Open(server.Client, staff.Token, "hss.bookings"))
        {
            await first.Next();
            lastId = first.LastId;
        }

        var made = new ConcurrentBag<string>();
        var writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            var customer = await Sample.NewCustomer(server.Client);
            for (var i = 0; i < Each; i++)
                made.Add(await Sample.Create(customer));
        }));
        var (seen, places) = (new List<string>(), new List<long>());
        while (seen.Count < Writers * Each)
        {
            using var stream = await EventStream.Open(server.Client, staff.Token, "hss.bookings", lastId);
            Assert.Equal("ready", (await stream.Next())!.Value.Event);
            for (var i = random.Next(1, 12); i > 0 && seen.Count < Writers * Each; i--)
            {
                seen.Add((string)(await stream.Next())!.Value.Data["id"]!);
                places.Add(long.Parse(stream.LastId[(stream.LastId.LastIndexOf('-') + 1)..]));
            }

            lastId = stream.LastId;
        }

        await writers;
        Assert.Equal(made.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.Equal(places.Distinct().Order(), places);
    }
}
