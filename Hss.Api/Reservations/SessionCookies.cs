using Hss.Api.Platform.Access;
using Hss.Silo.Hosting;
using Hss.Silo.Identity;

namespace Hss.Api.Reservations;

/// <summary>The cookie that stands for a session on <c>/reservia</c>: 365 days, renewed with each answer, ended at once by signing out.</summary>
public static class SessionCookies
{
    /// <summary>How long a session lives after its last answer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>Sets it.</summary>
    public static void Set(HttpContext context, string session) => context.Response.Cookies.Append(
        SignInGate.SessionCookie, context.RequestServices.GetRequiredService<AccessTokens>().Handle(session), Options(context, Lifetime));

    /// <summary>Removes it.</summary>
    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(SignInGate.SessionCookie, Options(context, null));

    /// <summary>Renews the session that a request came in with, cookie and server side; before the answer, as headers go first.</summary>
    public static async ValueTask<object?> Renew(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (context.CallerOrNull() is { } caller && AccessTokens.IsHandle(SignInGate.TokenOf(context.Request)))
        {
            var identity = context.RequestServices.GetRequiredService<IdentityService>();
            await identity.Session(caller.Account.SessionId).Renew(context.CallContext().OfOneStep(), Lifetime);
            Set(context, caller.Account.SessionId);
        }

        return await next(invocation);
    }

    private static CookieOptions Options(HttpContext context, TimeSpan? age) => new()
    {
        HttpOnly = true,
        Secure = context.RequestServices.GetRequiredService<HssSettings>().Identity.Cookies.Secure,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = age,
    };
}
