using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.Hosting;

namespace Hss.Silo.Identity;

/// <summary>A sign-in's fruits.</summary>
public sealed record Tokens(string Access, string Refresh, TimeSpan AccessLifetime, AccountView Account, string Session);

/// <summary>A registration.</summary>
/// <param name="Digest">SHA-256 hex of the password, or null for an account without one.</param>
/// <param name="Roles">The roles to begin with.</param>
public sealed record Registration(
    string Email, string? Username, string FirstName, string LastName, string? Digest, ImmutableArray<RoleChange> Roles)
{
    /// <summary>What the registering system notes beside the names, or null.</summary>
    public ProfileChange? Profile { get; init; }
}

/// <summary>Registering, signing in, refreshing, passwords: what every mount's own routes are made of.</summary>
public sealed class IdentityService(IGrainFactory grains, DataKeyRing ring, PasswordHasher hasher, AccessTokens tokens, HssSettings settings, SessionCache sessions, TimeProvider time)
{
    /// <summary>Why a registration with a known username is a conflict.</summary>
    public const string UsernameTaken = "The username is already taken";

    private const int MaxAgent = 200;

    private const int RegistrationTries = 200;

    private static readonly TimeSpan RegistrationPause = TimeSpan.FromMilliseconds(25);

    // Whether the account exists shows in nothing, the time of the answer included.
    private static readonly TimeSpan ResetAnswer = TimeSpan.FromMilliseconds(250);

    /// <summary>Why an account whose membership is switched off does not get in.</summary>
    public static readonly Refusal SwitchedOff = new(RefusalCodes.Forbidden, "The account is switched off");

    private static readonly Refusal WrongCredentials = new(RefusalCodes.Unauthorized, "E-mail or password is wrong");

    private static readonly Refusal SessionEnded = new(RefusalCodes.Unauthorized, "The refresh token is invalid or has expired");

    /// <summary>Makes an account; a known e-mail or username is a conflict. Parallel calls make one.</summary>
    public async Task<Outcome<AccountView>> Register(CallContext context, Registration registration)
    {
        context = context.OfOneStep();
        var email = Normal(registration.Email);
        var key = AccountKind.Instance.Key(Guid.NewGuid().ToString());
        var emailName = NameKey("email", email);
        EntityKey? usernameName = registration.Username is { } username ? NameKey("username", Normal(username)) : null;
        var verifier = registration.Digest is { } digest ? await hasher.Hash(digest).ConfigureAwait(false) : null;

        foreach (var name in Names(emailName, usernameName))
        {
            if ((await Name(name).Hold(context, key).ConfigureAwait(false)).Refusal is not null)
            {
                await Release(context, key, emailName, usernameName).ConfigureAwait(false);
                return new Refusal(RefusalCodes.Conflict, name == emailName ? "The e-mail is already registered" : UsernameTaken);
            }
        }

        var created = await Account(key.Id).Create(context, new(
            email, emailName, registration.Username, usernameName, registration.FirstName, registration.LastName, verifier, registration.Roles, registration.Profile)).ConfigureAwait(false);
        if (!created.Accepted)
        {
            await Release(context, key, emailName, usernameName).ConfigureAwait(false);
            return created;
        }

        foreach (var name in Names(emailName, usernameName))
            await Name(name).Confirm(context, key).ConfigureAwait(false);
        return created;
    }

    /// <summary>Signs in by e-mail and password digest.</summary>
    public async Task<Outcome<Tokens>> SignIn(CallContext context, string mount, string email, string digest, string? agent) =>
        await SignIn(context, mount, await FindByEmail(email).ConfigureAwait(false), digest, agent).ConfigureAwait(false);

    /// <summary>Signs in by password digest. Nobody costs the same as somebody.</summary>
    public async Task<Outcome<Tokens>> SignIn(CallContext context, string mount, AccountView? account, string digest, string? agent, TimeSpan? lifetime = null)
    {
        var credentials = account is null ? null : await Account(account.Id).Credentials().ConfigureAwait(false);
        if (Locked(credentials) is { } locked)
            return locked;
        var right = await hasher.Verify(credentials?.Verifier, digest).ConfigureAwait(false);
        // Others may have guessed while this one waited for its derivation: a lock counts for all of them, also for the right password.
        if (account is not null && Locked(await Account(account.Id).Credentials().ConfigureAwait(false)) is { } meanwhile)
            return meanwhile;
        if (!right)
        {
            if (account is not null && settings.Limits.Enabled)
                await Account(account.Id).SignInFailed(context.OfOneStep(), settings.Limits.SignInFailures, settings.Limits.LockTime).ConfigureAwait(false);
            return WrongCredentials;
        }

        return await Enter(context, mount, account!, agent, lifetime).ConfigureAwait(false);
    }

    /// <summary>Signs in without any password: for accounts that have none (the bookings' demonstration feature).</summary>
    public async Task<Outcome<Tokens>> SignInWithoutPassword(CallContext context, string mount, string email, string roleWhenNew, string? agent)
    {
        var account = await FindByEmail(email).ConfigureAwait(false);
        if (account is null)
        {
            var created = await Register(context, new(email, null, "", "", null, [new(mount, roleWhenNew)])).ConfigureAwait(false);
            account = created.Value ?? await WhenRegistered(email).ConfigureAwait(false);
        }

        return account is null or { HasPassword: true } ? WrongCredentials : await Enter(context, mount, account, agent).ConfigureAwait(false);
    }

    /// <summary>Opens a session for an account that has shown who it is; joins the mount where that is free (contracts, section 3).</summary>
    public async Task<Outcome<Tokens>> Enter(CallContext context, string mount, AccountView account, string? agent, TimeSpan? lifetime = null)
    {
        if (account.Inactive.Contains(AccountRules.Platform) || account.Inactive.Contains(mount))
            return SwitchedOff;
        if (account.RoleIn(mount) is null && account.RoleIn(AccountRules.Platform) != AccountRules.Operator)
        {
            if (mount is "sams" or "reservia")
                return new Refusal(RefusalCodes.Forbidden, "An administrator has to add this account first");
            var joined = await Account(account.Id).SetRoles(context.OfOneStep(), [new(mount, SystemRoles.Lowest(mount))]).ConfigureAwait(false);
            account = joined.Value ?? account;
        }

        var session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var opened = await Session(session).Open(context.OfOneStep() with { Actor = account.Id }, new(
            account.Id, account.CredentialEpoch, mount, agent is { Length: > MaxAgent } ? agent[..MaxAgent] : agent, lifetime ?? settings.Identity.RefreshLifetime)).ConfigureAwait(false);
        return opened.Accepted ? Accept(account, session, mount, opened.Value.Generation) : opened.Refusal;
    }

    /// <summary>Replaces a refresh token.</summary>
    public async Task<Outcome<Tokens>> Refresh(CallContext context, string refreshToken)
    {
        if (tokens.ReadRefresh(refreshToken) is not var (session, generation))
            return SessionEnded;
        var grain = Session(session);
        if (await grain.Check().ConfigureAwait(false) is not { } account)
            return SessionEnded;
        var refreshed = await grain.Refresh(context.OfOneStep() with { Actor = account.Id }, generation, settings.Identity.RefreshLifetime).ConfigureAwait(false);
        return refreshed.Accepted && refreshed.Value.EndedReason is null
            ? Accept(account, session, refreshed.Value.Mount, refreshed.Value.Generation)
            : SessionEnded;
    }

    /// <summary>Ends a session, by its id.</summary>
    public Task<Outcome<SessionView>> SignOut(CallContext context, string session) => Session(session).End(context.OfOneStep(), "signed_out");

    /// <summary>The session of a refresh token of ours, or null.</summary>
    public string? SessionOfRefresh(string refreshToken) => tokens.ReadRefresh(refreshToken)?.Session;

    /// <summary>Changes the password; every other session ends.</summary>
    public async Task<Outcome<AccountView>> ChangePassword(CallContext context, string accountId, string session, string oldDigest, string newDigest)
    {
        var credentials = await Account(accountId).Credentials().ConfigureAwait(false);
        if (Locked(credentials) is { } locked)
            return locked;
        var right = await hasher.Verify(credentials?.Verifier, oldDigest).ConfigureAwait(false);
        if (Locked(await Account(accountId).Credentials().ConfigureAwait(false)) is { } meanwhile)
            return meanwhile;
        if (!right)
        {
            if (settings.Limits.Enabled)
                await Account(accountId).SignInFailed(context.OfOneStep(), settings.Limits.SignInFailures, settings.Limits.LockTime).ConfigureAwait(false);
            return new Refusal(RefusalCodes.Invalid, "The current password is wrong") { Details = [new("current_password", "is wrong")] };
        }

        var verifier = await hasher.Hash(newDigest).ConfigureAwait(false);
        return await Account(accountId).ChangePassword(context.OfOneStep(), verifier, session).ConfigureAwait(false);
    }

    /// <summary>Mails a reset link when the account exists; the caller learns nothing.</summary>
    public Task RequestReset(CallContext context, string email) => Task.WhenAll(SendReset(context, email), Task.Delay(ResetAnswer));

    private async Task SendReset(CallContext context, string email)
    {
        if (await FindByEmail(email).ConfigureAwait(false) is not { } account)
            return;
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var token = $"{account.Id}.{secret}";
        var link = $"{settings.Identity.PublicUrl}/reset-password?token={token}";
        await Account(account.Id).RequestReset(
            context.OfOneStep(), new(Sha256(token), link, time.GetUtcNow() + settings.Identity.ResetLifetime)).ConfigureAwait(false);
    }

    /// <summary>Sets a password by a mailed token.</summary>
    public async Task<Outcome<AccountView>> ResetPassword(CallContext context, string token, string newDigest)
    {
        var account = token.Split('.')[0];
        if (!Guid.TryParseExact(account, "D", out var id))
            return new Refusal(RefusalCodes.Invalid, "The reset token is invalid or has expired");
        var verifier = await hasher.Hash(newDigest).ConfigureAwait(false);
        var outcome = await Account(id.ToString()).ResetPassword(context.OfOneStep() with { Actor = id.ToString() }, Sha256(token), verifier).ConfigureAwait(false);
        return outcome.Refusal?.Code == RefusalCodes.NotFound ? new Refusal(RefusalCodes.Invalid, "The reset token is invalid or has expired") : outcome;
    }

    /// <summary>The account with this e-mail, or null.</summary>
    public async Task<AccountView?> FindByEmail(string email)
    {
        var owner = await Name(NameKey("email", Normal(email))).Owner().ConfigureAwait(false);
        return owner is { } key ? await Account(key.Id).Get().ConfigureAwait(false) : null;
    }

    /// <summary>The account with this username, or null.</summary>
    public async Task<AccountView?> FindByUsername(string username)
    {
        var owner = await Name(NameKey("username", Normal(username))).Owner().ConfigureAwait(false);
        return owner is { } key ? await Account(key.Id).Get().ConfigureAwait(false) : null;
    }

    /// <summary>Gives an account another e-mail; one that is another's is a conflict.</summary>
    public Task<Outcome<AccountView>> ChangeEmail(CallContext context, string accountId, string email)
    {
        var (normal, account) = (Normal(email), Account(accountId));
        return TakeName(context, accountId, NameKey("email", normal), "The e-mail is already registered", name => account.ChangeEmail(context.OfOneStep(), normal, name));
    }

    /// <summary>Sets a password that nobody had to know the old one for; every session but the one kept ends.</summary>
    public async Task<Outcome<AccountView>> SetPassword(CallContext context, string accountId, string digest, string? keptSession) =>
        await Account(accountId).ChangePassword(context.OfOneStep(), await hasher.Hash(digest).ConfigureAwait(false), keptSession).ConfigureAwait(false);

    /// <summary>Gives an account that has none a username; one that is another's, or another one of its own, is a conflict.</summary>
    public Task<Outcome<AccountView>> TakeUsername(CallContext context, string accountId, string username) => TakeName(
        context, accountId, NameKey("username", Normal(username)), UsernameTaken, name => Account(accountId).TakeUsername(context.OfOneStep(), username, name));

    /// <summary>
    /// Makes an account, or, when the e-mail is known and has no role in the profile's system yet, makes that account a member; its password
    /// stays. A member already is a conflict.
    /// </summary>
    public async Task<Outcome<AccountView>> AddMember(CallContext context, Registration registration, string system, string role)
    {
        if (await FindByEmail(registration.Email).ConfigureAwait(false) is { } known)
            return await Account(known.Id).Join(context.OfOneStep(), system, role, registration.Profile ?? Names(registration, system)).ConfigureAwait(false);
        return await Register(context, registration with { Roles = [new(system, role)] }).ConfigureAwait(false);
    }

    /// <summary>The grain of an account; whoever asks for it may be about to change it.</summary>
    public IAccountGrain Account(string id)
    {
        sessions.Changing(id);
        return grains.GetGrain<IAccountGrain>(AccountKind.Instance.Key(id).ToString());
    }

    /// <summary>The grain of a session, likewise.</summary>
    public ISessionGrain Session(string id)
    {
        sessions.Changing(id);
        return grains.GetGrain<ISessionGrain>(SessionKind.Instance.Key(id).ToString());
    }

    // Held, then the account commits, then it is the account's own; what a crash leaves in between is settled.
    private async Task<Outcome<AccountView>> TakeName(
        CallContext context, string accountId, EntityKey name, string taken, Func<EntityKey, Task<Outcome<AccountView>>> commit)
    {
        var account = AccountKind.Instance.Key(accountId);
        if ((await Name(name).Hold(context.OfOneStep(), account).ConfigureAwait(false)).Refusal is not null)
            return new Refusal(RefusalCodes.Conflict, taken);
        var outcome = await commit(name).ConfigureAwait(false);
        _ = outcome.Accepted
            ? await Name(name).Confirm(context.OfOneStep(), account).ConfigureAwait(false)
            : await Name(name).Release(context.OfOneStep(), account).ConfigureAwait(false);
        return outcome;
    }

    private static ProfileChange? Names(Registration registration, string system) => registration.FirstName.Length + registration.LastName.Length == 0
        ? null
        : new(system, registration.FirstName, registration.LastName, []);

    // The e-mail is held by a registration that runs beside this one; it takes a commit or two, and is waited for at most about five seconds.
    private async Task<AccountView?> WhenRegistered(string email)
    {
        for (var tries = 0; tries < RegistrationTries; tries++)
        {
            if (await FindByEmail(email).ConfigureAwait(false) is { } account)
                return account;
            await Task.Delay(RegistrationPause).ConfigureAwait(false);
        }

        return null;
    }

    private Refusal? Locked(AccountCredentials? credentials) => credentials?.LockedUntil is { } until && until > time.GetUtcNow()
        ? new Refusal(RefusalCodes.TooMany, "Too many wrong passwords; try again later") { RetryAfter = until - time.GetUtcNow() }
        : null;

    private static string Normal(string value) => value.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormC);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<EntityKey> Names(EntityKey email, EntityKey? username) => username is { } second ? [email, second] : [email];

    private async Task Release(CallContext context, EntityKey owner, EntityKey email, EntityKey? username)
    {
        foreach (var name in Names(email, username))
            await Name(name).Release(context, owner).ConfigureAwait(false);
    }

    private Outcome<Tokens> Accept(AccountView account, string session, string mount, int generation) => new()
    {
        Value = new(
            tokens.Sign(account, session, mount, settings.Identity.AccessLifetime),
            tokens.Refresh(session, generation),
            settings.Identity.AccessLifetime,
            account,
            session),
    };

    private EntityKey NameKey(string space, string normalised) =>
        UniqueNameKind.Instance.Key(string.Create(CultureInfo.InvariantCulture, $"{space}.{ring.Lookup($"{space}:{normalised}")}"));

    private IUniqueNameGrain Name(EntityKey key) => grains.GetGrain<IUniqueNameGrain>(key.ToString());
}
