using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
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
    private static readonly QueryParameter<int> Limit = Parameters.Limit(50, 200);
    private static readonly QueryParameter<string?> Role = Parameters.Text("role", "Only accounts with this role, system:role, for example store:customer");

    /// <summary>Maps them.</summary>
    public static void MapUsers(this RouteGroupBuilder root)
    {
        var users = root.MapGroup("/api/v1/users").WithTags("Users").Operator().Path("id", "The account's id, a UUID");
        users.MapGet("/", List).WithSummary("List accounts").Query(Role, Limit, Parameters.Offset).Answers(typeof(UsersAnswer));
        users.MapGet("/{id}", Get).WithSummary("Read an account").AnswersOne(typeof(AccountAnswer));
        users.MapPut("/{id}/roles", SetRoles).WithSummary("Give and take roles, at once").Body(typeof(SetRolesBody)).Answers(typeof(AccountAnswer));
        users.MapPut("/{id}/active", SetActive).WithSummary("Switch an account, or its membership of one system, on or off").Body(typeof(SetActiveBody)).Answers(typeof(AccountAnswer));
    }

    private static async Task<IResult> List(HttpContext context, IdentityQueries queries)
    {
        var query = new QueryReader(context);
        var (role, limit, offset) = (query.Get(Role), query.Get(Limit), query.Get(Parameters.Offset));
        if (role is not null && (role.Split(':') is not [var system, var name] || !SystemRoles.IsKnown(system, name)))
            query.Fault(Role, "must be system:role, for example store:customer");
        query.Done();
        var (accounts, total) = await queries.Accounts(limit, offset, role, context.RequestAborted);
        context.TotalCount(total);
        return new JsonAnswer(new UsersAnswer([.. accounts.Select(AccountAnswer.Of)], total, limit, offset));
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

/// <summary>A page of accounts.</summary>
/// <param name="Total">How many there are.</param>
public sealed record UsersAnswer(ImmutableArray<AccountAnswer> Users, long Total, int Limit, int Offset);
