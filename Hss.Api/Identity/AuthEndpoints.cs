using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Identity;
using Hss.Silo.Identity;

namespace Hss.Api.Identity;

/// <summary>The platform's own sign-in routes, <c>/api/v1/auth/…</c>. The systems have theirs, made of the same service.</summary>
public static class AuthEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapAuth(this RouteGroupBuilder root)
    {
        var auth = root.MapGroup("/api/v1/auth").WithTags("Sign-in").IgnoresIdempotencyKey();
        auth.MapPost("/register", Register).WithSummary("Make an account").Body(typeof(RegisterBody)).Answers(typeof(AccountAnswer), 201).RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/login", Login).WithSummary("Sign in; the tokens come in the body and as cookies").Body(typeof(LoginBody)).Answers(typeof(TokensAnswer))
            .Refuses(401, "Wrong e-mail or password").RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/refresh", Refresh).WithSummary("Exchange a refresh token, of the body or the cookie, for new tokens").Body(typeof(RefreshBody), required: false)
            .Answers(typeof(TokensAnswer)).Refuses(401, "The refresh token is invalid or has expired");
        auth.MapPost("/logout", Logout).WithSummary("Sign out: the tokens end at once").Body(typeof(RefreshBody), required: false).AnswersNothing();
        auth.MapGet("/me", Me).WithSummary("Read the caller's account").SignedIn().AnswersOne(typeof(AccountAnswer));
        auth.MapPost("/change-password", ChangePassword).WithSummary("Change the password; all other sessions end")
            .SignedIn().Body(typeof(ChangePasswordBody)).AnswersNothing();
        auth.MapPost("/forgot-password", ForgotPassword).WithSummary("Ask for a mail with a link to a new password")
            .Body(typeof(ForgotPasswordBody)).Answers(typeof(NoticeAnswer), 202).RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/reset-password", ResetPassword).WithSummary("Set a new password by the token of the mail; all sessions end")
            .Body(typeof(ResetPasswordBody)).AnswersNothing().RequireRateLimiting(RateLimits.SignIn);
        auth.MapGet("/sessions", Sessions).WithSummary("List the caller's open sessions").SignedIn().Answers(typeof(SessionsAnswer));
        auth.MapDelete("/sessions/{id}", EndSession).WithSummary("End one of the caller's sessions").Path("id", "The session's id")
            .SignedIn().IgnoresIfMatch().AnswersNothing();
    }

    private static async Task<IResult> Register(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<RegisterBody>();
        var outcome = await identity.Register(context.CallContext(), new(
            body.Email!, null, (body.FirstName ?? "").Trim(), (body.LastName ?? "").Trim(), PasswordHasher.Digest(body.Password!), [new(Mounts.Root.Name, "user")]));
        return Answer.Of(context, outcome, AccountAnswer.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Login(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<LoginBody>();
        var outcome = await identity.SignIn(
            context.CallContext(), Mounts.Root.Name, body.Email!, PasswordHasher.Digest(body.Password!), context.Request.Headers.UserAgent);
        return WithCookies(context, outcome.Value, outcome.Refusal?.ToError());
    }

    private static async Task<IResult> Refresh(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<RefreshBody>(allowEmpty: true);
        var outcome = await identity.Refresh(context.CallContext(), body.RefreshToken ?? TokenCookies.ReadRefresh(context));
        return WithCookies(context, outcome.Value, outcome.Refusal?.ToError());
    }

    private static async Task<IResult> Logout(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<RefreshBody>(allowEmpty: true);
        var refresh = body.RefreshToken ?? TokenCookies.ReadRefresh(context);
        if ((context.CallerOrNull()?.Account.SessionId ?? identity.SessionOfRefresh(refresh)) is { } session)
            await identity.SignOut(context.CallContext(), session);
        TokenCookies.Clear(context);
        return Results.NoContent();
    }

    private static async Task<IResult> Me(HttpContext context, IdentityService identity) =>
        await identity.Account(context.Caller().Id).Get() is { } account
            ? Answer.One(context, account.Version, AccountAnswer.Of(account))
            : ApiError.Unauthorized().ToResult();

    private static async Task<IResult> ChangePassword(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<ChangePasswordBody>();
        var caller = context.Caller();
        var outcome = await identity.ChangePassword(
            context.CallContext(), caller.Id, caller.Account.SessionId, PasswordHasher.Digest(body.CurrentPassword!), PasswordHasher.Digest(body.NewPassword!));
        return outcome.Refusal?.ToError().ToResult() ?? Results.NoContent();
    }

    private static async Task<IResult> ForgotPassword(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<ForgotPasswordBody>();
        await identity.RequestReset(context.CallContext(), body.Email!);
        return new JsonAnswer(new NoticeAnswer("If the e-mail has an account, a link is on its way"), StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> ResetPassword(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<ResetPasswordBody>();
        var outcome = await identity.ResetPassword(context.CallContext(), body.Token!, PasswordHasher.Digest(body.NewPassword!));
        return outcome.Refusal?.ToError().ToResult() ?? Results.NoContent();
    }

    private static async Task<IResult> Sessions(HttpContext context, IdentityService identity, IdentityQueries sessions)
    {
        if (await identity.Account(context.Caller().Id).Get() is not { } account)
            return ApiError.Unauthorized().ToResult();
        var open = await sessions.Open(account, context.RequestAborted);
        return new JsonAnswer(new SessionsAnswer([.. open.Select(s => Session(s, context.Caller().Account.SessionId))]));
    }

    private static async Task<IResult> EndSession(HttpContext context, string id, IdentityService identity)
    {
        if (await identity.Session(id).Get() is not { } session || session.AccountId != context.Caller().Id)
            return ApiError.NotFound("Session not found").ToResult();
        await identity.SignOut(context.CallContext(), id);
        return Results.NoContent();
    }

    private static SessionAnswer Session(SessionView session, string current) => new(
        session.Id, session.Mount, session.Agent, session.OpenedAt, session.RefreshedAt, session.ExpiresAt, session.Id == current);

    private static IResult WithCookies(HttpContext context, Tokens? tokens, ApiError? error)
    {
        if (tokens is null)
            return error!.ToResult();
        TokenCookies.Set(context, tokens);
        return new JsonAnswer(TokensAnswer.Of(tokens));
    }
}
