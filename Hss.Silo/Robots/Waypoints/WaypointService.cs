using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hss.Grains.Entities;
using Hss.Grains.Robots.Waypoints;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Robots;
using Hss.Silo.Identity;

namespace Hss.Silo.Robots.Waypoints;

/// <summary>What the routes of waypoints are made of: unique names for new ones, and who uses one.</summary>
public sealed class WaypointService(IGrainFactory grains, UniqueNames names, WaypointQueries queries)
{
    private const int GuidSize = 16;

    // A refusal names so many of its users at most.
    private const int UsersShown = 20;

    /// <summary>The grain of a waypoint.</summary>
    public IWaypointGrain Waypoint(string id) => grains.GetGrain<IWaypointGrain>(WaypointKind.Instance.Key(id).ToString());

    /// <summary>The id that follows from a text.</summary>
    public static string IdOf(string seed) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, GuidSize)).ToString();

    /// <summary>Makes one.</summary>
    public async Task<Outcome<WaypointView>> Create(CallContext context, string id, WaypointFacts facts)
    {
        var keys = new WaypointNames(NameKey(facts.Name), CodeKey(facts.Code));
        return await Decided(await Waypoint(id).Create(context, facts, keys).ConfigureAwait(false), keys).ConfigureAwait(false);
    }

    /// <summary>Changes what is named of one.</summary>
    public async Task<Outcome<WaypointView>> Change(CallContext context, string id, WaypointFacts facts, ImmutableArray<string> fields)
    {
        var keys = new WaypointNames(fields.Contains("name") ? NameKey(facts.Name) : null, fields.Contains("location_code") ? CodeKey(facts.Code) : null);
        return await Decided(await Waypoint(id).Change(context, facts, fields, keys).ConfigureAwait(false), keys).ConfigureAwait(false);
    }

    /// <summary>
    /// Deletes one that no open task and no robot names. They name it by text, so one may come in the same moment; it then counts as a place on no plan.
    /// </summary>
    public async Task<Outcome<bool>> Delete(CallContext context, string id, CancellationToken cancellation)
    {
        if (await Waypoint(id).Get().ConfigureAwait(false) is { } waypoint
            && await queries.Users(waypoint.Facts, cancellation).ConfigureAwait(false) is { IsEmpty: false } users)
        {
            var shown = users.Take(UsersShown).Select(u => new { kind = u.Kind, id = u.Id, name = u.Name });
            return new Refusal(WaypointCodes.InUse, $"The waypoint is in use: {users.Length} open {(users.Length == 1 ? "task or robot names" : "tasks and robots name")} it")
            {
                Details = [new("users", "") { Expected = JsonSerializer.Serialize(shown) }, new("total", "") { Expected = JsonSerializer.Serialize(users.Length) }],
            };
        }

        return await Waypoint(id).Delete(context).ConfigureAwait(false);
    }

    private EntityKey NameKey(string name) => names.Key("luna_waypoint_name", SearchText.Of(name));

    private EntityKey CodeKey(string code) => names.Key("luna_waypoint_code", SearchText.Of(code));

    private Task<Outcome<WaypointView>> Decided(Outcome<WaypointView> outcome, WaypointNames keys) => outcome.Refusal?.Code switch
    {
        WaypointCodes.NameTaken when keys.Name is { } name => names.Decided(outcome, name, Exists),
        WaypointCodes.CodeTaken when keys.Code is { } code => names.Decided(outcome, code, Exists),
        _ => Task.FromResult(outcome),
    };

    private async Task<bool> Exists(EntityKey owner) => await Waypoint(owner.Id).Get().ConfigureAwait(false) is not null;
}
