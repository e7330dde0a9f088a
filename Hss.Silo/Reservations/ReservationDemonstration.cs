using System.Collections.Immutable;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.Hosting;
using Hss.Silo.Identity;
using Microsoft.Extensions.Hosting;

namespace Hss.Silo.Reservations;

/// <summary>Makes the two administrators and the first resource in Development (fact file).</summary>
public sealed class ReservationDemonstration(ReservationUsers users, ReservationService reservations, IdentityService identity, HssSettings settings) : IHostedService
{
    private static readonly ImmutableArray<(string Name, string Email, string Role)> Administrators =
        [("admin", "admin@admin.se", "admin"), ("super", "super@super.se", "super")];

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Development)
            return;
        var context = CallContext.System("demonstration");
        foreach (var (name, email, role) in Administrators)
        {
            if (await identity.FindByEmail(email).ConfigureAwait(false) is not null)
                continue;
            var added = await users.Add(context, name, email, PasswordHasher.Digest(name)).ConfigureAwait(false);
            if (added.Accepted)
                await identity.Account(added.Value.Id).SetRoles(context, [new RoleChange(ReservationUsers.System, role)]).ConfigureAwait(false);
        }

        if ((await reservations.Queues(cancellationToken).ConfigureAwait(false)).IsEmpty)
            await reservations.Add(context, "Demonstration resource", "Made at start, to try the queue with", 1).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
