using System.Collections.Immutable;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Identity;

/// <summary>Makes the accounts that must be there: the first operator from the settings, and in Development the demonstration accounts.</summary>
public sealed class IdentityBootstrap(IdentityService identity, HssSettings settings, ILogger<IdentityBootstrap> log) : IHostedService
{
    /// <summary>The demonstration accounts (Development only).</summary>
    public static readonly ImmutableArray<DemonstrationAccount> Demonstration =
    [
        new("customer@hss.local", "Customer123!", "Casey", "Customer", [new("hss", "customer")]),
        new("staff@hss.local", "Staff123!", "Sam", "Staff", [new("hss", "staff")]),
        new("admin@hss.local", "Admin123!", "Ada", "Admin", [new("hss", "admin")]),
        new("operator@hss.local", "Operator123!", "Olga", "Operator", [new(AccountRules.Platform, AccountRules.Operator)]),
        new("manager@example.com", StorePassword, "Mona", "Manager", [new("store", "product_manager")]),
        new("sales@example.com", StorePassword, "Sal", "Sales", [new("store", "sales_manager")]),
        new("support@example.com", StorePassword, "Sue", "Support", [new("store", "support_agent")]),
        new("customer@example.com", StorePassword, "Cleo", "Customer", [new("store", "customer")]),
        new("examplecustomer@example.com", StorePassword, "Emil", "Example", [new("store", "customer")]),
        new("admin@luna.local", "Admin123!", "Alma", "Admin", [new("luna", "ADMIN")]),
        new("librarian@luna.local", "Librarian123!", "Lena", "Librarian", [new("luna", "LIBRARIAN")]),
        new("student@luna.local", "Student123!", "Stella", "Student", [new("luna", "STUDENT")]),
        Assets("admin@suresoft.com", "admin123!", "관리자", "admin", "IT관리팀"),
        Assets("manager@suresoft.com", "manager123!", "매니저", "manager", "자산관리팀"),
        Assets("employee@suresoft.com", "employee123!", "직원", "employee", "개발팀"),
    ];

    private const string StorePassword = "12345678";

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Identity is { AdminEmail: { } email, AdminPassword: { } password })
            await EnsureReadable(new(email, password, "", "", [new(AccountRules.Platform, AccountRules.Operator)])).ConfigureAwait(false);
        if (!settings.Development)
            return;
        await Task.WhenAll(Demonstration.Select(EnsureReadable)).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static DemonstrationAccount Assets(string email, string password, string name, string role, string department) =>
        new(email, password, name, "", [new("sams", role)]) { Profile = new("sams", null, null, [new("department", department)]) };

    // An account that a newer program stored is refused to whoever uses it; it is no reason not to start.
    private async Task EnsureReadable(DemonstrationAccount account)
    {
        try
        {
            await Ensure(account).ConfigureAwait(false);
        }
        catch (JournalException e) when (e.Fault == JournalFault.Unreadable)
        {
            log.LogError("A configured account cannot be read: {Reason}", e.Message);
        }
    }

    private async Task Ensure(DemonstrationAccount account)
    {
        if (await identity.FindByEmail(account.Email).ConfigureAwait(false) is { } known)
        {
            // Nobody gets rights by a setting who could have registered the address first.
            foreach (var missing in account.Roles.Where(r => r.Role == AccountRules.Operator && known.RoleIn(r.System) != r.Role))
                log.LogWarning("Account {Account} has the configured e-mail but is no {Role}; an operator has to give the role", known.Id, missing.Role);
            return;
        }

        var made = await identity.Register(CallContext.System("bootstrap"), new(
            account.Email, null, account.FirstName, account.LastName, PasswordHasher.Digest(account.Password), account.Roles)
        {
            Profile = account.Profile,
        }).ConfigureAwait(false);
        if (made.Accepted)
            log.LogInformation("Made account {Account} with {Roles}", made.Value.Id, string.Join(", ", account.Roles.Select(r => $"{r.System}:{r.Role}")));
    }
}

/// <summary>An account to make at start.</summary>
public sealed record DemonstrationAccount(string Email, string Password, string FirstName, string LastName, ImmutableArray<RoleChange> Roles)
{
    /// <summary>What its system notes beside the names, or null.</summary>
    public ProfileChange? Profile { get; init; }
}
