using System.Text.Json.Nodes;
using Hss.Api.Platform.Errors;
using Microsoft.OpenApi;
using static Hss.Api.Platform.Dialects.ErrorSchemas;

namespace Hss.Api.Platform.Dialects;

/// <summary><c>{"error":{"code","message","details":[…]},"request_id"}</c>; fields are counted from one.</summary>
public sealed class HssDialect : IDialect
{
    /// <inheritdoc />
    public string Name => "HssError";

    /// <inheritdoc />
    public OpenApiSchema Schema => Object(
        ("error", Object(("code", Text), ("message", Text), ("details", List(Anything)))),
        ("request_id", Text));

    /// <inheritdoc />
    public int BadInput(ApiError error) => StatusCodes.Status400BadRequest;

    /// <inheritdoc />
    public JsonNode Render(ApiError error, string requestId, DateTimeOffset now) => new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["code"] = error.Code,
            ["message"] = error.Message,
            ["details"] = Details(error),
        },
        ["request_id"] = requestId,
    };

    private static JsonArray Details(ApiError error)
    {
        if (error.Data?.DeepClone() is { } data)
            return data as JsonArray ?? [data];
        return [.. error.Faults.Select(f => (JsonNode)(f.Path.IsEmpty ? f.Phrase : $"{f.Name(firstIndex: 1)} {f.Phrase}"))];
    }
}
