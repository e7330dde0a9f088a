using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hss.Api.Platform.Errors;
using Hss.Silo.Identity;

namespace Hss.Api.Platform.Access;

/// <summary>
/// Finds the caller and holds each route's guard, before any body is read. A bad Bearer token is always 401; a dead cookie is as good as
/// none, so that it never blocks signing in again.
/// </summary>
public sealed class SignInGate(RequestDelegate next, IAccessCheck access)
{
    /// <summary>The cookie that holds an access token.</summary>
    public const string AccessCookie = "access_token";

    private const string Scheme = "Bearer ";

    /// <summary>The cookie that stands for a session on <c>/reservia</c>, and nowhere else.</summary>
    public const string SessionCookie = "session";

    /// <summary>The access token that a request was admitted with: its header's, else its cookie's; empty when it has none.</summary>
    public static string TokenOf(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is { Length: > 0 } header)
            return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Access(header[Scheme.Length..].Trim()) : "";
        if (Mounts.Of(request.Path) == Mounts.Reservia && request.Cookies[SessionCookie] is { Length: > 0 } handle)
            return AccessTokens.IsHandle(handle) ? handle : "";
        return Access(request.Cookies[AccessCookie] ?? "");
    }

    /// <summary>Checks and goes on.</summary>
    public async Task Invoke(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<OwnSignIn>() is not null)
        {
            await next(context);
            return;
        }

        if (await Find(context) is { } caller)
            context.Features.Set(caller);
        foreach (var guard in endpoint.Metadata.GetOrderedMetadata<Guard>())
            Hold(guard, context.CallerOrNull(), context.Mount());
        await next(context);
    }

    /// <summary>Holds a guard.</summary>
    /// <exception cref="ApiException">401 or 403, in the words of the mount.</exception>
    internal static void Hold(Guard guard, Caller? caller, Mount mount)
    {
        if (caller is null)
            throw new ApiException(ApiError.Unauthorized(mount.Words.NoToken));
        if (mount.Words.SwitchedOff is { } words && caller.Account.Inactive.Contains(mount.Name))
            throw new ApiException(ApiError.Forbidden(words));
        if (caller.Passes(guard))
            return;
        ImmutableArray<string> roles = [.. guard.Roles.Order(StringComparer.Ordinal)];
        throw new ApiException(ApiError.Forbidden(mount.Words.WrongRole(roles)) with
        {
            Data = new JsonArray($"required_roles=[{string.Join(", ", roles.Select(r => $"'{r}'"))}]"),
        });
    }

    private async Task<Caller?> Find(HttpContext context)
    {
        var caller = await Check(TokenOf(context.Request));
        if (context.Request.Headers.Authorization.ToString().Length > 0)
            return caller ?? throw new ApiException(ApiError.Unauthorized(context.Mount().Words.BadToken));
        if (caller is null)
            return null;
        CookieOrigin.RefuseForeign(context);
        return caller;
    }

    // A session's handle counts in its own cookie only.
    private static string Access(string token) => AccessTokens.IsHandle(token) ? "" : token;

    private async Task<Caller?> Check(string token) => token.Length == 0 ? null : await access.Check(token) is { } account ? new(account) : null;
}
