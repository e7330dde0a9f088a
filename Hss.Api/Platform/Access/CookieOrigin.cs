using Hss.Api.Platform.Errors;
using Hss.Silo.Hosting;

namespace Hss.Api.Platform.Access;

/// <summary>A browser sends cookies along from anywhere; the <c>Origin</c> header says from where (contracts, section 3).</summary>
public static class CookieOrigin
{
    /// <summary>Refuses a change that relies on a cookie and comes from a site that is neither this one nor an allowed CORS origin.</summary>
    /// <exception cref="ApiException">403.</exception>
    public static void RefuseForeign(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && IsForeign(context))
            throw new ApiException(ApiError.Forbidden("A cookie does not count from another site"));
    }

    /// <summary>Whether a request comes from a site that is neither this one nor an allowed CORS origin.</summary>
    public static bool IsForeign(HttpContext context)
    {
        var request = context.Request;
        return request.Headers.Origin is [{ Length: > 0 } origin]
            && origin != $"{request.Scheme}://{request.Host}"
            && !context.RequestServices.GetRequiredService<HssSettings>().Http.CorsOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
    }
}
