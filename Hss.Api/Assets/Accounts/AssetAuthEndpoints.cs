using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Silo.Identity;

namespace Hss.Api.Assets.Accounts;

/// <summary>Signing in on <c>/sams</c>, in its own shape.</summary>
public static class AssetAuthEndpoints
{
    private const string EmailTaken = "Email already registered";

    private static readonly ApiError Inactive = ApiError.Forbidden(SignInWords.Assets.SwitchedOff!);

    /// <summary>Maps them.</summary>
    public static void MapAssetAuth(this RouteGroupBuilder sams)
    {
        var auth = sams.MapGroup("/api/v1/auth").WithTags("Sign-in").IgnoresIdempotencyKey();
        auth.MapPost("/login", Login).WithSummary("Sign in").Body(typeof(LoginRequest)).Answers(typeof(AuthResponse))
            .Refuses(401, "Wrong e-mail or password").Refuses(403, "The account is switched off, or no member yet").RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/register", Register).WithSummary("Register as an employee").Body(typeof(RegisterRequest)).Answers(typeof(AuthResponse), 201)
            .Refuses(400, "The e-mail is registered").Refuses(403, "Only an admin may give this role").RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/refresh", Refresh).WithSummary("Exchange a refresh token for new tokens").Body(typeof(RefreshTokenRequest)).Answers(typeof(AuthResponse))
            .Refuses(401, "The refresh token is invalid or has expired").Refuses(403, "The account is switched off");
        auth.MapPost("/logout", Logout).WithSummary("Sign out: the tokens end at once").SignedIn().AnswersNothing();
        auth.MapGet("/me", Me).WithSummary("Read who is signed in").NeedsMember().AnswersOne(typeof(User));
        auth.MapPut("/change-password", ChangePassword).WithSummary("Change one's own password; all other sessions end")
            .SignedIn().IgnoresIfMatch().Body(typeof(ChangePasswordRequest)).Answers(typeof(User)).Refuses(400, "The current password is wrong");
    }

    private static async Task<IResult> Login(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<LoginRequest>();
        var outcome = await identity.SignIn(
            context.CallContext(), Mounts.Sams.Name, body.Email!, PasswordHasher.Digest(body.Password!), context.Request.Headers.UserAgent);
        return outcome.Refusal?.Code == RefusalCodes.Unauthorized ? ApiError.Unauthorized("Incorrect email or password").ToResult() : Entered(outcome);
    }

    private static async Task<IResult> Register(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<RegisterRequest>();
        var role = body.Role ?? SystemRoles.Lowest(Mounts.Sams.Name);
        if (role != SystemRoles.Lowest(Mounts.Sams.Name) && context.CallerOrNull()?.Is(Mounts.Sams, AssetRoles.Admin) != true)
            return ApiError.Forbidden(SignInWords.Assets.WrongRole([AssetRoles.Admin])).ToResult();
        var registered = await identity.Register(
            context.CallContext(), User.Registration(body.Email!, body.Name!, body.Password, role, body.Department, body.EmployeeId));
        if (!registered.Accepted)
            return TakenOr(registered.Refusal);
        return Entered(
            await identity.Enter(context.CallContext(), Mounts.Sams.Name, registered.Value, context.Request.Headers.UserAgent), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Refresh(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<RefreshTokenRequest>();
        var outcome = await identity.Refresh(context.CallContext(), body.RefreshToken!);
        if (!outcome.Accepted)
            return outcome.Refusal.Code == RefusalCodes.Unauthorized ? ApiError.Unauthorized("Invalid refresh token").ToResult() : outcome.Refusal.ToError().ToResult();
        return outcome.Value.Account.Inactive.Contains(Mounts.Sams.Name) ? Inactive.ToResult() : Entered(outcome);
    }

    private static async Task<IResult> Logout(HttpContext context, IdentityService identity)
    {
        await identity.SignOut(context.CallContext(), context.Caller().Account.SessionId);
        return Results.NoContent();
    }

    private static async Task<IResult> Me(HttpContext context, IdentityService identity) =>
        await identity.Account(context.Caller().Id).Get() is { } account
            ? Answer.One(context, account.Version, User.Of(account))
            : ApiError.Unauthorized(SignInWords.Assets.BadToken).ToResult();

    private static async Task<IResult> ChangePassword(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<ChangePasswordRequest>();
        var caller = context.Caller();
        var outcome = await identity.ChangePassword(
            context.CallContext(), caller.Id, caller.Account.SessionId, PasswordHasher.Digest(body.OldPassword!), PasswordHasher.Digest(body.NewPassword!));
        return outcome.Refusal?.Code == RefusalCodes.Invalid
            ? new ApiError(StatusCodes.Status400BadRequest, outcome.Refusal.Code, "Incorrect current password").ToResult()
            : Answer.Untagged(outcome, User.Of);
    }

    private static IResult Entered(Outcome<Tokens> outcome, int status = StatusCodes.Status200OK) =>
        outcome.Refusal == IdentityService.SwitchedOff ? Inactive.ToResult() : Answer.Untagged(outcome, AuthResponse.Of, status);

    /// <summary>The e-mail is taken (400), or why else nobody was registered.</summary>
    internal static IResult TakenOr(Refusal refusal) => refusal.Code == RefusalCodes.Conflict
        ? new ApiError(StatusCodes.Status400BadRequest, refusal.Code, EmailTaken).ToResult()
        : refusal.ToError().ToResult();
}
