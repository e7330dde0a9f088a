using System.Collections.Immutable;
using Hss.Grains.Identity;

namespace Hss.Api.Platform.Access;

/// <summary>What a route asks of its caller.</summary>
/// <param name="Mount">Whose roles count.</param>
/// <param name="Roles">Any of these; empty: any signed-in account.</param>
public sealed record Guard(Mount Mount, ImmutableArray<string> Roles);

/// <summary>The route handles the <c>Idempotency-Key</c> header by ignoring it (sign-in, credentials).</summary>
public sealed record WithoutIdempotency;

/// <summary>
/// The route reads a long body itself and says what makes two requests with one <c>Idempotency-Key</c> the same: the body is not read before the
/// caller's rights are checked.
/// </summary>
public sealed record OwnFingerprint;

/// <summary>
/// The route's callers are no accounts, and it reads the Authorization header itself: no account's token is looked for in it.
/// </summary>
public abstract record OwnSignIn
{
    /// <summary>Who the request says it is from, proven; null when it does not. Requests are counted by it.</summary>
    public abstract string? CallerOf(HttpContext context);
}

/// <summary>Guards, on routes or groups.</summary>
public static class Guards
{
    /// <summary>Any signed-in account.</summary>
    public static TBuilder SignedIn<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder =>
        routes.WithMetadata(new Guard(Mounts.Root, []));

    /// <summary>One of these roles of a system. The platform's operators have every system's highest role.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder routes, Mount mount, params ImmutableArray<string> roles) where TBuilder : IEndpointConventionBuilder =>
        routes.WithMetadata(new Guard(mount, roles));

    /// <summary>The platform's operators.</summary>
    public static TBuilder Operator<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder =>
        routes.Needs(Mounts.Root, AccountRules.Operator);

    /// <summary>Holds a guard that depends on more than the route.</summary>
    /// <exception cref="Errors.ApiException">401 or 403.</exception>
    public static void Hold(HttpContext context, Mount mount, params ImmutableArray<string> roles) => SignInGate.Hold(new(mount, roles), context.CallerOrNull(), mount);

    /// <summary>The header <c>Idempotency-Key</c> means nothing here.</summary>
    public static TBuilder IgnoresIdempotencyKey<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder =>
        routes.WithMetadata(new WithoutIdempotency());
}
