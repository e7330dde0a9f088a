using System.Collections.Immutable;
using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;
using Hss.Silo.Assets.Accounts;
using Hss.Silo.Identity;

namespace Hss.Api.Assets.Accounts;

/// <summary>Users of asset management, <c>/sams/api/v1/users</c>: admins, and each their own record.</summary>
public static class AssetUserEndpoints
{
    private const string Unknown = "User not found";

    private static readonly ImmutableArray<string> Roles = SystemRoles.Of(Mounts.Sams.Name);

    private static readonly QueryParameter<string?> Search = Parameters.Text("search", "Only users whose name, e-mail or department contains this, without regard to case", 200);
    private static readonly QueryParameter<string?> Role = Parameters.Choice("role", "Only users with this role", Roles);
    private static readonly QueryParameter<bool?> Active = Parameters.Flag("is_active", "Only users that are switched on, or off");
    private static readonly QueryParameter<string?> NewRole = Parameters.Choice("role", "The new role", Roles, required: true);

    /// <summary>Maps them.</summary>
    public static void MapAssetUsers(this RouteGroupBuilder sams)
    {
        var users = sams.MapGroup("/api/v1/users").WithTags("Users").Path("id", "The user's id, a UUID");
        users.MapGet("/", List).WithSummary("List users, newest first").Needs(Mounts.Sams, AssetRoles.Admin)
            .Query(Parameters.Skip, AssetLists.Limit, Search, Role, Active).Answers(typeof(AssetList<User>));
        users.MapGet("/{id}", Get).WithSummary("Read a user; everybody their own record").SignedIn().AnswersOne(typeof(User)).Refuses(403, "Somebody else's record");
        users.MapPost("/", Create).WithSummary("Make a user, or make somebody with an account a member").Needs(Mounts.Sams, AssetRoles.Admin).IgnoresIdempotencyKey()
            .Body(typeof(CreateUserRequest)).Answers(typeof(User), 201).Refuses(400, "The e-mail is a user's");
        users.MapPut("/{id}", Update).WithSummary("Change a user").Needs(Mounts.Sams, AssetRoles.Admin)
            .Body(typeof(UpdateUserRequest)).Answers(typeof(User)).Refuses(400, "One's own role, or switching oneself off");
        users.MapDelete("/{id}", Delete).WithSummary("Take a user's role away and end their sessions; an account without any other role is deleted")
            .Needs(Mounts.Sams, AssetRoles.Admin).AnswersNothing().Refuses(400, "One's own account").Refuses(409, "Assets or pending workflows are the user's");
        users.MapPatch("/{id}/role", SetRole).WithSummary("Give a user another role").Needs(Mounts.Sams, AssetRoles.Admin)
            .Query(NewRole).Answers(typeof(User)).Refuses(400, "One's own role");
    }

    private static async Task<IResult> List(HttpContext context, AssetMembers members)
    {
        var query = new QueryReader(context);
        var (skip, limit) = (query.Get(Parameters.Skip), query.Get(AssetLists.Limit));
        var filter = new MemberFilter(query.Get(Search), query.Get(Role), query.Get(Active));
        query.Done();
        var (users, total) = await members.List(filter, skip, limit, context.RequestAborted);
        return new JsonAnswer(new AssetList<User>([.. users.Select(User.Of)], total, skip, limit));
    }

    private static async Task<IResult> Get(HttpContext context, string id, IdentityService identity)
    {
        var user = PathId.Read(id, Unknown);
        var own = context.Caller().Id == user;
        if (!own && !context.Caller().Is(Mounts.Sams, AssetRoles.Admin))
            return ApiError.Forbidden("Not authorized to view this user").ToResult();
        var account = await identity.Account(user).Get();
        return account is not null && (own || account.MembershipIn(Mounts.Sams.Name) is not null)
            ? Answer.One(context, account.Version, User.Of(account))
            : ApiError.NotFound(Unknown).ToResult();
    }

    private static async Task<IResult> Create(HttpContext context, IdentityService identity)
    {
        var body = await context.ReadBody<CreateUserRequest>();
        var role = body.Role ?? SystemRoles.Lowest(Mounts.Sams.Name);
        var registration = User.Registration(body.Email!, body.Name!, body.Password, role, body.Department, body.EmployeeId);
        var outcome = await identity.AddMember(context.CallContext(), registration, Mounts.Sams.Name, role);
        return outcome.Accepted ? Answer.Of(context, outcome, User.Of, StatusCodes.Status201Created) : AssetAuthEndpoints.TakenOr(outcome.Refusal);
    }

    private static async Task<IResult> Update(HttpContext context, string id, IdentityService identity)
    {
        var change = User.Change(await context.ReadChange<UpdateUserRequest>());
        var (user, caller) = (PathId.Read(id, Unknown), context.Caller());
        if (caller.Id == user && change.Role is { } role && role != caller.RoleOn(Mounts.Sams))
            return Own("Cannot change your own role");
        return caller.Id == user && change.Active == false
            ? Own("Cannot deactivate your own account")
            : Changed(context, await identity.Account(user).ChangeMember(context.CallContext(), change));
    }

    private static async Task<IResult> SetRole(HttpContext context, string id, IdentityService identity)
    {
        var role = QueryReader.One(context, NewRole);
        var user = PathId.Read(id, Unknown);
        return context.Caller().Id == user
            ? Own("Cannot change your own role")
            : Changed(context, await identity.Account(user).ChangeMember(context.CallContext(), new(Mounts.Sams.Name, role, null, null)));
    }

    private static async Task<IResult> Delete(HttpContext context, string id, MemberService members)
    {
        var user = PathId.Read(id, Unknown);
        if (context.Caller().Id == user)
            return Own("Cannot delete your own account");
        var outcome = await members.Remove(context.CallContext(), user);
        return outcome.Accepted ? Results.NoContent() : Changed(context, outcome);
    }

    private static IResult Changed(HttpContext context, Outcome<AccountView> outcome) =>
        outcome.Refusal?.Code == RefusalCodes.NotFound ? ApiError.NotFound(Unknown).ToResult() : Answer.Of(context, outcome, User.Of);

    private static IResult Own(string text) => new ApiError(StatusCodes.Status400BadRequest, "own_account", text).ToResult();
}
