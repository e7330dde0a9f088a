using System.ComponentModel.DataAnnotations;
using Hss.Api.Identity;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Identity;
using Hss.Interfaces.Identity;
using Hss.Silo.Hosting;
using Hss.Silo.Identity;

namespace Hss.Api.Bookings;

/// <summary>Signing in on <c>/hss</c>, in its own shape.</summary>
public static class HssAuthEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapHssAuth(this RouteGroupBuilder hss)
    {
        var auth = hss.MapGroup("/api/v1/auth").WithTags("Sign-in").IgnoresIdempotencyKey();
        auth.MapPost("/login", Login).WithSummary("Sign in; in Development the e-mail alone is enough").Body(typeof(HssLoginBody)).Answers(typeof(HssTokens))
            .Refuses(401, "Wrong e-mail or password").RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/register", Register).WithSummary("Make an account; an admin may give it a role").Body(typeof(HssRegisterBody)).Answers(typeof(HssAccount), 201)
            .Refuses(403, "Only an admin may give this role").RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/refresh", Refresh).WithSummary("Exchange a refresh token for new tokens").Body(typeof(RefreshBody)).Answers(typeof(HssTokens))
            .Refuses(401, "The refresh token is invalid or has expired");
        auth.MapPost("/logout", Logout).WithSummary("Sign out: the tokens end at once").Body(typeof(RefreshBody), required: false).AnswersNothing();
    }

    private static async Task<IResult> Login(HttpContext context, IdentityService identity, HssSettings settings)
    {
        var body = await context.ReadBody<HssLoginBody>();
        var agent = context.Request.Headers.UserAgent.ToString();
        if (body.Password is { } password)
            return Signed(context, await identity.SignIn(context.CallContext(), Mounts.Hss.Name, body.Email!, PasswordHasher.Digest(password), agent));

        // The e-mail alone is a demonstration feature (contracts, section 3).
        if (!settings.Development)
            throw new ApiException(ApiError.Invalid("password is required", new FieldFault(FieldFaultKind.Missing, ["password"], "is required", null)));
        var role = body.Role ?? HssDemonstration.RoleOf(body.Email!);
        return Signed(context, await identity.SignInWithoutPassword(context.CallContext(), Mounts.Hss.Name, body.Email!, role, agent));
    }

    private static async Task<IResult> Register(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<HssRegisterBody>();
        var byAdmin = context.CallerOrNull()?.Is(Mounts.Hss, "admin") == true;
        if (body.Role is not (null or "customer") && !byAdmin)
            throw new ApiException(ApiError.Forbidden("Only an admin may give this role"));
        var (first, last) = PersonName.Split(body.Name ?? "");
        var role = body.Role ?? SystemRoles.Lowest(Mounts.Hss.Name);
        var registration = new Registration(body.Email!, null, first, last, PasswordHasher.Digest(body.Password!), [new(Mounts.Hss.Name, role)]);
        var outcome = byAdmin
            ? await identity.AddMember(context.CallContext(), registration, Mounts.Hss.Name, role)
            : await identity.Register(context.CallContext(), registration);
        return Answer.Of(context, outcome, account => HssAccount.Of(account, context.TraceIdentifier), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Refresh(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<RefreshBody>();
        return Signed(context, await identity.Refresh(context.CallContext(), body.RefreshToken ?? ""));
    }

    private static async Task<IResult> Logout(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<RefreshBody>(allowEmpty: true);
        if ((context.CallerOrNull()?.Account.SessionId ?? identity.SessionOfRefresh(body.RefreshToken ?? "")) is { } session)
            await identity.SignOut(context.CallContext(), session);
        return Results.NoContent();
    }

    private static IResult Signed(HttpContext context, Interfaces.Entities.Outcome<Tokens> outcome) => Answer.Untagged(outcome, tokens => new HssTokens(
        tokens.Access,
        new Caller(Silo.Identity.SignedIn.Of(tokens.Account, tokens.Session)).RoleOn(Mounts.Hss),
        (int)tokens.AccessLifetime.TotalSeconds,
        tokens.Refresh,
        context.TraceIdentifier));
}

/// <summary>Credentials; without a password in Development only.</summary>
public sealed record HssLoginBody
{
    /// <summary>The account's e-mail.</summary>
    [Required, Email]
    public string? Email { get; init; }

    /// <summary>When it is given it is always verified.</summary>
    [StringLength(PasswordLengths.Max)]
    public string? Password { get; init; }

    /// <summary>The role of an account that this sign-in creates.</summary>
    [AllowedValues("customer", "staff", "admin")]
    public string? Role { get; init; }
}

/// <summary>A new account.</summary>
public sealed record HssRegisterBody
{
    /// <summary>Unique without regard to case.</summary>
    [Required, Email]
    public string? Email { get; init; }

    /// <summary>8..200 characters.</summary>
    [Required, StringLength(PasswordLengths.Max, MinimumLength = PasswordLengths.Min)]
    public string? Password { get; init; }

    /// <summary>First and last name.</summary>
    [StringLength(200)]
    public string? Name { get; init; }

    /// <summary>Above <c>customer</c> only for admins.</summary>
    [AllowedValues("customer", "staff", "admin")]
    public string? Role { get; init; }
}

/// <summary>The tokens of a sign-in.</summary>
/// <param name="ExpiresIn">Seconds; 900.</param>
public sealed record HssTokens(string Token, string Role, int ExpiresIn, string RefreshToken, string RequestId);

/// <summary>A registered account.</summary>
public sealed record HssAccount(string AccountId, string Email, string Name, string Role, string RequestId)
{
    /// <summary>As <c>/hss</c> shows it.</summary>
    public static HssAccount Of(AccountView account, string requestId)
    {
        var profile = account.ProfileIn(Mounts.Hss.Name);
        return new(account.Id, account.Email, PersonName.Join(profile.FirstName, profile.LastName), account.RoleIn(Mounts.Hss.Name) ?? "", requestId);
    }
}

/// <summary>Which role the demonstration sign-in gives to a new account (fact file, v2).</summary>
public static class HssDemonstration
{
    /// <summary>By the e-mail's beginning or domain.</summary>
    public static string RoleOf(string email)
    {
        var normal = email.Trim().ToLowerInvariant();
        if (normal.StartsWith("admin", StringComparison.Ordinal) || normal.EndsWith("@hss-admin.co.za", StringComparison.Ordinal))
            return "admin";
        return normal.StartsWith("staff", StringComparison.Ordinal) || normal.EndsWith("@hss-ops.co.za", StringComparison.Ordinal) ? "staff" : "customer";
    }
}
