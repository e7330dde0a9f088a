using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Silo.Identity;
using Microsoft.Net.Http.Headers;

namespace Hss.Api.Platform.Access;

/// <summary>The signed-in caller of a request.</summary>
public sealed record Caller(SignedIn Account)
{
    /// <summary>The account's id.</summary>
    public string Id => Account.AccountId;

    /// <summary>The role on a mount; an operator of the platform has the highest everywhere; empty when there is none.</summary>
    public string RoleOn(Mount mount) =>
        SystemRoles.Effective(mount.Name, Account.Roles.GetValueOrDefault(mount.Name), Account.Roles.GetValueOrDefault(Mounts.Root.Name)) ?? "";

    /// <summary>An operator of the platform.</summary>
    public bool IsOperator => Account.Roles.GetValueOrDefault(Mounts.Root.Name) == AccountRules.Operator;

    /// <summary>
    /// Whether the caller has one of the roles on a mount. Staff roles may stand side by side (the store's do): an operator has all but the lowest.
    /// </summary>
    public bool Is(Mount mount, params ReadOnlySpan<string> roles) => roles.Contains(RoleOn(mount)) || (IsOperator && roles.ContainsAnyExcept(SystemRoles.Lowest(mount.Name)));

    /// <summary>Whether the caller passes a guard.</summary>
    public bool Passes(Guard guard) => guard.Roles.IsEmpty || Is(guard.Mount, guard.Roles.AsSpan());
}

/// <summary>What endpoints ask about their caller.</summary>
public static class CallerExtensions
{
    /// <summary>The actor of requests without sign-in.</summary>
    public const string Guest = "guest";

    /// <summary>The caller behind a guard.</summary>
    /// <exception cref="InvalidOperationException">The route has no guard, and nobody is signed in.</exception>
    public static Caller Caller(this HttpContext context) =>
        context.CallerOrNull() ?? throw new InvalidOperationException("This route needs a guard");

    /// <summary>The caller, or null when nobody is signed in.</summary>
    public static Caller? CallerOrNull(this HttpContext context) => context.Features.Get<Caller>();

    /// <summary>What grains hear about the request.</summary>
    public static CallContext CallContext(this HttpContext context)
    {
        var caller = context.CallerOrNull();
        return new(
            caller?.Id ?? Guest,
            caller?.RoleOn(context.Mount()) ?? "",
            context.TraceIdentifier,
            context.Connection.RemoteIpAddress?.ToString(),
            context.Features.Get<Operation>(),
            ExpectedVersion(context));
    }

    // If-Match is optional on PUT, PATCH and DELETE. What is no version of ours cannot match.
    private static long? ExpectedVersion(HttpContext context)
    {
        if (context.Request.Method is not ("PUT" or "PATCH" or "DELETE") || context.Request.Headers.IfMatch.Count == 0)
            return null;
        if (!EntityTagHeaderValue.TryParseStrictList(context.Request.Headers.IfMatch, out var tags) || tags.Count != 1)
            return -1;
        if (tags[0].Tag == "*")
            return null;
        return !tags[0].IsWeak && long.TryParse(tags[0].Tag.AsSpan().Trim('"'), out var version) ? version : -1;
    }
}
