using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Entities;
using Hss.Silo.Hosting;
using Hss.Silo.Identity;
using Hss.Silo.Reservations;

namespace Hss.Api.Reservations;

/// <summary>Users and resources of <c>/reservia</c>.</summary>
public static class AdministrationEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapAdministration(this RouteGroupBuilder reservia)
    {
        var admin = reservia.MapGroup("/admin").WithTags("Administration");
        admin.MapPost("/user/add", AddUser).WithSummary("Add a user").IgnoresIdempotencyKey().Body(typeof(UserAddBody)).Answers(typeof(UserAnswer), 201)
            .Refuses(401, "Not signed in, or no longer").Refuses(403, "Admins only").Refuses(409, "The name or the e-mail is another's");
        admin.MapPost("/user/modify", ModifyUser).WithSummary("Change a user's e-mail, password or priority").IgnoresIdempotencyKey().Needs(Mounts.Reservia, Roles.All)
            .Body(typeof(UserModifyBody)).Answers(typeof(UserAnswer)).Refuses(403, "Somebody else's account").Refuses(404, "No such user").Refuses(409, "The e-mail is another's");
        admin.MapPost("/resource/add", AddResource).WithSummary("Add a resource").Needs(Mounts.Reservia, Roles.Admins).Body(typeof(ResourceAddBody))
            .Answers(typeof(ResourceAnswer), 201).Refuses(409, "The name is another's");
        admin.MapPost("/resource/modify", ModifyResource).WithSummary("Change a resource").Needs(Mounts.Reservia, Roles.Admins).Body(typeof(ResourceModifyBody))
            .Answers(typeof(ResourceAnswer)).Refuses(404, "No such resource").Refuses(409, "The name is another's");
    }

    private static async Task<IResult> AddUser(HttpContext context, ReservationUsers users, ReservationSettings settings)
    {
        if (!settings.NoAuth)
            Guards.Hold(context, Mounts.Reservia, Roles.Admins);
        var body = await context.ReadBody<UserAddBody>();
        var added = await users.Add(context.CallContext(), body.Name!.Trim(), body.Email!, Digests.Of(body.Password!));
        return Answer.Untagged(added, account => new UserAnswer("User created successfully", ReservationUsers.Number(account) ?? 0), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ModifyUser(HttpContext context, ReservationUsers users, IdentityService identity)
    {
        var body = await context.ReadBody<UserModifyBody>();
        if (body is { Email: null, Password: null, Priority: null })
            throw new ApiException(ApiError.Invalid("email or password is required"));
        var (caller, user) = (context.Caller(), await users.Find(body.UserId!.Value));
        var isAdmin = caller.Is(Mounts.Reservia, Roles.Admins.AsSpan());
        if (!isAdmin && (user?.Id != caller.Id || body.Priority is not null))
            return ApiError.Forbidden("Cannot modify other users").ToResult();
        if (user is null)
            return ApiError.NotFound($"User {body.UserId} not found").ToResult();
        if (body.Email is { } email && (await identity.ChangeEmail(context.CallContext(), user.Id, email)).Refusal is { } taken)
            return (taken.Code == RefusalCodes.Conflict ? taken with { Message = $"Email '{email}' already exists" } : taken).ToError().ToResult();
        if (body.Password is { } password)
            await identity.SetPassword(context.CallContext(), user.Id, Digests.Of(password), user.Id == caller.Id ? caller.Account.SessionId : null);
        if (body.Priority is { } priority)
            await users.SetPriority(context.CallContext(), user, priority);
        return new JsonAnswer(new UserAnswer("User modified successfully", body.UserId.Value));
    }

    private static async Task<IResult> AddResource(HttpContext context, ReservationService reservations)
    {
        var body = await context.ReadBody<ResourceAddBody>();
        var added = await reservations.Add(context.CallContext(), body.Name!.Trim(), body.Comment, body.Capacity ?? 1).WithinDeadline(context);
        return Answer.Of(context, added, r => new ResourceAnswer("Resource created successfully", ReservationTexts.Number(r.Id)), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ModifyResource(HttpContext context, ReservationService reservations)
    {
        var body = await context.ReadBody<ResourceModifyBody>();
        if (!body.ChangesSomething())
            throw new ApiException(ApiError.Invalid("name, comment, capacity or state is required"));
        var id = ReservationTexts.Id(body.ResourceId!.Value);
        var modified = await reservations.Modify(context.CallContext(), id, body.Name?.Trim(), body.Comment, body.Capacity, body.State).WithinDeadline(context);
        return Answer.Of(context, modified, r => new ResourceAnswer("Resource modified successfully", ReservationTexts.Number(r.Id)));
    }
}
