using System.Text.Json.Nodes;
using Hss.Api.Platform.Errors;
using Microsoft.OpenApi;
using static Hss.Api.Platform.Dialects.ErrorSchemas;

namespace Hss.Api.Platform.Dialects;

/// <summary><c>{"success":false,"error":{"code","message","details"},"meta":{"timestamp","request_id"}}</c>; codes in capitals.</summary>
public sealed class LunaDialect : IDialect
{
    /// <inheritdoc />
    public string Name => "LunaError";

    /// <inheritdoc />
    public OpenApiSchema Schema => Object(
        ("success", Flag),
        ("error", Object(("code", Text), ("message", Text), ("details", Anything))),
        ("meta", Object(("timestamp", Text), ("request_id", Text))));

    /// <inheritdoc />
    public int BadInput(ApiError error) => StatusCodes.Status422UnprocessableEntity;

    /// <inheritdoc />
    public JsonNode Render(ApiError error, string requestId, DateTimeOffset now) => new JsonObject
    {
        ["success"] = false,
        ["error"] = new JsonObject
        {
            ["code"] = error.Code.ToUpperInvariant(),
            ["message"] = error.Message,
            ["details"] = error.Data?.DeepClone() ?? (error.Faults.IsEmpty ? new JsonObject() : new JsonObject { ["fields"] = Fields(error) }),
        },
        ["meta"] = new JsonObject { ["timestamp"] = now.UtcDateTime.ToString("O"), ["request_id"] = requestId },
    };

    // One entry a field; several faults of one field are joined.
    private static JsonObject Fields(ApiError error)
    {
        var fields = new JsonObject();
        foreach (var group in error.Faults.GroupBy(f => f.Path.IsEmpty ? f.Source : f.Name(), StringComparer.Ordinal))
            fields[group.Key] = string.Join("; ", group.Select(f => f.Phrase));
        return fields;
    }
}
