using System.Text.Json.Nodes;
using Hss.Api.Platform.Errors;

namespace Hss.Api.Platform.Dialects;

/// <summary><c>{"error":"text"}</c>.</summary>
public sealed class ReserviaDialect : IDialect
{
    /// <inheritdoc />
    public int BadInput(ApiError error) => StatusCodes.Status400BadRequest;

    /// <inheritdoc />
    public JsonNode Render(ApiError error, string requestId, DateTimeOffset now) => new JsonObject
    {
        ["error"] = error.Faults.IsEmpty ? error.Message : string.Join("; ", error.Faults.Select(f => $"{f.Name()} {f.Phrase}".Trim())),
    };
}
