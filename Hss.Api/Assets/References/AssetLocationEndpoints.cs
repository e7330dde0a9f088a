using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Silo.Assets.References;

namespace Hss.Api.Assets.References;

/// <summary>Places of assets, <c>/sams/api/v1/locations</c>: members read, admins write.</summary>
public static class AssetLocationEndpoints
{
    private const string Unknown = "Location not found";

    private static readonly QueryParameter<bool?> Active = Parameters.Flag("is_active", "Only those that are switched on, or off");
    private static readonly QueryParameter<string?> Site = Parameters.Text("site", "Only those of this site", 50);

    /// <summary>Maps them.</summary>
    public static void MapAssetLocations(this RouteGroupBuilder sams)
    {
        var locations = sams.MapGroup("/api/v1/locations").WithTags("Locations").Path("id", "The location's id, a UUID");
        locations.MapGet("/", List).WithSummary("List locations by name").NeedsMember().Query(Parameters.Skip, AssetLists.Limit, Site, Active).Answers(typeof(AssetList<Location>));
        locations.MapGet("/{id}", Get).WithSummary("Read a location").NeedsMember().AnswersOne(typeof(Location));
        locations.MapPost("/", Create).WithSummary("Make a location").Needs(Mounts.Sams, AssetRoles.Admin)
            .Body(typeof(CreateLocationRequest)).Answers(typeof(Location), 201).Refuses(400, "The code is taken");
        locations.MapPut("/{id}", Update).WithSummary("Change a location; its code stays").Needs(Mounts.Sams, AssetRoles.Admin)
            .Body(typeof(UpdateLocationRequest)).Answers(typeof(Location));
        locations.MapDelete("/{id}", Delete).WithSummary("Delete a location that no asset is at").Needs(Mounts.Sams, AssetRoles.Admin)
            .AnswersNothing().Refuses(409, "Assets refer to it");
    }

    private static async Task<IResult> List(HttpContext context, AssetReferences references)
    {
        var query = new QueryReader(context);
        var (skip, limit, site, active) = (query.Get(Parameters.Skip), query.Get(AssetLists.Limit), query.Get(Site), query.Get(Active));
        query.Done();
        var (items, total) = await references.Locations(skip, limit, active, site, context.RequestAborted);
        return new JsonAnswer(new AssetList<Location>([.. items.Select(Location.Of)], total, skip, limit));
    }

    private static async Task<IResult> Get(HttpContext context, string id, ReferenceService references) =>
        await references.Location(PathId.Read(id, Unknown)).Get() is { } location
            ? Answer.One(context, location.Version, Location.Of(location))
            : ApiError.NotFound(Unknown).ToResult();

    private static async Task<IResult> Create(HttpContext context, ReferenceService references)
    {
        var body = await context.ReadBody<CreateLocationRequest>();
        var call = context.CallContext();
        var outcome = await references.Create(call, ReferenceService.NewId(call), body.Details).WithinDeadline(context);
        return Answer.Of(context, outcome, Location.Of, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Update(HttpContext context, string id, ReferenceService references)
    {
        var change = await context.ReadChange<UpdateLocationRequest>();
        var location = PathId.Read(id, Unknown);
        var outcome = await references.Location(location).Change(context.CallContext(), new(change.Fields, change.Body.Details)).WithinDeadline(context);
        return Answer.Of(context, outcome, Location.Of);
    }

    private static async Task<IResult> Delete(HttpContext context, string id, ReferenceService references)
    {
        var outcome = await references.Location(PathId.Read(id, Unknown)).Delete(context.CallContext()).WithinDeadline(context);
        return outcome.Accepted ? Results.NoContent() : outcome.Refusal.ToError().ToResult();
    }
}
