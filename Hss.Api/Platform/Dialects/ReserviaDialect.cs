using System.Text.Json.Nodes;
using Hss.Api.Platform.Errors;
using Microsoft.OpenApi;
using static Hss.Api.Platform.Dialects.ErrorSchemas;

namespace Hss.Api.Platform.Dialects;

/// <summary><c>{"error":"text"}</c>.</summary>
public sealed class ReserviaDialect : IDialect
{
    /// <inheritdoc />
    public string Name => "ReserviaError";

    /// <inheritdoc />
    public OpenApiSchema Schema => Object(("error", Text));

    /// <inheritdoc />
    public int BadInput(ApiError error) => StatusCodes.Status400BadRequest;

    /// <inheritdoc />
    public JsonNode Render(ApiError error, string requestId, DateTimeOffset now) => new JsonObject
    {
        ["error"] = error.Faults.IsEmpty ? error.Message : string.Join("; ", error.Faults.Select(Phrase)),
    };

    // The words of the earlier system (fact file).
    private static string Phrase(FieldFault fault) => fault switch
    {
        { Kind: FieldFaultKind.NoBody } => "JSON data required",
        { Source: "query", Kind: FieldFaultKind.Missing } => $"{fault.Name()} parameter is required",
        { Source: "query", Kind: FieldFaultKind.Type } => $"{fault.Name()} must be a valid integer",
        _ => $"{fault.Name()} {fault.Phrase}".Trim(),
    };
}
