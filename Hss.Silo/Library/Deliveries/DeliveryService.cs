using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Library.Deliveries;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;

namespace Hss.Silo.Library.Deliveries;

/// <summary>The grains of deliveries, and what stands around a call of one.</summary>
public sealed class DeliveryService(IGrainFactory grains)
{
    private const int GuidSize = 16;

    private static readonly Refusal BookNotFound = new(RefusalCodes.NotFound, "Book not found");

    /// <summary>The grain of a delivery.</summary>
    public IDeliveryGrain Delivery(string id) => grains.GetGrain<IDeliveryGrain>(DeliveryKind.Instance.Key(id).ToString());

    /// <summary>Asks for a book.</summary>
    public Task<Outcome<DeliveryView>> Request(CallContext context, RequestBook command) => Open(context, delivery => delivery.Request(context, command));

    /// <summary>Gives a book back.</summary>
    public Task<Outcome<DeliveryView>> Return(CallContext context, ReturnBook command) => Open(context, delivery => delivery.Return(context, command));

    /// <summary>Has something carried; a title that it names must be there.</summary>
    public async Task<Outcome<DeliveryView>> Create(CallContext context, CreateDelivery command) =>
        command.BookId is { } book && await Book(book).Get().ConfigureAwait(false) is null
            ? BookNotFound
            : await Open(context, delivery => delivery.Create(context, command)).ConfigureAwait(false);

    /// <summary>Where those of some deliveries that wait for a copy stand now: 1 for the head of a title's queue.</summary>
    public async Task<FrozenDictionary<string, int>> Positions(IEnumerable<DeliveryView> deliveries)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var bookId in deliveries.Where(d => d.QueuePosition is not null).Select(d => d.BookId!).Distinct(StringComparer.Ordinal))
        {
            var queue = (await Book(bookId).Get().ConfigureAwait(false))?.Queue ?? [];
            for (var i = 0; i < queue.Length; i++)
                positions[queue[i].DeliveryId] = i + 1;
        }

        return positions.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // A repeat of the same operation finds the same delivery, and so its own hold; unless that was given up meanwhile.
    private async Task<Outcome<DeliveryView>> Open(CallContext context, Func<IDeliveryGrain, Task<Outcome<DeliveryView>>> open)
    {
        if (context.Operation is { } operation)
        {
            var known = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"delivery {operation.Id}")).AsSpan(0, GuidSize)).ToString();
            var outcome = await open(Delivery(known)).ConfigureAwait(false);
            if (outcome.Refusal?.Code != RefusalCodes.Unavailable)
                return outcome;
        }

        return await open(Delivery(Guid.NewGuid().ToString())).ConfigureAwait(false);
    }

    private IBookGrain Book(string id) => grains.GetGrain<IBookGrain>(DeliveryParties.Book(id).ToString());
}
