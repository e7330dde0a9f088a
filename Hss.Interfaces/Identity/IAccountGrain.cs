using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Interfaces.Identity;

/// <summary>One person's account, keyed by its UUID.</summary>
[GrainTier(GrainTier.Resource), Alias("hss.identity.account")]
public interface IAccountGrain : IHoldOwner
{
    /// <summary>Makes the account. Refused when its registration was given up meanwhile.</summary>
    [Alias("create")]
    Task<Outcome<AccountView>> Create(CallContext context, CreateAccount command);

    /// <summary>Gives or takes roles: system to role, or null to take it. At once, for every session.</summary>
    [Alias("set-roles")]
    Task<Outcome<AccountView>> SetRoles(CallContext context, ImmutableArray<RoleChange> changes);

    /// <summary>Makes the account a member of a system; a member already is a conflict.</summary>
    /// <param name="profile">What to note for it, or null for the account's names.</param>
    [Alias("join")]
    Task<Outcome<AccountView>> Join(CallContext context, string system, string role, ProfileChange? profile);

    /// <summary>Gives an account without username one, whose name it holds. Another username is a conflict.</summary>
    [Alias("take-username")]
    Task<Outcome<AccountView>> TakeUsername(CallContext context, string username, EntityKey name);

    /// <summary>Gives the account another e-mail, whose name it holds; the old one is let go.</summary>
    /// <param name="email">Trimmed, lower case.</param>
    [Alias("change-email")]
    Task<Outcome<AccountView>> ChangeEmail(CallContext context, string email, EntityKey name);

    /// <summary>Changes what a system knows of its member; what is not named stays.</summary>
    [Alias("set-profile")]
    Task<Outcome<AccountView>> SetProfile(CallContext context, ProfileChange change);

    /// <summary>Switches a system's membership, or the whole account under <c>platform</c>, off or on.</summary>
    [Alias("set-active")]
    Task<Outcome<AccountView>> SetActive(CallContext context, string system, bool active);

    /// <summary>Changes what is named of a member: role, activity, profile, all or nothing. Refused with <see cref="RefusalCodes.NotFound"/> for others.</summary>
    [Alias("change-member")]
    Task<Outcome<AccountView>> ChangeMember(CallContext context, MemberChange change);

    /// <summary>
    /// Ends a membership, its profile, and all sessions of the account. An account without any role left is deleted: its e-mail and username are
    /// free, its row and events stay. Refused with <see cref="RefusalCodes.NotFound"/> for who is no member.
    /// </summary>
    [Alias("leave")]
    Task<Outcome<AccountView>> Leave(CallContext context, string system);

    /// <summary>A sign-in with a wrong password: enough of them within the time lock the account for as long.</summary>
    /// <param name="limit">Failures that lock; 0 for never.</param>
    [Alias("sign-in-failed")]
    Task<Outcome<AccountView>> SignInFailed(CallContext context, int limit, TimeSpan lockTime);

    /// <summary>Sets a new verifier and ends every session but the one kept.</summary>
    [Alias("change-password")]
    Task<Outcome<AccountView>> ChangePassword(CallContext context, string verifier, string? keptSession);

    /// <summary>Mails a link that sets a new password.</summary>
    [Alias("request-reset")]
    Task<Outcome<AccountView>> RequestReset(CallContext context, ResetRequest request);

    /// <summary>Sets a new verifier by a mailed token, once, and ends every session.</summary>
    [Alias("reset-password")]
    Task<Outcome<AccountView>> ResetPassword(CallContext context, string tokenHash, string verifier);

    /// <summary>The committed account, or null.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<AccountView?> Get();

    /// <summary>What signing in needs, or null.</summary>
    [Alias("credentials"), AlwaysInterleave]
    Task<AccountCredentials?> Credentials();
}

/// <summary>An account to make.</summary>
/// <param name="Email">Trimmed, lower case.</param>
/// <param name="EmailName">The key of the e-mail's name grain.</param>
/// <param name="Username">Reservia's name, or null.</param>
/// <param name="UsernameName">The key of the username's name grain, or null.</param>
/// <param name="Verifier">The password's verifier, or null for an account without password.</param>
/// <param name="Profile">What the registering system notes beside the names, or null.</param>
[GenerateSerializer, Alias("hss.identity.create-account"), Immutable]
public sealed record CreateAccount(
    [property: Id(0)] string Email,
    [property: Id(1)] EntityKey EmailName,
    [property: Id(2)] string? Username,
    [property: Id(3)] EntityKey? UsernameName,
    [property: Id(4)] string FirstName,
    [property: Id(5)] string LastName,
    [property: Id(6)] string? Verifier,
    [property: Id(7)] ImmutableArray<RoleChange> Roles,
    [property: Id(8)] ProfileChange? Profile);

/// <summary>A role given (or taken, when null) in one system.</summary>
[GenerateSerializer, Alias("hss.identity.role-change"), Immutable]
public sealed record RoleChange([property: Id(0)] string System, [property: Id(1)] string? Role);

/// <summary>A change of a membership; null stays as it is.</summary>
/// <param name="Role">The new role.</param>
/// <param name="Active">Whether it is switched on.</param>
/// <param name="Profile">What the system knows of its member, of the same system.</param>
[GenerateSerializer, Alias("hss.identity.member-change"), Immutable]
public sealed record MemberChange(
    [property: Id(0)] string System, [property: Id(1)] string? Role, [property: Id(2)] bool? Active, [property: Id(3)] ProfileChange? Profile);

/// <summary>A reset link to mail.</summary>
/// <param name="TokenHash">SHA-256 (lower-case hex) of the token.</param>
/// <param name="Link">The whole link, with the token.</param>
/// <param name="ExpiresAt">Until when it works.</param>
[GenerateSerializer, Alias("hss.identity.reset-request"), Immutable]
public sealed record ResetRequest([property: Id(0)] string TokenHash, [property: Id(1)] string Link, [property: Id(2)] DateTimeOffset ExpiresAt);

/// <summary>An account as others see it.</summary>
/// <param name="Roles">Active memberships only.</param>
/// <param name="Inactive">Systems whose membership is switched off; <c>platform</c> stands for the whole account.</param>
[GenerateSerializer, Alias("hss.identity.account-view"), Immutable]
public sealed record AccountView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Email,
    [property: Id(2)] string? Username,
    [property: Id(3)] string FirstName,
    [property: Id(4)] string LastName,
    [property: Id(5)] ImmutableArray<RoleChange> Roles,
    [property: Id(6)] ImmutableArray<string> Inactive,
    [property: Id(7)] bool HasPassword,
    [property: Id(8)] int CredentialEpoch,
    [property: Id(9)] string? KeptSession,
    [property: Id(10)] DateTimeOffset CreatedAt,
    [property: Id(11)] DateTimeOffset UpdatedAt,
    [property: Id(12)] long Version,
    [property: Id(13)] ImmutableArray<MemberProfile> Profiles)
{
    /// <summary>Roles of memberships that are switched off.</summary>
    [Id(14)]
    public ImmutableArray<RoleChange> Suspended { get; init; } = [];

    /// <summary>What a system knows of its member: the account's names until it is told something else (contracts, section 3).</summary>
    public MemberProfile ProfileIn(string system) => Profiles.FirstOrDefault(p => p.System == system) ?? new(system, FirstName, LastName, []);

    /// <summary>The role in a system, or null.</summary>
    public string? RoleIn(string system) => Roles.FirstOrDefault(r => r.System == system)?.Role;

    /// <summary>The role in a system, also of a membership that is switched off, or null.</summary>
    public string? MembershipIn(string system) => RoleIn(system) ?? Suspended.FirstOrDefault(r => r.System == system)?.Role;
}

/// <summary>What signing in needs to know.</summary>
/// <param name="LockedUntil">Until when every sign-in is refused, or null.</param>
/// <param name="RecentFailures">Failures that still count.</param>
[GenerateSerializer, Alias("hss.identity.credentials"), Immutable]
public sealed record AccountCredentials(
    [property: Id(0)] string? Verifier, [property: Id(1)] DateTimeOffset? LockedUntil, [property: Id(2)] int RecentFailures);
