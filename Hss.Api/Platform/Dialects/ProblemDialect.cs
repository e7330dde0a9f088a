using System.Text.Json.Nodes;
using Hss.Api.Platform.Errors;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using static Hss.Api.Platform.Dialects.ErrorSchemas;

namespace Hss.Api.Platform.Dialects;

/// <summary>RFC 9457 problem details with <c>code</c> and <c>errors[]</c> (JSON Pointers): the platform's own.</summary>
public sealed class ProblemDialect : IDialect
{
    /// <inheritdoc />
    public string Name => "Problem";

    /// <inheritdoc />
    public OpenApiSchema Schema => With(
        Object(("type", Text), ("title", Text), ("status", Whole), ("detail", Text), ("code", Text), ("request_id", Text)),
        ("errors", List(With(Object(("detail", Text)), ("pointer", Text), ("parameter", Text)))),
        ("details", Anything));

    /// <inheritdoc />
    public string ContentType => "application/problem+json";

    /// <inheritdoc />
    public int BadInput(ApiError error) => StatusCodes.Status400BadRequest;

    /// <inheritdoc />
    public JsonNode Render(ApiError error, string requestId, DateTimeOffset now)
    {
        var problem = new JsonObject
        {
            ["type"] = "about:blank",
            ["title"] = ReasonPhrases.GetReasonPhrase(error.Status),
            ["status"] = error.Status,
            ["detail"] = error.Message,
            ["code"] = error.Code,
            ["request_id"] = requestId,
        };
        if (!error.Faults.IsEmpty)
            problem["errors"] = new JsonArray([.. error.Faults.Select(Item)]);
        if (error.Data is { } data)
            problem["details"] = data.DeepClone();
        return problem;
    }

    private static JsonObject Item(FieldFault fault) => fault.Source == "body"
        ? new() { ["pointer"] = fault.ToPointer(), ["detail"] = fault.Phrase }
        : new() { ["parameter"] = fault.Name(), ["detail"] = fault.Phrase };
}
