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
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers.Origin is not [{ Length: > 0 } origin])
            return;
        var allowed = context.RequestServices.GetRequiredService<HssSettings>().Http.CorsOrigins;
        if (origin != $"{request.Scheme}://{request.Host}" && !allowed.Contains(origin, StringComparer.OrdinalIgnoreCase))
            throw new ApiException(ApiError.Forbidden("A cookie does not count from another site"));
    }
}
