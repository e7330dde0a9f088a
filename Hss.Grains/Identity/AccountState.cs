using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;

namespace Hss.Grains.Identity;

/// <summary>An account's durable state: the fold of its events. The e-mail stays readable, as signing in needs it.</summary>
public sealed record AccountState(string Id)
{
    /// <summary>Empty, <c>active</c>, <c>inactive</c>, <c>deleted</c>, or <c>abandoned</c> (the registration was given up before it was durable).</summary>
    public string Status { get; init; } = "";

    /// <summary>Trimmed, lower case.</summary>
    public string Email { get; init; } = "";

    /// <summary>Reservia's name, or null.</summary>
    public string? Username { get; init; }

    /// <summary>The names that this account owns.</summary>
    public ImmutableArray<EntityKey> Names { get; init; } = [];

    /// <summary>As the person gave it.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>As the person gave it.</summary>
    public string LastName { get; init; } = "";

    /// <summary>Role by system.</summary>
    public ImmutableSortedDictionary<string, string> Roles { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What systems know of their member, where it is more than the names above.</summary>
    public ImmutableSortedDictionary<string, StoredProfile> Profiles { get; init; } = ImmutableSortedDictionary<string, StoredProfile>.Empty;

    /// <summary>Systems whose membership is switched off.</summary>
    public ImmutableArray<string> Inactive { get; init; } = [];

    /// <summary>The password's verifier, or null.</summary>
    public string? Verifier { get; init; }

    /// <summary>Counts the passwords: sessions of an older one have ended.</summary>
    public int CredentialEpoch { get; init; }

    /// <summary>The session that outlived the last change of password.</summary>
    public string? KeptSession { get; init; }

    /// <summary>Times of the last wrong passwords, oldest first.</summary>
    public ImmutableArray<DateTimeOffset> Failures { get; init; } = [];

    /// <summary>Until when every sign-in is refused.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>SHA-256 of the reset token that is out, or null.</summary>
    public string? ResetTokenHash { get; init; }

    /// <summary>Until when it works.</summary>
    public DateTimeOffset? ResetExpiresAt { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether the account was made.</summary>
    public bool Exists => Status is AccountRules.Active or AccountRules.Inactive;
}

/// <summary>A person registered.</summary>
public sealed record AccountCreated(
    string Email,
    string? Username,
    ImmutableArray<EntityKey> Names,
    string FirstName,
    string LastName,
    [property: Secret] string? Verifier,
    ImmutableArray<RoleChange> Roles,
    DateTimeOffset At) : IEntityEvent;

/// <summary>The registration was given up before it was durable: this id makes no account any more.</summary>
public sealed record RegistrationAbandoned(DateTimeOffset At) : IEntityEvent;

/// <summary>The account has a username now.</summary>
public sealed record UsernameTaken(string Username, EntityKey Name, DateTimeOffset At) : IEntityEvent;

/// <summary>The account has another e-mail.</summary>
/// <param name="Old">The name of the one before, which goes.</param>
public sealed record EmailChanged(string Email, EntityKey Name, EntityKey Old, DateTimeOffset At) : IEntityEvent;

/// <summary>Roles were given or taken.</summary>
public sealed record RolesChanged(ImmutableArray<RoleChange> Changes, DateTimeOffset At) : IEntityEvent;

/// <summary>A membership was switched on or off.</summary>
public sealed record ActivityChanged(string System, bool Active, DateTimeOffset At) : IEntityEvent;

/// <summary>A membership ended, and all sessions with it.</summary>
public sealed record MemberLeft(string System, DateTimeOffset At) : IEntityEvent;

/// <summary>No role was left: the account is gone, and its names are free.</summary>
public sealed record AccountDeleted(DateTimeOffset At) : IEntityEvent;

/// <summary>A wrong password.</summary>
public sealed record SignInFailed(DateTimeOffset At, DateTimeOffset CountsFrom) : IEntityEvent;

/// <summary>Too many wrong passwords.</summary>
public sealed record AccountLocked(DateTimeOffset Until, DateTimeOffset At) : IEntityEvent;

/// <summary>A new password.</summary>
public sealed record PasswordChanged([property: Secret] string Verifier, string? KeptSession, bool ByReset, DateTimeOffset At) : IEntityEvent;

/// <summary>A reset link was asked for.</summary>
public sealed record PasswordResetRequested([property: Secret] string TokenHash, DateTimeOffset ExpiresAt, DateTimeOffset At) : IEntityEvent;

/// <summary>The mail that carries a reset link.</summary>
public sealed record MailPayload([property: Personal] string To, string Subject, [property: Personal] string Text);
