using System.Collections.Immutable;
using System.Globalization;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Reservations;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Reservations;
using Hss.Silo.Identity;
using Hss.Silo.Numbers;

namespace Hss.Silo.Reservations;

/// <summary>Finds numbers and names for resources, and the grains of their queues.</summary>
public sealed class ReservationService(IGrainFactory grains, IJournal journal, NumberBlocks numbers, UniqueNames names)
{
    private const string ResourceNumbers = "reservia.resource";

    private const string ReservationNumbers = "reservia.reservation";

    private const string NameSpace = "reservia_resource";

    // Numbers begin with 1: this is nobody's, and only knows how to repeat a kept answer.
    private const string NoResource = "0";

    /// <summary>The queue of a resource.</summary>
    public IResourceQueueGrain Queue(string id) => grains.GetGrain<IResourceQueueGrain>(QueueKind.Instance.Key(id).ToString());

    /// <summary>Makes a resource under the next number; a repeat of a kept operation takes none.</summary>
    public async Task<Outcome<ResourceView>> Add(CallContext context, string name, string? comment, int capacity)
    {
        var repeat = context.Operation is { } operation && await journal.FindOperation(operation.Id).ConfigureAwait(false) is not null;
        var id = repeat ? NoResource : (await numbers.Next(ResourceNumbers).ConfigureAwait(false)).ToString(CultureInfo.InvariantCulture);
        var key = NameKey(name);
        return await Final(await Queue(id).Add(context, new(name, key, comment, capacity)).ConfigureAwait(false), key).ConfigureAwait(false);
    }

    /// <summary>Changes a resource; null stays.</summary>
    public async Task<Outcome<ResourceView>> Modify(CallContext context, string id, string? name, string? comment, int? capacity, string? availability)
    {
        EntityKey? key = name is null ? null : NameKey(name);
        return await Final(
            await Queue(id).Modify(context, new(name, key, comment, capacity, availability)).ConfigureAwait(false), key).ConfigureAwait(false);
    }

    /// <summary>Asks for a place in the name of a user.</summary>
    public async Task<Outcome<ReservationView>> Request(CallContext context, string id, ReservationUser user) =>
        await Queue(id).Request(
            context, new(await numbers.Next(ReservationNumbers).ConfigureAwait(false), user.AccountId, user.Number, user.Name, user.Priority)).ConfigureAwait(false);

    /// <summary>All queues, by the numbers of their resources. Their grains have them in memory, with what the snapshots of long queues lack.</summary>
    public async Task<ImmutableArray<QueueView>> Queues(CancellationToken cancellation)
    {
        var page = await journal.List(
            new EntityQuery(QueueKind.Instance.Name)
            {
                Statuses = [QueueState.Active],
                Sort = [new($"facet:{QueueKind.NumberFacet}", Numeric: true)],
                Limit = int.MaxValue,
            },
            cancellation).ConfigureAwait(false);
        var queues = await Task.WhenAll(page.Rows.Select(r => Queue(r.Key.Id).Queue())).ConfigureAwait(false);
        return [.. queues.OfType<QueueView>()];
    }

    private async Task<Outcome<ResourceView>> Final(Outcome<ResourceView> outcome, EntityKey? name) =>
        name is { } key && outcome.Refusal?.Code == ReservationCodes.NameTaken
            ? await names.Decided(outcome, key, async owner => await Queue(owner.Id).Get().ConfigureAwait(false) is not null).ConfigureAwait(false)
            : outcome;

    private EntityKey NameKey(string name) => names.Key(NameSpace, SearchText.Of(name));
}
