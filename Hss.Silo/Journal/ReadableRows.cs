using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Journal;

/// <summary>Rows of lists: one that a newer program wrote is left out and named in the log, so that only that entity is refused.</summary>
internal static class ReadableRows
{
    /// <summary>The rows that this program knows, with their states.</summary>
    public static IEnumerable<(EntityRow Row, TState State)> DecodeReadable<TState>(
        this EntityCodec codec, EntityKind<TState> kind, IEnumerable<EntityRow> rows, ILogger log)
        where TState : class =>
        Readable(rows, row => row.Key, row => (row, codec.DecodeListed(kind, row)), log);

    /// <summary>The events that this program knows, opened.</summary>
    public static IEnumerable<(FeedEvent Stored, IEntityEvent Event)> DecodeReadable<TState>(
        this EntityCodec codec, EntityKind<TState> kind, IEnumerable<FeedEvent> events, ILogger log)
        where TState : class =>
        Readable(events, e => e.Key, e => (e, codec.DecodeEvent(kind, e.Key, e.Event)), log);

    private static IEnumerable<TResult> Readable<T, TResult>(IEnumerable<T> stored, Func<T, EntityKey> keyOf, Func<T, TResult> read, ILogger log)
        where TResult : struct
    {
        foreach (var one in stored)
        {
            TResult? known = null;
            try
            {
                known = read(one);
            }
            catch (JournalException e) when (e.Fault == JournalFault.Unreadable)
            {
                log.LogError("{Key} is left out of a list: {Reason}", keyOf(one), e.Message);
            }

            if (known is { } value)
                yield return value;
        }
    }
}
