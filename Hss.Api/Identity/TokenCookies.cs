using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Silo.Hosting;
using Hss.Silo.Identity;

namespace Hss.Api.Identity;

/// <summary>The tokens as cookies, for browsers: HttpOnly, SameSite=Lax unless set otherwise, Secure outside Development.</summary>
public static class TokenCookies
{
    /// <summary>The cookie that holds a refresh token.</summary>
    public const string Refresh = "refresh_token";

    /// <summary>Sets both.</summary>
    public static void Set(HttpContext context, Tokens tokens)
    {
        var settings = context.RequestServices.GetRequiredService<HssSettings>().Identity;
        context.Response.Cookies.Append(SignInGate.AccessCookie, tokens.Access, Options(settings, tokens.AccessLifetime));
        context.Response.Cookies.Append(Refresh, tokens.Refresh, Options(settings, settings.RefreshLifetime));
    }

    /// <summary>The refresh token of the cookie; empty without one.</summary>
    /// <exception cref="ApiException">403: the request comes from another site.</exception>
    public static string ReadRefresh(HttpContext context)
    {
        var token = context.Request.Cookies[Refresh] ?? "";
        if (token.Length > 0)
            CookieOrigin.RefuseForeign(context);
        return token;
    }

    /// <summary>Removes both.</summary>
    public static void Clear(HttpContext context)
    {
        var settings = context.RequestServices.GetRequiredService<HssSettings>().Identity;
        context.Response.Cookies.Delete(SignInGate.AccessCookie, Options(settings, null));
        context.Response.Cookies.Delete(Refresh, Options(settings, null));
    }

    private static CookieOptions Options(IdentitySettings settings, TimeSpan? age) => new()
    {
        HttpOnly = true,
        Secure = settings.Cookies.Secure,
        SameSite = Enum.Parse<SameSiteMode>(settings.Cookies.SameSite, ignoreCase: true),
        Domain = settings.Cookies.Domain,
        Path = settings.Cookies.Path,
        MaxAge = age,
    };
}
