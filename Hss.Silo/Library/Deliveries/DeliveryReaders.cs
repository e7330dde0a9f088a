using System.Collections.Frozen;
using System.Collections.Immutable;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Library.Deliveries;

/// <summary>A reader as staff see them.</summary>
public sealed record Reader(string Id, string Name, string Email);

/// <summary>Finds the people of deliveries, a page of them at once; who is gone is left out.</summary>
public sealed class DeliveryReaders(IJournal journal, EntityCodec codec, ILogger<DeliveryReaders> log)
{
    private const string System = "luna";

    /// <summary>People by id.</summary>
    public async Task<FrozenDictionary<string, Reader>> Of(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (wanted.IsEmpty)
            return FrozenDictionary<string, Reader>.Empty;
        var page = await journal.List(
            new(AccountKind.Instance.Name) { Ids = wanted, Limit = wanted.Length, ExceptStatuses = [AccountRules.Abandoned] }, cancellation).ConfigureAwait(false);
        return codec.DecodeReadable(AccountKind.Instance, page.Rows, log).Select(r => AccountViews.Of(r.State)).Select(a => new Reader(
            a.Id, $"{a.ProfileIn(System).FirstName} {a.ProfileIn(System).LastName}".Trim(), a.Email)).ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);
    }
}
