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

namespace Hss.Api.Shop.Accounts;

/// <summary>Signing in on <c>/store</c>, in its own shape: the tokens travel in cookies.</summary>
public static class StoreAuthEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapStoreAuth(this RouteGroupBuilder store)
    {
        var auth = store.MapGroup("/api/v1/auth").WithTags("Sign-in").IgnoresIdempotencyKey();
        auth.MapPost("/register", Register).WithSummary("Make a customer's account").Body(typeof(StoreRegisterBody)).Answers(typeof(StoreUser), 201).RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/login", Login).WithSummary("Sign in; the tokens come as cookies").Body(typeof(LoginBody)).Answers(typeof(StoreSignedIn))
            .Refuses(401, "Wrong e-mail or password").RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/refresh", Refresh).WithSummary("Exchange the refresh token's cookie for new cookies").Answers(typeof(DetailAnswer)).Refuses(401, "The refresh token is missing, invalid or has expired");
        auth.MapPost("/logout", Logout).WithSummary("Sign out: the tokens end at once").Answers(typeof(DetailAnswer));
        auth.MapGet("/me", Me).WithSummary("Read who is signed in").AnswersOne(typeof(StoreSignedIn)).Refuses(401, "Not signed in, or no longer");
        store.MapPut("/api/v1/users/{id}", Update).WithSummary("Change a user's profile").Path("id", "The account's id, a UUID")
            .WithTags("Users").SignedIn().Body(typeof(StoreProfileBody)).Answers(typeof(StoreUser))
            .Refuses(403, "Somebody else's profile");
    }

    private static async Task<IResult> Register(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<StoreRegisterBody>();
        var lowest = SystemRoles.Lowest(Mounts.Store.Name);
        if (body.Role is not null && body.Role != lowest)
            throw new ApiException(ApiError.Forbidden("Roles of the store are given by an operator"));
        var outcome = await identity.Register(context.CallContext(), new(
            body.Email!, null, body.FirstName!.Trim(), body.LastName!.Trim(), PasswordHasher.Digest(body.Password!), [new(Mounts.Store.Name, lowest)])
        {
            Profile = StoreUser.Profile(null, null, body.Address),
        });
        return outcome.Refusal?.Code == RefusalCodes.Conflict
            ? new ApiError(StatusCodes.Status400BadRequest, outcome.Refusal.Code, "User already exists with this email").ToResult()
            : Answer.Of(context, outcome, StoreUser.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Login(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<LoginBody>();
        var outcome = await identity.SignIn(
            context.CallContext(), Mounts.Store.Name, body.Email!, PasswordHasher.Digest(body.Password!), context.Request.Headers.UserAgent);
        if (!outcome.Accepted)
        {
            return outcome.Refusal.Code == RefusalCodes.Unauthorized
                ? ApiError.Unauthorized("Invalid email or password").ToResult()
                : outcome.Refusal.ToError().ToResult();
        }

        TokenCookies.Set(context, outcome.Value);
        return new JsonAnswer(StoreSignedIn.Of(outcome.Value.Account));
    }

    private static async Task<IResult> Refresh(HttpContext context, IdentityService identity)
    {
        var token = TokenCookies.ReadRefresh(context);
        if (token.Length == 0)
            return ApiError.Unauthorized("No refresh token").ToResult();
        var outcome = await identity.Refresh(context.CallContext(), token);
        if (!outcome.Accepted)
            return ApiError.Unauthorized("Invalid refresh token").ToResult();
        TokenCookies.Set(context, outcome.Value);
        return Detail("Access token refreshed");
    }

    private static async Task<IResult> Logout(HttpContext context, IdentityService identity)
    {
        if ((context.CallerOrNull()?.Account.SessionId ?? identity.SessionOfRefresh(TokenCookies.ReadRefresh(context))) is { } session)
            await identity.SignOut(context.CallContext(), session);
        TokenCookies.Clear(context);
        return Detail("Logged out");
    }

    private static async Task<IResult> Me(HttpContext context, IdentityService identity)
    {
        if (context.CallerOrNull() is not { } caller)
            return ApiError.Unauthorized(SignInGate.TokenOf(context.Request).Length == 0 ? "Authentication required" : "Access token is invalid").ToResult();
        return await identity.Account(caller.Id).Get() is { } account
            ? Answer.One(context, account.Version, StoreSignedIn.Of(account))
            : ApiError.Unauthorized("User not found for token").ToResult();
    }

    private static async Task<IResult> Update(HttpContext context, string id, IdentityService identity)
    {
        var body = await context.ReadBody<StoreProfileBody>();
        var caller = context.Caller();
        if (caller.Id != id && !caller.Is(Mounts.Store, "product_manager", "sales_manager"))
            return ApiError.Forbidden("Not authorized to update this user").ToResult();
        if (!Guid.TryParseExact(id, "D", out var account) || await identity.Account(account.ToString()).Get() is not { } member || member.RoleIn(Mounts.Store.Name) is null && caller.Id != id)
            return ApiError.NotFound("User not found").ToResult();
        var outcome = await identity.Account(account.ToString()).SetProfile(
            context.CallContext(), StoreUser.Profile(body.FirstName?.Trim(), body.LastName?.Trim(), body.Address));
        return Answer.Of(context, outcome, StoreUser.Of);
    }

    private static JsonAnswer Detail(string text) => new(new DetailAnswer(text));
}
