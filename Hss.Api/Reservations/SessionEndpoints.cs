using System.ComponentModel.DataAnnotations;
using Hss.Api.Identity;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.Hosting;
using Hss.Silo.Identity;
using Hss.Silo.Reservations;

namespace Hss.Api.Reservations;

/// <summary>Signing in on <c>/reservia</c>: a name and a password for a cookie that stands for a session.</summary>
public static class SessionEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapSessions(this RouteGroupBuilder reservia)
    {
        var session = reservia.MapGroup("/session").WithTags("Session").IgnoresIdempotencyKey();
        session.MapPost("/login", Login).WithSummary("Sign in by name; the session comes as a cookie").Body(typeof(SessionLoginBody)).Answers(typeof(SessionLoginAnswer))
            .Refuses(401, "Wrong name or password").RequireRateLimiting(RateLimits.SignIn);
        session.MapPost("/logout", Logout).WithSummary("Sign out: the session ends at once").Answers(typeof(MessageAnswer));
        session.MapGet("/status", Status).WithSummary("Read who is signed in").Answers(typeof(SessionStatusAnswer)).Answers(typeof(SignedOutAnswer), 401);
    }

    private static async Task<IResult> Login(HttpContext context, IdentityService identity, ReservationUsers users, ReservationSettings settings)
    {
        var body = await context.ReadBody<SessionLoginBody>();
        var name = body.Name!.Trim();
        var account = await identity.FindByUsername(name);
        var agent = context.Request.Headers.UserAgent.ToString();
        Outcome<Tokens> outcome;
        if (body.Password is { Length: > 0 } password)
            outcome = await identity.SignIn(context.CallContext(), Mounts.Reservia.Name, account, Digests.Of(password), agent, SessionCookies.Lifetime);
        else if (settings.NoAuth)
            outcome = await EnterByName(context, identity, users, account, name, agent);
        else
            throw new ApiException(ApiError.Invalid("password is required", new FieldFault(FieldFaultKind.Missing, ["password"], "is required", null)));
        if (!outcome.Accepted)
            return (outcome.Refusal.Code == RefusalCodes.Unauthorized ? ApiError.Unauthorized("Invalid credentials") : outcome.Refusal.ToError()).ToResult();
        SessionCookies.Set(context, outcome.Value.Session);
        return new JsonAnswer(new SessionLoginAnswer("Login successful", ReservationUsers.NameOf(outcome.Value.Account)));
    }

    private static async Task<IResult> Logout(HttpContext context, IdentityService identity)
    {
        if (context.CallerOrNull() is not { } caller)
            return new JsonAnswer(new MessageAnswer("No active session to logout"));
        await identity.SignOut(context.CallContext(), caller.Account.SessionId);
        SessionCookies.Clear(context);
        return new JsonAnswer(new MessageAnswer("Logout successful"));
    }

    private static async Task<IResult> Status(HttpContext context, IdentityService identity, ReservationUsers users)
    {
        if (context.CallerOrNull() is not { } caller || await identity.Account(caller.Id).Get() is not { } account || caller.RoleOn(Mounts.Reservia).Length == 0)
            return new JsonAnswer(new SignedOutAnswer(false), StatusCodes.Status401Unauthorized);
        var (user, role) = (await users.Of(account), caller.RoleOn(Mounts.Reservia));
        return new JsonAnswer(new SessionStatusAnswer(true, user.Number, ReservationUsers.EmailOf(account), user.Name, role, Roles.Admins.Contains(role)));
    }

    // Without sign-in a name is enough, but it never opens what a password or a higher role protects (contracts, section 5).
    private static async Task<Outcome<Tokens>> EnterByName(
        HttpContext context, IdentityService identity, ReservationUsers users, AccountView? account, string name, string agent)
    {
        if (account is null)
        {
            var made = await users.Add(context.CallContext(), name, null, null);
            account = made.Value ?? await identity.FindByUsername(name);
        }

        return account is { HasPassword: false } && account.RoleIn(Mounts.Reservia.Name) == SystemRoles.Lowest(Mounts.Reservia.Name)
            ? await identity.Enter(context.CallContext(), Mounts.Reservia.Name, account, agent, SessionCookies.Lifetime)
            : new Refusal(RefusalCodes.Unauthorized, "");
    }
}

/// <summary>Name and password.</summary>
public sealed record SessionLoginBody
{
    /// <summary>The user's name.</summary>
    [Required, StringLength(200)]
    public string? Name { get; init; }

    /// <summary>The password, or its SHA-256 as 64 hex digits; left out only where <c>no_auth</c> is true.</summary>
    [StringLength(PasswordLengths.Max)]
    public string? Password { get; init; }
}

/// <summary>Somebody signed in.</summary>
public sealed record SessionLoginAnswer(string Message, string UserName);

/// <summary>A sentence for people.</summary>
public sealed record MessageAnswer(string Message);

/// <summary>Who is signed in.</summary>
public sealed record SessionStatusAnswer(bool LoggedIn, long UserId, string? UserEmail, string UserName, string Role, bool IsAdmin);

/// <summary>Nobody is signed in.</summary>
public sealed record SignedOutAnswer(bool LoggedIn);

/// <summary>Clients of <c>/reservia</c> send a password as it is, or its digest.</summary>
internal static class Digests
{
    private const int HexLength = 64;

    /// <summary>The digest that verifiers are made over: 64 hex digits are the digest itself.</summary>
    public static string Of(string password) =>
        password.Length == HexLength && password.All(char.IsAsciiHexDigit) ? password.ToLowerInvariant() : PasswordHasher.Digest(password);
}
