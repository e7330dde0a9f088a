using Hss.Api.Identity;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Silo.Identity;
using Hss.Silo.Library.Accounts;

namespace Hss.Api.Library.Accounts;

/// <summary>Signing in on <c>/luna</c>, in its envelope.</summary>
public static class LunaAuthEndpoints
{
    private static readonly ApiError EmailTaken = new(StatusCodes.Status409Conflict, "email_taken", "This e-mail is already registered");

    /// <summary>Maps them.</summary>
    public static void MapLunaAuth(this RouteGroupBuilder luna)
    {
        var auth = luna.MapGroup("/api/v1/auth").WithTags("Sign-in").IgnoresIdempotencyKey();
        auth.MapPost("/register", Register).WithSummary("Make a reader's account; an admin may give it a role").Body(typeof(LunaRegisterBody)).Answers(typeof(LunaAnswer<LunaSignedIn>), 201)
            .Refuses(403, "Only an admin may give this role").Refuses(409, "The e-mail is registered (EMAIL_TAKEN)").RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/login", Login).WithSummary("Sign in").Body(typeof(LoginBody)).Answers(typeof(LunaAnswer<LunaSignedIn>))
            .Refuses(401, "Wrong e-mail or password").Refuses(403, "The account is switched off").RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/refresh", Refresh).WithSummary("Exchange a refresh token for new tokens").Body(typeof(LunaRefreshBody)).Answers(typeof(LunaAnswer<LunaSignedIn>))
            .Refuses(401, "The refresh token is invalid or has expired");
        auth.MapPost("/logout", Logout).WithSummary("Sign out: the tokens end at once").SignedIn().Answers(typeof(LunaAnswer<LunaMessage>));
        auth.MapGet("/me", Me).WithSummary("Read who is signed in").NeedsReader().AnswersOne(typeof(LunaAnswer<LunaUser>));
        auth.MapPut("/me", Update).WithSummary("Change one's own profile").NeedsReader().Body(typeof(LunaProfileBody)).Answers(typeof(LunaAnswer<LunaUser>));
        auth.MapDelete("/me", Leave).WithSummary("Leave the library; an account without any other system is deleted").NeedsReader().IgnoresIfMatch()
            .Answers(typeof(LunaAnswer<LunaMessage>)).Refuses(409, "Requests or returns are active");
        auth.MapMethods("/change-password", LibraryRoutes.Action, ChangePassword).WithSummary("Change one's own password; all other sessions end").SignedIn().IgnoresIfMatch()
            .Body(typeof(LunaChangePasswordBody)).Answers(typeof(LunaAnswer<LunaMessage>)).Refuses(400, "The current password is wrong (INCORRECT_PASSWORD)");
        auth.MapPost("/forgot-password", ForgotPassword).WithSummary("Ask for a mail with a link to a new password; says nothing of whether there is an account")
            .Body(typeof(ForgotPasswordBody)).Answers(typeof(LunaAnswer<LunaMessage>)).RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/reset-password", ResetPassword).WithSummary("Set a new password by the token of the mail; all sessions end").Body(typeof(LunaResetPasswordBody))
            .Answers(typeof(LunaAnswer<LunaMessage>)).Refuses(400, "The token is invalid, used or has expired (INVALID_TOKEN)").RequireRateLimiting(RateLimits.SignIn);
    }

    private static async Task<IResult> Register(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<LunaRegisterBody>();
        var lowest = SystemRoles.Lowest(Mounts.Luna.Name);
        var (role, byAdmin) = (body.Role ?? lowest, context.CallerOrNull()?.Is(Mounts.Luna, LunaRoles.Admin) == true);
        if (role != lowest && !byAdmin)
            return ApiError.Forbidden("Only an admin may give this role").ToResult();
        var registered = await identity.Register(context.CallContext(), body.Registration(role));
        if (registered.Accepted)
        {
            return LunaAnswers.Untagged(
                context, await identity.Enter(context.CallContext(), Mounts.Luna.Name, registered.Value, context.Request.Headers.UserAgent), LunaSignedIn.Of, StatusCodes.Status201Created);
        }

        if (registered.Refusal.Code != RefusalCodes.Conflict)
            return registered.Refusal.ToError().ToResult();
        if (!byAdmin)
            return EmailTaken.ToResult();
        // The person has an account elsewhere: it becomes a member, and keeps its password.
        var added = await identity.AddMember(context.CallContext(), body.Registration(role), Mounts.Luna.Name, role);
        return added.Refusal?.Code == RefusalCodes.Conflict ? EmailTaken.ToResult() : LunaAnswers.Untagged(context, added, LunaSignedIn.Added, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Login(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<LoginBody>();
        var outcome = await identity.SignIn(
            context.CallContext(), Mounts.Luna.Name, body.Email!, PasswordHasher.Digest(body.Password!), context.Request.Headers.UserAgent);
        return outcome.Refusal?.Code == RefusalCodes.Unauthorized
            ? ApiError.Unauthorized("Invalid email or password").ToResult()
            : LunaAnswers.Untagged(context, outcome, LunaSignedIn.Of);
    }

    private static async Task<IResult> Refresh(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<LunaRefreshBody>();
        var outcome = await identity.Refresh(context.CallContext(), body.RefreshToken!);
        return outcome.Refusal?.Code == RefusalCodes.Unauthorized
            ? ApiError.Unauthorized("Invalid or expired refresh token").ToResult()
            : LunaAnswers.Untagged(context, outcome, LunaSignedIn.Of);
    }

    private static async Task<IResult> Logout(HttpContext context, IdentityService identity)
    {
        await identity.SignOut(context.CallContext(), context.Caller().Account.SessionId);
        return Said(context, "You are signed out");
    }

    private static async Task<IResult> Me(HttpContext context, IdentityService identity) =>
        await identity.Account(context.Caller().Id).Get() is { } account
            ? LunaAnswers.One(context, account.Version, LunaUser.Of(account))
            : ApiError.Unauthorized().ToResult();

    private static async Task<IResult> Update(HttpContext context, IdentityService identity)
    {
        var change = await context.ReadChange<LunaProfileBody>();
        var phone = change.Fields.Contains("phone_number") ? new PhoneNumber(change.Body.PhoneNumber) : null;
        var outcome = await identity.Account(context.Caller().Id).SetProfile(
            context.CallContext(), LunaUser.Profile(change.Body.FirstName?.Trim(), change.Body.LastName?.Trim(), phone));
        return LunaAnswers.Of(context, outcome, LunaUser.Of);
    }

    private static async Task<IResult> Leave(HttpContext context, LibraryMembers members)
    {
        var outcome = await members.Leave(context.CallContext(), context.Caller().Id);
        return outcome.Accepted ? Said(context, "You have left the library") : outcome.Refusal.ToError().ToResult();
    }

    private static async Task<IResult> ChangePassword(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<LunaChangePasswordBody>();
        var caller = context.Caller();
        var outcome = await identity.ChangePassword(
            context.CallContext(), caller.Id, caller.Account.SessionId, PasswordHasher.Digest(body.CurrentPassword!), PasswordHasher.Digest(body.NewPassword!));
        return outcome.Refusal?.Code == RefusalCodes.Invalid
            ? new ApiError(StatusCodes.Status400BadRequest, "incorrect_password", "Current password is incorrect").ToResult()
            : outcome.Refusal?.ToError().ToResult() ?? Said(context, "The password is changed");
    }

    private static async Task<IResult> ForgotPassword(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<ForgotPasswordBody>();
        await identity.RequestReset(context.CallContext(), body.Email!);
        return Said(context, "If the e-mail has an account, a link is on its way");
    }

    private static async Task<IResult> ResetPassword(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<LunaResetPasswordBody>();
        var outcome = await identity.ResetPassword(context.CallContext(), body.Token!, PasswordHasher.Digest(body.NewPassword!));
        return outcome.Refusal?.Code == RefusalCodes.Invalid
            ? new ApiError(StatusCodes.Status400BadRequest, "invalid_token", "Invalid or expired reset token").ToResult()
            : outcome.Refusal?.ToError().ToResult() ?? Said(context, "The password is set");
    }

    private static IResult Said(HttpContext context, string message) => LunaAnswers.Plain(context, new LunaMessage(message));
}
