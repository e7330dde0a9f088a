using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Interfaces.Robots;

namespace Hss.Api.Robots.Waypoints;

/// <summary>A waypoint to make.</summary>
public sealed record CreateWaypointBody
{
    /// <summary>1..120 characters; unique.</summary>
    [Required, StringLength(120, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>1..50 characters; unique.</summary>
    [Required, StringLength(50, MinimumLength = 1)]
    public string? LocationCode { get; init; }

    /// <summary>Metres from the origin of the plan, east.</summary>
    [Required, Range(-100000.0, 100000.0)]
    public double? XCoordinate { get; init; }

    /// <summary>Metres from the origin of the plan, north.</summary>
    [Required, Range(-100000.0, 100000.0)]
    public double? YCoordinate { get; init; }

    /// <summary>Metres from the origin of the plan, up; 0 when absent.</summary>
    [Range(-100000.0, 100000.0)]
    public double? ZCoordinate { get; init; }

    /// <summary>Whatever else there is to say; at most 4 kB.</summary>
    public Dictionary<string, JsonElement>? Metadata { get; init; }

    /// <summary>Whether people should choose it for new tasks; true when absent.</summary>
    public bool? IsActive { get; init; }

    internal WaypointFacts Facts => new(
        Name!.Trim(), LocationCode!.Trim(), new(XCoordinate!.Value, YCoordinate!.Value, ZCoordinate ?? 0), WaypointMetadata.Text(Metadata), IsActive ?? true);
}

/// <summary>What to change of a waypoint; what is not named stays.</summary>
public sealed record UpdateWaypointBody
{
    /// <summary>1..120 characters; unique.</summary>
    [StringLength(120, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>1..50 characters; unique.</summary>
    [StringLength(50, MinimumLength = 1)]
    public string? LocationCode { get; init; }

    /// <summary>Metres from the origin of the plan, east.</summary>
    [Range(-100000.0, 100000.0)]
    public double? XCoordinate { get; init; }

    /// <summary>Metres from the origin of the plan, north.</summary>
    [Range(-100000.0, 100000.0)]
    public double? YCoordinate { get; init; }

    /// <summary>Metres from the origin of the plan, up.</summary>
    [Range(-100000.0, 100000.0)]
    public double? ZCoordinate { get; init; }

    /// <summary>Whatever else there is to say; at most 4 kB. Null takes it away.</summary>
    [NullTakesAway]
    public Dictionary<string, JsonElement>? Metadata { get; init; }

    /// <summary>Whether people should choose it for new tasks.</summary>
    public bool? IsActive { get; init; }

    internal WaypointFacts Facts => new(
        Name?.Trim() ?? "", LocationCode?.Trim() ?? "", new(XCoordinate ?? 0, YCoordinate ?? 0, ZCoordinate ?? 0), WaypointMetadata.Text(Metadata), IsActive ?? false);
}

/// <summary>A place that robots know.</summary>
public sealed record Waypoint(
    [property: SchemaFormat("uuid")] string Id,
    string Name,
    string LocationCode,
    double XCoordinate,
    double YCoordinate,
    double ZCoordinate,
    JsonObject? Metadata,
    bool IsActive,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>As callers see it.</summary>
    public static Waypoint Of(WaypointView view) => new(
        view.Id,
        view.Facts.Name,
        view.Facts.Code,
        view.Facts.Position.X,
        view.Facts.Position.Y,
        view.Facts.Position.Z,
        view.Facts.Metadata is { } metadata ? JsonNode.Parse(metadata)!.AsObject() : null,
        view.Facts.IsActive,
        view.CreatedAt,
        view.UpdatedAt);
}

/// <summary>What else there is to say of a waypoint, as text.</summary>
internal static class WaypointMetadata
{
    private const int MaxLength = 4096;

    public static string? Text(Dictionary<string, JsonElement>? metadata)
    {
        var text = metadata is null ? null : JsonSerializer.Serialize(metadata);
        return text?.Length > MaxLength
            ? throw new ApiException(ApiError.Invalid(
                "The request has invalid fields", new FieldFault(FieldFaultKind.TooLong, ["metadata"], $"must have at most {MaxLength} characters", null)))
            : text;
    }
}
