using System.Collections.Immutable;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Notifications;
using Hss.Interfaces.Notifications;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Notifications;

/// <summary>What is in an inbox, from committed rows.</summary>
public sealed class NotificationQueries(IJournal journal, EntityCodec codec, ILogger<NotificationQueries> log)
{
    /// <summary>A page of an account's notifications, the newest first, with the number of all that match.</summary>
    /// <param name="read">Only read ones (true) or only unread ones (false), or null for both.</param>
    /// <param name="type">Only of this type, or null.</param>
    public async Task<(ImmutableArray<NotificationView> Notifications, long Total)> List(
        string account, bool? read, string? type, int limit, int offset, CancellationToken cancellation)
    {
        var page = await journal.List(
            new(NotificationKind.Instance.Name)
            {
                Owner = account,
                Statuses = read switch
                {
                    true => [NotificationState.WasRead],
                    false => [NotificationState.Unread],
                    null => [NotificationState.Unread, NotificationState.WasRead],
                },
                Facets = type is null ? [] : [new(NotificationKind.TypeFacet, FacetOperator.Equal, type)],
                Sort = [new("created_at", Descending: true)],
                Limit = limit,
                Offset = offset,
            },
            cancellation).ConfigureAwait(false);
        return ([.. codec.DecodeReadable(NotificationKind.Instance, page.Rows, log).Select(r => NotificationViews.Of(r.State) with { Version = r.Row.Version })], page.Total);
    }

    /// <summary>How many of an account's notifications are unread.</summary>
    public async Task<long> CountUnread(string account, CancellationToken cancellation)
    {
        var counts = await journal.Count(OfUnread(account), [], cancellation).ConfigureAwait(false);
        return counts.Sum(c => c.Count);
    }

    /// <summary>The ids of an account's unread notifications.</summary>
    public async Task<ImmutableArray<string>> Unread(string account, CancellationToken cancellation)
    {
        var page = await journal.List(OfUnread(account) with { Limit = int.MaxValue }, cancellation).ConfigureAwait(false);
        return [.. page.Rows.Select(r => r.Key.Id)];
    }

    private static EntityQuery OfUnread(string account) => new(NotificationKind.Instance.Name) { Owner = account, Statuses = [NotificationState.Unread] };
}
