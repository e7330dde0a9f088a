using System.Text.Json.Nodes;
using Hss.Api.Platform.Errors;
using Microsoft.OpenApi;

namespace Hss.Api.Platform.Dialects;

/// <summary>The shape of a system's errors (contracts, section 2).</summary>
public interface IDialect
{
    /// <summary>The media type of errors.</summary>
    string ContentType => "application/json";

    /// <summary>What documents call an error of this shape.</summary>
    string Name { get; }

    /// <summary>The shape, for documents.</summary>
    OpenApiSchema Schema { get; }

    /// <summary>The status of bad input.</summary>
    int BadInput(ApiError error);

    /// <summary>The body.</summary>
    JsonNode Render(ApiError error, string requestId, DateTimeOffset now);
}
