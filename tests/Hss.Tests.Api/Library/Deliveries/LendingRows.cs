using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Library.Books;
using Hss.Grains.Library.Deliveries;
using Hss.Silo.Hosting;
using Microsoft.Extensions.Configuration;

namespace Hss.Tests.Api.Library.Deliveries;

/// <summary>What is stored of titles and their requests.</summary>
internal static class LendingRows
{
    /// <summary>Opens the journal of a server that is gone: copies that are kept or out are those of requests, and what comes back are returns.</summary>
    public static async Task AreAgreed(string dataFolder, IReadOnlyDictionary<string, string> settings, string[] books)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .AddInMemoryCollection([new("HSS_DATA", dataFolder), new("HSS_URLS", "http://127.0.0.1:0")])
            .Build();
        var opened = await JournalOpener.Open(HssSettings.Read(configuration, development: true), TimeProvider.System);
        await using var journal = opened.Journal;
        var deliveries = await Rows(journal, DeliveryKind.Instance);
        var titles = (await Rows(journal, BookKind.Instance)).Where(b => books.Contains(b.Id)).ToList();
        foreach (var title in titles)
        {
            var own = deliveries.Where(d => d.BookId == title.Id).ToList();
            Assert.Equal(
                own.Where(d => d is { IsRequest: true, IsOpen: true }).Select(d => (d.Id, d.Task is null ? BookStages.Queued : BookStages.Reserved)).Order(),
                title.Entries.Where(e => e.Stage != BookStages.CheckedOut).Select(e => (e.DeliveryId, e.Stage)).Order());
            Assert.Equal(own.Where(d => d is { IsReturn: true, IsOpen: true }).Select(d => d.Id).Order(), title.Entries.Select(e => e.ReturnId).OfType<string>().Order());
            var completed = own.Where(d => d is { IsRequest: true, Asked: "COMPLETED" }).Select(d => d.Id).ToHashSet();
            var lent = title.Entries.Where(e => e.Stage == BookStages.CheckedOut).ToList();
            Assert.All(lent, e => Assert.Contains(e.DeliveryId, completed));
            Assert.Equal(completed.Count - own.Count(d => d is { IsReturn: true, Asked: "COMPLETED" }), lent.Count);
        }

        // Otherwise the load was not what this is about.
        Assert.Equal(books.Length, titles.Count);
        Assert.Contains(deliveries, d => d.Asked == "COMPLETED");
        Assert.Contains(deliveries, d => d.Asked == "CANCELLED");
    }

    private static async Task<List<TState>> Rows<TState>(IJournal journal, EntityKind<TState> kind)
        where TState : class
    {
        // Nothing of these kinds is encrypted.
        var codec = new EntityCodec(new DataKeyRing([new("none", new byte[DataKeyRing.KeySize])]));
        var page = await journal.List(new(kind.Name) { Limit = int.MaxValue }, default);
        return [.. page.Rows.Select(r => codec.DecodeState(kind, r))];
    }
}
