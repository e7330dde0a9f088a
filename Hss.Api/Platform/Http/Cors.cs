using Hss.Silo.Hosting;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Hss.Api.Platform.Http;

/// <summary>An origin of the list gets itself back and may send credentials; any other gets <c>*</c> without (contracts, section 5).</summary>
public sealed class CorsPolicies(HssSettings settings) : ICorsPolicyProvider
{
    private static readonly CorsPolicy Anyone = Policy(new CorsPolicyBuilder().AllowAnyOrigin());

    private readonly CorsPolicy _known = Policy(new CorsPolicyBuilder([.. settings.Http.CorsOrigins]).AllowCredentials());

    /// <inheritdoc />
    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        var origin = context.Request.Headers.Origin.ToString();
        return Task.FromResult<CorsPolicy?>(settings.Http.CorsOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase) ? _known : Anyone);
    }

    private static CorsPolicy Policy(CorsPolicyBuilder builder) => builder
        .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
        .WithHeaders("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "X-HSS-Role", "X-Request-Id", "Last-Event-ID")
        .WithExposedHeaders("ETag", "X-Request-Id", "X-Total-Count", "Retry-After", "Idempotent-Replayed", "Location", "Content-Disposition")
        .SetPreflightMaxAge(TimeSpan.FromMinutes(10))
        .Build();
}
