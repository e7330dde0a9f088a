using System.Threading.RateLimiting;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Silo.Hosting;

namespace Hss.Api.Platform.Http;

/// <summary>How many requests an account or an address may send (contracts, section 5). Off in Development.</summary>
public static class RateLimits
{
    /// <summary>The policy of sign-in routes: a few a minute and address.</summary>
    public const string SignIn = "sign-in";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Adds the limiters.</summary>
    public static IServiceCollection AddHssRateLimits(this IServiceCollection services, LimitSettings limits) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = static async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            await ErrorWriter.Write(rejected.HttpContext, new(429, "too_many_requests", "Too many requests") { RetryAfter = wait });
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => !limits.Enabled
            ? RateLimitPartition.GetNoLimiter("")
            : (context.CallerOrNull()?.Id ?? context.GetEndpoint()?.Metadata.GetMetadata<OwnSignIn>()?.CallerOf(context)) is { } caller
                ? Fixed($"account {caller}", limits.AccountPerMinute)
                : Fixed($"address {context.Connection.RemoteIpAddress}", limits.AddressPerMinute));
        options.AddPolicy(SignIn, context => limits.Enabled
            ? Fixed($"{context.Connection.RemoteIpAddress}", limits.SignInsPerMinute)
            : RateLimitPartition.GetNoLimiter(""));
    });

    private static RateLimitPartition<string> Fixed(string key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = permits, Window = Window, QueueLimit = 0 });
}
