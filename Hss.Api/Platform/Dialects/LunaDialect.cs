using System.Text.Json;
using System.Text.Json.Nodes;
using Hss.Api.Platform.Errors;
using Hss.Interfaces.Entities;
using Microsoft.OpenApi;
using static Hss.Api.Platform.Dialects.ErrorSchemas;

namespace Hss.Api.Platform.Dialects;

/// <summary>
/// <c>{"success":false,"error":{"code","message","details"},"meta":{"timestamp","request_id"}}</c>; codes in capitals. Facts of a refusal are
/// members of <c>details</c>, faults of the input lists of messages under <c>details.fields</c>.
/// </summary>
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
            ["code"] = Code(error),
            ["message"] = error.Message,
            ["details"] = error.Data is { } data ? Facts(data) : error.Faults.IsEmpty ? new JsonObject() : new JsonObject { ["fields"] = Fields(error) },
        },
        ["meta"] = new JsonObject { ["timestamp"] = JsonSerializer.SerializeToNode(now, JsonAnswer.Options), ["request_id"] = requestId },
    };

    // What the state does not allow has one name on this mount, whichever feature refuses it.
    private static string Code(ApiError error) => error.Code == RefusalCodes.Conflict ? "INVALID_STATE" : error.Code.ToUpperInvariant();

    // The facts of a refusal come as [{"field":"book_id","message":"…"}].
    private static JsonNode Facts(JsonNode data)
    {
        if (data is not JsonArray facts)
            return data.DeepClone();
        var details = new JsonObject();
        foreach (var fact in facts.OfType<JsonObject>())
            details[(string)fact["field"]!] = (fact["expected"] ?? fact["message"])?.DeepClone();
        return details;
    }

    private static JsonObject Fields(ApiError error)
    {
        var fields = new JsonObject();
        foreach (var group in error.Faults.GroupBy(f => f.Path.IsEmpty ? f.Source : f.Name(), StringComparer.Ordinal))
            fields[group.Key] = new JsonArray([.. group.Select(f => (JsonNode)f.Phrase)]);
        return fields;
    }
}
