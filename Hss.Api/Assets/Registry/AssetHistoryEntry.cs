using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hss.Api.Platform.OpenApi;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities;
using Hss.Interfaces.Assets;
using Hss.Silo.Assets.Registry;

namespace Hss.Api.Assets.Registry;

/// <summary>One thing that happened to an asset.</summary>
/// <param name="Action"><c>created</c>, <c>updated</c>, <c>assigned</c>, <c>unassigned</c>, <c>transferred</c>, <c>location_changed</c>, <c>status_changed</c>,
/// <c>maintenance_start</c>, <c>maintenance_end</c>, <c>disposed</c>, <c>deleted</c>.</param>
/// <param name="PerformedBy">The id of the user who did it, or <c>system</c>.</param>
/// <param name="UserName">The name of that user, or null.</param>
/// <param name="OldValues">What changed, as it was; null when it was made.</param>
/// <param name="NewValues">What changed, as it is from then on.</param>
/// <param name="WorkflowId">The workflow that did it, or null.</param>
public sealed record AssetHistoryEntry(
    [property: SchemaFormat("uuid")] string Id,
    [property: SchemaFormat("uuid")] string AssetId,
    string Action,
    string Description,
    string PerformedBy,
    string? UserName,
    string? UserEmail,
    JsonObject? OldValues,
    JsonObject? NewValues,
    [property: SchemaFormat("uuid")] string? FromUserId,
    [property: SchemaFormat("uuid")] string? ToUserId,
    [property: SchemaFormat("uuid")] string? FromLocationId,
    [property: SchemaFormat("uuid")] string? ToLocationId,
    [property: SchemaFormat("uuid")] string? WorkflowId,
    DateTimeOffset CreatedAt)
{
    private const int GuidSize = 16;

    /// <summary>As callers see it.</summary>
    public static AssetHistoryEntry Of(string asset, AssetMoment moment, AssetPerson? person)
    {
        var bare = new AssetHistoryEntry(
            IdOf(asset, moment.Version), asset, "", "", moment.Actor, person?.Name, person?.Email, null, null, null, null, null, null, null, moment.At);
        return moment.Event switch
        {
            AssetCreated c => bare with
            {
                Action = "created",
                Description = $"Asset {c.Tag} created",
                NewValues = Made(c),
                ToUserId = c.AssignedTo,
                ToLocationId = c.Details.LocationId,
            },
            AssetChanged c => Changed(bare, c),
            AssetStatusChanged s => bare with
            {
                Action = ActionOf(s),
                Description = Because($"Status changed from {s.From} to {s.To}", s.Reason),
                OldValues = new() { [AssetFields.Status] = s.From },
                NewValues = new() { [AssetFields.Status] = s.To },
                WorkflowId = s.WorkflowId,
            },
            AssetAssigned a => bare with
            {
                Action = a.Transferred && a.From is not null ? "transferred" : "assigned",
                Description = Because(a.From is null ? "Assigned to a user" : "Passed on to another user", a.Reason),
                OldValues = Standing(a.OldStatus, a.From),
                NewValues = Standing(AssetStatus.Assigned, a.To),
                FromUserId = a.From,
                ToUserId = a.To,
                WorkflowId = a.WorkflowId,
            },
            AssetUnassigned u => bare with
            {
                Action = "unassigned",
                Description = Because("Taken back from its user", u.Reason),
                OldValues = Standing(u.OldStatus, u.From),
                NewValues = Standing(u.NewStatus, null),
                FromUserId = u.From,
                WorkflowId = u.WorkflowId,
            },
            AssetMoved m => bare with
            {
                Action = "location_changed",
                Description = Because("Moved to another location", m.Reason),
                OldValues = new() { ["location_id"] = m.From },
                NewValues = new() { ["location_id"] = m.To },
                FromLocationId = m.From,
                ToLocationId = m.To,
            },
            AssetDeleted d => bare with
            {
                Action = "deleted",
                Description = "Asset deleted",
                OldValues = Standing(d.Before.Status, d.Before.AssignedTo),
                NewValues = Standing(AssetStatus.Disposed, null),
                FromUserId = d.Before.AssignedTo,
            },
            var other => throw new InvalidOperationException($"History does not tell {other.GetType().Name}"),
        };
    }

    private static AssetHistoryEntry Changed(AssetHistoryEntry bare, AssetChanged c)
    {
        var (location, holder) = (c.Fields.Contains("location_id"), c.Fields.Contains(AssetFields.AssignedTo));
        return bare with
        {
            Action = "updated",
            Description = $"Updated {string.Join(", ", c.Fields)}",
            OldValues = Values(c.Fields, c.Old, c.Before),
            NewValues = Values(c.Fields, c.New, c.After),
            FromUserId = holder ? c.Before.AssignedTo : null,
            ToUserId = holder ? c.After.AssignedTo : null,
            FromLocationId = location ? c.Old.LocationId : null,
            ToLocationId = location ? c.New.LocationId : null,
        };
    }

    private static string ActionOf(AssetStatusChanged change) => change switch
    {
        { To: AssetStatus.Disposed } => "disposed",
        { To: AssetStatus.Maintenance } => "maintenance_start",
        { From: AssetStatus.Maintenance } => "maintenance_end",
        _ => "status_changed",
    };

    private static string Because(string what, string? reason) => reason is null ? what : $"{what}: {reason}";

    private static JsonObject Made(AssetCreated made)
    {
        var standing = new AssetStanding(made.Status, made.AssignedTo);
        var values = new JsonObject { ["asset_tag"] = made.Tag };
        foreach (var name in AssetFields.Names)
        {
            if (Json(AssetFields.Value(name, made.Details, standing)) is { } value)
                values[name] = value;
        }

        return values;
    }

    private static JsonObject Standing(string status, string? holder) => new() { [AssetFields.Status] = status, [AssetFields.AssignedTo] = holder };

    private static JsonObject Values(IEnumerable<string> names, AssetDetails details, AssetStanding standing) =>
        new(names.Select(name => KeyValuePair.Create(name, Json(AssetFields.Value(name, details, standing)))));

    // As the asset itself shows them.
    private static JsonNode? Json(object? value) => value switch
    {
        null => null,
        long cents => Money.ToText(cents),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    // An event has no id of its own: it is the same UUID whenever it is told.
    private static string IdOf(string asset, long version) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{asset}@{version}"))).AsSpan(0, GuidSize)).ToString();
}
