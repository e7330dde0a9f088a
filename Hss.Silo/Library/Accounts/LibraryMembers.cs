using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Library.Books;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.Identity;

namespace Hss.Silo.Library.Accounts;

/// <summary>What members of the library do to their membership.</summary>
public sealed class LibraryMembers(IdentityService identity, IJournal journal)
{
    /// <summary>The system's key in roles.</summary>
    public const string System = "luna";

    // The facet of a delivery that says how the request or return stands.
    private const string AskedFacet = "asked";

    private static readonly ImmutableArray<string> Unfinished = ["PENDING", "APPROVED", "IN_PROGRESS", "PICKUP_SCHEDULED", "PICKED_UP"];

    /// <summary>Ends a membership and its sessions. Refused while requests or returns of the member are active.</summary>
    public async Task<Outcome<AccountView>> Leave(CallContext context, string id)
    {
        var active = 0L;
        foreach (var status in Unfinished)
        {
            active += (await journal.List(
                new EntityQuery(CopyRules.Deliveries) { Owner = id, Facets = [new(AskedFacet, FacetOperator.Equal, status)], Limit = 1 }, default).ConfigureAwait(false)).Total;
        }

        return active > 0
            ? new Refusal(RefusalCodes.Conflict, $"{active} requests or returns are active; finish or cancel them first") { Details = [new("active", "") { Expected = $"{active}" }] }
            : await identity.Account(id).Leave(context, System).ConfigureAwait(false);
    }
}
