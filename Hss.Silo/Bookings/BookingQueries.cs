using System.Collections.Immutable;
using Hss.Grains.Bookings;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Bookings;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Bookings;

/// <summary>Lists of bookings, from committed rows: an acknowledged write is in them at once.</summary>
public sealed class BookingQueries(IJournal journal, EntityCodec codec, ILogger<BookingQueries> log)
{
    /// <summary>Events that the audit shows.</summary>
    public const int AuditLength = 200;

    private static readonly BookingKind Kind = BookingKind.Instance;

    /// <summary>A page of bookings, with the number of all that match.</summary>
    /// <param name="owner">Only this account's, or everybody's.</param>
    /// <param name="statuses">Only in these; empty for all.</param>
    public async Task<(ImmutableArray<BookingView> Bookings, long Total)> List(
        string? owner, ImmutableArray<string> statuses, bool newestFirst, int limit, int offset, CancellationToken cancellation)
    {
        var page = await journal.List(
            new EntityQuery(Kind.Name)
            {
                Owner = owner,
                Statuses = statuses,
                Sort = [new("created_at", Descending: newestFirst)],
                Limit = limit,
                Offset = offset,
            },
            cancellation).ConfigureAwait(false);
        return ([.. codec.DecodeReadable(Kind, page.Rows, log).Select(r => BookingViews.Of(r.State) with { Version = r.Row.Version })], page.Total);
    }

    /// <summary>Bookings and their prices (cents) by status.</summary>
    public Task<ImmutableArray<StatusTotal>> Totals(CancellationToken cancellation) => journal.Totals(Kind.Name, BookingKind.TotalFacet, cancellation);

    /// <summary>Captured payments (cents), by the status that their bookings have now.</summary>
    public Task<ImmutableArray<StatusTotal>> Paid(CancellationToken cancellation) => journal.Totals(Kind.Name, BookingKind.PaidFacet, cancellation);

    /// <summary>The newest events of all bookings, newest first, at most 200.</summary>
    public Task<ImmutableArray<BookingEvent>> Audit(CancellationToken cancellation) =>
        Events(new() { Kind = Kind.Name, Descending = true, Limit = AuditLength }, cancellation);

    /// <summary>One booking's events, oldest first.</summary>
    public Task<ImmutableArray<BookingEvent>> History(string id, CancellationToken cancellation) =>
        Events(new() { Kind = Kind.Name, Id = id, Limit = AuditLength }, cancellation);

    private async Task<ImmutableArray<BookingEvent>> Events(EventQuery query, CancellationToken cancellation)
    {
        var events = await journal.Events(query, cancellation).ConfigureAwait(false);
        return [.. codec.DecodeReadable(Kind, events, log).Select(e => new BookingEvent(e.Stored.Seq, e.Stored.Key.Id, e.Event, e.Stored.Event.At, e.Stored.Event.Actor))];
    }
}

/// <summary>An event of a booking, decoded.</summary>
/// <param name="Seq">Its place in the feed.</param>
public sealed record BookingEvent(long Seq, string BookingId, IEntityEvent Event, DateTimeOffset At, string Actor);
