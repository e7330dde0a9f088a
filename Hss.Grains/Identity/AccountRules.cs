using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;

namespace Hss.Grains.Identity;

/// <summary>The rules of accounts: who exists, which roles count, when a password may be tried (contracts, section 3).</summary>
public static class AccountRules
{
    /// <summary>The account may sign in.</summary>
    public const string Active = "active";

    /// <summary>The whole account is switched off.</summary>
    public const string Inactive = "inactive";

    /// <summary>The id makes no account any more.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>The account is gone; its names may be others'.</summary>
    public const string Deleted = "deleted";

    /// <summary>The platform itself among the systems.</summary>
    public const string Platform = "platform";

    /// <summary>The platform's highest role.</summary>
    public const string Operator = "operator";

    /// <summary>Target of mails among effects.</summary>
    public const string MailTarget = "mail";

    internal static readonly Refusal NotFound = new(RefusalCodes.NotFound, "Account not found");

    private static readonly Refusal OwnOperator = new(RefusalCodes.Conflict, "Operators cannot give up their own rights: ask another operator");

    private static readonly Refusal BadToken = new(RefusalCodes.Invalid, "The reset token is invalid or has expired");

    /// <summary>Makes the account, once: an id that is taken or was given up is refused.</summary>
    public static Decision Create(AccountState state, CreateAccount command, DateTimeOffset now) => state.Status switch
    {
        "" => Created(state, command, now),
        Abandoned => Decision.Refuse(RefusalCodes.Conflict, "The registration took too long; try again"),
        _ => Decision.Refuse(RefusalCodes.Conflict, "The account exists"),
    };

    /// <summary>Whether the names are this account's; undecided registrations are given up first.</summary>
    public static Decision Settle(AccountState state, DateTimeOffset now) =>
        state.Status.Length == 0 ? Decision.Accept(new RegistrationAbandoned(now)) : Decision.Unchanged;

    /// <summary>Gives and takes roles.</summary>
    /// <param name="actor">Who does it: an operator keeps their own role, so that there is always one.</param>
    public static Decision SetRoles(AccountState state, string actor, ImmutableArray<RoleChange> changes, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound;
        if (actor == state.Id && IsOperator(state) && changes.Any(c => c.System == Platform && c.Role != Operator))
            return OwnOperator;
        foreach (var change in changes)
        {
            if (!SystemRoles.IsKnown(change.System, change.Role))
                return Unknown(change);
        }

        ImmutableArray<RoleChange> real = [.. changes.Where(c => state.Roles.GetValueOrDefault(c.System) != c.Role)];
        return real.IsEmpty ? Decision.Unchanged : Decision.Accept(new RolesChanged(real, now));
    }

    /// <summary>Makes a member; who is one already stays as they are.</summary>
    public static Decision Join(AccountState state, string system, string role, ProfileChange? profile, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound;
        if (state.Roles.ContainsKey(system))
            return Decision.Refuse(RefusalCodes.Conflict, "The account is a member already");
        if (!SystemRoles.IsKnown(system, role))
            return Unknown(new(system, role));
        var joined = new RolesChanged([new(system, role)], now);
        var changed = profile is null ? null : Profiles.Changed(state, profile, now);
        // A membership that was switched off and taken is a new one.
        var active = state.Inactive.Contains(system) ? new ActivityChanged(system, Active: true, now) : null;
        return Decision.Accept(All(joined, changed, active));
    }

    /// <summary>Changes what is named of a member, all at once.</summary>
    public static Decision ChangeMember(AccountState state, MemberChange change, DateTimeOffset now)
    {
        if (!state.Exists || !state.Roles.TryGetValue(change.System, out var role))
            return NotFound;
        if (change.Role is not null && !SystemRoles.IsKnown(change.System, change.Role))
            return Unknown(new(change.System, change.Role));
        return Decision.Accept(All(
            change.Role is { } next && next != role ? new RolesChanged([new(change.System, next)], now) : null,
            change.Active is { } active && active == state.Inactive.Contains(change.System) ? new ActivityChanged(change.System, active, now) : null,
            change.Profile is { } profile ? Profiles.Changed(state, profile, now) : null));
    }

    /// <summary>Ends a membership and all sessions; with the last role the account itself goes, and lets its names go.</summary>
    public static Decision Leave(AccountState state, string system, DateTimeOffset now)
    {
        if (!state.Exists || !state.Roles.ContainsKey(system))
            return NotFound;
        var left = new MemberLeft(system, now);
        return state.Roles.Count > 1
            ? Decision.Accept(left)
            : Decision.Accept(left, new AccountDeleted(now)).With([.. state.Names.Select(LetGo.Of)]);
    }

    /// <summary>Changes what a system knows of its member.</summary>
    public static Decision SetProfile(AccountState state, ProfileChange change, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound;
        return Profiles.Changed(state, change, now) is { } changed ? Decision.Accept(changed) : Decision.Unchanged;
    }

    /// <summary>Switches a membership, or under <c>platform</c> the whole account.</summary>
    /// <param name="actor">Who does it: an operator stays one.</param>
    public static Decision SetActive(AccountState state, string actor, string system, bool active, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound;
        if (actor == state.Id && IsOperator(state) && system == Platform && !active)
            return OwnOperator;
        return state.Inactive.Contains(system) != active ? Decision.Unchanged : Decision.Accept(new ActivityChanged(system, active, now));
    }

    /// <summary>Counts a wrong password, and locks when there were enough. While it is locked nothing is counted.</summary>
    public static Decision SignInFailed(AccountState state, int limit, TimeSpan lockTime, DateTimeOffset now)
    {
        if (!state.Exists || limit == 0 || state.LockedUntil > now)
            return Decision.Unchanged;
        var failed = new SignInFailed(now, now - lockTime);
        return Recent(state, now - lockTime).Length + 1 >= limit
            ? Decision.Accept(failed, new AccountLocked(now + lockTime, now))
            : Decision.Accept(failed);
    }

    /// <summary>Sets a password.</summary>
    public static Decision ChangePassword(AccountState state, string verifier, string? keptSession, DateTimeOffset now) =>
        state.Exists ? Decision.Accept(new PasswordChanged(verifier, keptSession, ByReset: false, now)) : NotFound;

    /// <summary>Sends a reset link; a newer one replaces it.</summary>
    public static Decision RequestReset(AccountState state, ResetRequest request, DateTimeOffset now) => !state.Exists
        ? NotFound
        : Decision.Accept(new PasswordResetRequested(request.TokenHash, request.ExpiresAt, now))
            .With(new Effect("mail", MailTarget, new MailPayload(state.Email, "Reset your password", ResetText(request))));

    /// <summary>Sets a password by a mailed token, once.</summary>
    public static Decision ResetPassword(AccountState state, string tokenHash, string verifier, DateTimeOffset now) =>
        state.Exists && state.ResetTokenHash == tokenHash && state.ResetExpiresAt > now
            ? Decision.Accept(new PasswordChanged(verifier, KeptSession: null, ByReset: true, now))
            : BadToken;

    /// <summary>Failures that still count.</summary>
    public static ImmutableArray<DateTimeOffset> Recent(AccountState state, DateTimeOffset from) => [.. state.Failures.Where(f => f > from)];

    /// <summary>The state after an event.</summary>
    public static AccountState Apply(AccountState state, IEntityEvent e) => e switch
    {
        AccountCreated c => state with
        {
            Status = Active,
            Email = c.Email,
            Username = c.Username,
            Names = c.Names,
            FirstName = c.FirstName,
            LastName = c.LastName,
            Verifier = c.Verifier,
            Roles = With(state.Roles, c.Roles),
            CreatedAt = c.At,
            UpdatedAt = c.At,
        },
        RegistrationAbandoned => state with { Status = Abandoned },
        EmailChanged c => state with { Email = c.Email, Names = state.Names.Replace(c.Old, c.Name), UpdatedAt = c.At },
        UsernameTaken u => state with { Username = u.Username, Names = state.Names.Add(u.Name), UpdatedAt = u.At },
        RolesChanged r => state with { Roles = With(state.Roles, r.Changes), UpdatedAt = r.At },
        ActivityChanged a => state with
        {
            Inactive = a.Active ? state.Inactive.Remove(a.System) : state.Inactive.Add(a.System),
            Status = a.System != Platform ? state.Status : a.Active ? Active : Inactive,
            UpdatedAt = a.At,
        },
        MemberLeft l => state with
        {
            Roles = state.Roles.Remove(l.System),
            Profiles = state.Profiles.Remove(l.System),
            Inactive = l.System == Platform ? state.Inactive : state.Inactive.Remove(l.System),
            CredentialEpoch = state.CredentialEpoch + 1,
            KeptSession = null,
            UpdatedAt = l.At,
        },
        AccountDeleted d => new(state.Id) { Status = Deleted, CredentialEpoch = state.CredentialEpoch, CreatedAt = state.CreatedAt, UpdatedAt = d.At },
        SignInFailed f => state with { Failures = Recent(state, f.CountsFrom).Add(f.At) },
        AccountLocked l => state with { LockedUntil = l.Until, Failures = [] },
        PasswordChanged p => state with
        {
            Verifier = p.Verifier,
            CredentialEpoch = state.CredentialEpoch + 1,
            KeptSession = p.KeptSession,
            ResetTokenHash = null,
            ResetExpiresAt = null,
            Failures = [],
            LockedUntil = null,
            UpdatedAt = p.At,
        },
        ProfileChanged p => state with { Profiles = Profiles.With(state, p), UpdatedAt = p.At },
        PasswordResetRequested r => state with { ResetTokenHash = r.TokenHash, ResetExpiresAt = r.ExpiresAt },
        _ => throw new InvalidOperationException($"An account has no event {e.GetType().Name}"),
    };

    private static Decision Created(AccountState state, CreateAccount command, DateTimeOffset now)
    {
        var created = new AccountCreated(
            command.Email, command.Username, Names(command), command.FirstName, command.LastName, command.Verifier, command.Roles, now);
        return command.Profile is { } profile && Profiles.Changed(Apply(state, created), profile, now) is { } changed
            ? Decision.Accept(created, changed)
            : Decision.Accept(created);
    }

    private static ImmutableArray<EntityKey> Names(CreateAccount command) =>
        command.UsernameName is { } username ? [command.EmailName, username] : [command.EmailName];

    private static ImmutableSortedDictionary<string, string> With(ImmutableSortedDictionary<string, string> roles, ImmutableArray<RoleChange> changes)
    {
        foreach (var change in changes)
            roles = change.Role is { } role ? roles.SetItem(change.System, role) : roles.Remove(change.System);
        return roles;
    }

    private static ImmutableArray<IEntityEvent> All(params ImmutableArray<IEntityEvent?> events) => [.. events.OfType<IEntityEvent>()];

    private static bool IsOperator(AccountState state) => state.Roles.GetValueOrDefault(Platform) == Operator;

    private static Refusal Unknown(RoleChange change) => new(RefusalCodes.Invalid, "Unknown system or role")
    {
        Details = [new($"roles.{change.System}", SystemRoles.Of(change.System) is { IsEmpty: false } roles ? $"must be one of [{string.Join(", ", roles.Select(r => $"'{r}'"))}]" : "is no system")],
    };

    private static string ResetText(ResetRequest request) =>
        $"Somebody, probably you, asked to set a new password.\n\nOpen this link within the next half hour:\n{request.Link}\n\nIf it was not you, do nothing: your password stays as it is.\n";
}
