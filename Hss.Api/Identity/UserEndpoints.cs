using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Identity;
using Hss.Interfaces.Identity;
using Hss.Silo.Identity;

namespace Hss.Api.Identity;

/// <summary>The platform's administration of accounts, <c>/api/v1/users</c>: operators only.</summary>
public static class UserEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapUsers(this RouteGroupBuilder root)
    {
        var users = root.MapGroup("/api/v1/users").WithTags("Users").Operator();
        users.MapGet("/", List);
        users.MapGet("/{id}", Get).Answers(typeof(AccountAnswer));
        users.MapPut("/{id}/roles", SetRoles).Body(typeof(SetRolesBody)).Answers(typeof(AccountAnswer));
        users.MapPut("/{id}/active", SetActive).Body(typeof(SetActiveBody)).Answers(typeof(AccountAnswer));
    }

    private static async Task<IResult> List(HttpContext context, IdentityQueries queries)
    {
        var query = new QueryReader(context.Request.Query);
        var (limit, offset) = (query.Whole("limit", 50, 1, 200), query.Whole("offset", 0, 0, int.MaxValue));
        var role = query.Text("role");
        if (role is not null && (role.Split(':') is not [var system, var name] || !SystemRoles.IsKnown(system, name)))
            query.Fault("role", "must be system:role, for example store:customer");
        query.Done();
        var (accounts, total) = await queries.Accounts(limit, offset, role, context.RequestAborted);
        context.Response.Headers["X-Total-Count"] = total.ToString(CultureInfo.InvariantCulture);
        return new JsonAnswer(new { users = accounts.Select(AccountAnswer.Of), total, limit, offset });
    }

    private static async Task<IResult> Get(HttpContext context, string id, IdentityService identity) =>
        AccountId(id) is { } account && await identity.Account(account).Get() is { } view
            ? Answer.One(context, view.Version, AccountAnswer.Of(view))
            : NotFound();

    private static async Task<IResult> SetRoles(HttpContext context, string id, IdentityService identity)
    {
        var body = await context.ReadBody<SetRolesBody>();
        var faults = ImmutableArray.CreateBuilder<FieldFault>();
        var changes = ImmutableArray.CreateBuilder<RoleChange>();
        foreach (var (system, role) in body.Roles!)
        {
            if (role.ValueKind is JsonValueKind.String or JsonValueKind.Null)
                changes.Add(new(system, role.GetString()));
            else
                faults.Add(new(FieldFaultKind.Type, ["roles", system], "must be a role or null", role));
        }

        if (faults.Count > 0)
            return ApiError.Invalid("The request has invalid fields", faults.ToImmutable()).ToResult();
        return AccountId(id) is { } account
            ? Answer.Of(context, await identity.Account(account).SetRoles(context.CallContext(), changes.ToImmutable()), AccountAnswer.Of)
            : NotFound();
    }

    private static async Task<IResult> SetActive(HttpContext context, string id, IdentityService identity)
    {
        var body = await context.ReadBody<SetActiveBody>();
        return AccountId(id) is { } account
            ? Answer.Of(context, await identity.Account(account).SetActive(context.CallContext(), body.System ?? Mounts.Root.Name, body.Active!.Value), AccountAnswer.Of)
            : NotFound();
    }

    // A malformed id is 404 (contracts, section 2).
    private static string? AccountId(string text) => Guid.TryParseExact(text, "D", out var id) ? id.ToString() : null;

    private static IResult NotFound() => ApiError.NotFound("Account not found").ToResult();
}

/// <summary>Roles to give, by system; null takes one.</summary>
public sealed record SetRolesBody
{
    /// <summary><c>{"store":"product_manager","hss":null}</c>; systems that are not named keep theirs.</summary>
    [Required]
    public Dictionary<string, JsonElement>? Roles { get; init; }
}

/// <summary>A membership to switch.</summary>
public sealed record SetActiveBody
{
    /// <summary>The system; without it the whole account.</summary>
    [AllowedValues("hss", "store", "sams", "reservia", "luna", "platform")]
    public string? System { get; init; }

    /// <summary>On or off.</summary>
    [Required]
    public bool? Active { get; init; }
}
