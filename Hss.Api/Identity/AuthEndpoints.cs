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
        auth.MapPost("/register", Register).Body(typeof(RegisterBody)).Answers(typeof(AccountAnswer), 201).RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/login", Login).Body(typeof(LoginBody)).Answers(typeof(TokensAnswer)).RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/refresh", Refresh).Body(typeof(RefreshBody), required: false).Answers(typeof(TokensAnswer));
        auth.MapPost("/logout", Logout).Body(typeof(RefreshBody), required: false);
        auth.MapGet("/me", Me).SignedIn().Answers(typeof(AccountAnswer));
        auth.MapPost("/change-password", ChangePassword).SignedIn().Body(typeof(ChangePasswordBody));
        auth.MapPost("/forgot-password", ForgotPassword).Body(typeof(ForgotPasswordBody)).RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/reset-password", ResetPassword).Body(typeof(ResetPasswordBody)).RequireRateLimiting(RateLimits.SignIn);
        auth.MapGet("/sessions", Sessions).SignedIn();
        auth.MapDelete("/sessions/{id}", EndSession).SignedIn();
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
        return new JsonAnswer(new { message = "If the e-mail has an account, a link is on its way" }, StatusCodes.Status202Accepted);
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
        return new JsonAnswer(new { sessions = open.Select(s => Session(s, context.Caller().Account.SessionId)) });
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
