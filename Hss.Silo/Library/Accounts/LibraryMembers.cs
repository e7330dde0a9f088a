using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.Identity;
using Hss.Silo.Library.Deliveries;

namespace Hss.Silo.Library.Accounts;

/// <summary>What members of the library do to their membership.</summary>
public sealed class LibraryMembers(IdentityService identity, DeliveryQueries deliveries)
{
    /// <summary>The system's key in roles.</summary>
    public const string System = "luna";

    /// <summary>Ends a membership and its sessions. Refused while requests or returns of the member are active.</summary>
    public async Task<Outcome<AccountView>> Leave(CallContext context, string id)
    {
        var active = await deliveries.Active(id, default).ConfigureAwait(false);
        return active > 0
            ? new Refusal(RefusalCodes.Conflict, $"{active} requests or returns are active; finish or cancel them first") { Details = [new("active", "") { Expected = $"{active}" }] }
            : await identity.Account(id).Leave(context, System).ConfigureAwait(false);
    }
}
