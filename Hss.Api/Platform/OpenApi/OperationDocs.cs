using System.Globalization;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.Wire;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Hss.Api.Platform.OpenApi;

/// <summary>Describes one operation by what its route says about itself: the same metadata that the platform checks requests by.</summary>
internal static class OperationDocs
{
    private const string Json = "application/json";

    /// <summary>The security scheme of signed-in routes.</summary>
    public const string Bearer = "bearer";

    /// <summary>The other one, where sign-in sets a cookie.</summary>
    public const string Cookie = "cookie";

    /// <summary>Fills in parameters, body, answers and errors.</summary>
    public static async Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var method = context.Description.HttpMethod;
        operation.Parameters ??= [];
        operation.Responses = [];
        foreach (var part in operation.Parameters.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path))
        {
            var said = metadata.OfType<PathPart>().LastOrDefault(p => p.Name == part.Name);
            part.Description = said?.Meaning;
            if (said is { Whole: true })
                part.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" };
        }

        foreach (var parameter in metadata.OfType<QueryParameter>())
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Meaning,
                Required = parameter.Required,
                Schema = parameter.Schema,
            });
        }

        foreach (var header in Headers(method, metadata))
            operation.Parameters.Add(header);
        if (metadata.OfType<WireBody>().LastOrDefault() is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = body.Required,
                Content = new Dictionary<string, OpenApiMediaType> { [body.ContentType] = new() { Schema = await Body(body, context, cancellation) } },
            };
            if (metadata.OfType<AlsoReads>().LastOrDefault() is { } json)
            {
                var schema = await Schema(json.Type, asBody: true, context, cancellation);
                operation.RequestBody.Content![Json] = new()
                {
                    Schema = json.OrList ? new OpenApiSchema { OneOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema() }] } : schema,
                };
            }
        }

        foreach (var answer in metadata.OfType<WireAnswer>())
            operation.Responses[Text(answer.Status)] = await Response(answer, context, cancellation);
        foreach (var also in metadata.OfType<AlsoAnswers>())
            operation.Responses["200"].Content![also.ContentType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
        if (metadata.OfType<WireAnswer>().Any(a => a.Tagged))
            operation.Responses["304"] = new OpenApiResponse { Description = "The caller has this version" };
        if (metadata.OfType<WireAnswer>().Any(a => a.Ranges))
        {
            operation.Responses["206"] = new OpenApiResponse { Description = "The part that Range names", Content = operation.Responses["200"].Content };
            operation.Responses["416"] = new OpenApiResponse { Description = "The file has no such part" };
        }

        var mount = metadata.OfType<Mount>().Last();
        if (IsGuarded(metadata))
        {
            var schemes = mount.SessionCookie is null || context.DocumentName == OpenApiDocuments.All ? [Bearer] : (string[])[Bearer, Cookie];
            operation.Security = [.. schemes.Select(s => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(s, context.Document)] = [] })];
        }

        operation.Summary = metadata.OfType<IEndpointSummaryMetadata>().LastOrDefault()?.Summary;
        var errors = context.DocumentName == OpenApiDocuments.All ? SchemaNames.InAll(mount, mount.Dialect.Name) : mount.Dialect.Name;
        var own = metadata.OfType<WireRefusal>().Select(r => (r.Status, r.Meaning));
        foreach (var (status, meaning) in own.Concat(Errors(mount, method, operation, metadata)))
        {
            operation.Responses.TryAdd(Text(status), new OpenApiResponse
            {
                Description = meaning,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [mount.Dialect.ContentType] = new() { Schema = new OpenApiSchemaReference(errors, context.Document) },
                },
            });
        }
    }

    private static IEnumerable<OpenApiParameter> Headers(string? method, IList<object> metadata)
    {
        if (method is "POST" or "PATCH" && !metadata.OfType<WithoutIdempotency>().Any())
            yield return Header(Idempotency.Header, "Repeating the request with the same key gives the first answer again (24 h)", 200);
        if (HasPrecondition(method, metadata))
            yield return Header("If-Match", "The ETag that the change is based on; 412 when there is a newer version. Without it the change is made in any case", null);
        if (metadata.OfType<WireAnswer>().Any(a => a.Tagged))
            yield return Header("If-None-Match", "The ETag that the caller has; 304 when it is still the newest", null);
    }

    private static bool IsGuarded(IList<object> metadata) => metadata.Any(m => m is Guard or OwnSignIn);

    private static bool HasPrecondition(string? method, IList<object> metadata) => method is "PUT" or "PATCH" or "DELETE" && !metadata.OfType<WithoutPrecondition>().Any();

    private static OpenApiParameter Header(string name, string meaning, int? maxLength) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = meaning,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = maxLength },
    };

    private static async Task<OpenApiResponse> Response(WireAnswer answer, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var response = new OpenApiResponse { Description = ReasonPhrases.GetReasonPhrase(answer.Status) };
        if (answer.ContentType.Length > 0)
        {
            response.Content = new Dictionary<string, OpenApiMediaType> { [answer.ContentType] = new() { Schema = await Schema(answer.Type, asBody: false, context, cancellation) } };
        }

        if (answer.Tagged)
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["ETag"] = new OpenApiHeader { Description = "The version", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            };
        }

        return response;
    }

    private static async Task<IOpenApiSchema> Body(WireBody body, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var schema = await Schema(body.Type, asBody: true, context, cancellation);
        return body.OrText is { } most ? new OpenApiSchema { OneOf = [schema, new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = most }] } : schema;
    }

    private static async Task<IOpenApiSchema> Schema(Type? type, bool asBody, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        type is null ? new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } : await RecordSchemas.Of(context.Document!).Schema(type, asBody, context, cancellation);

    // What the platform itself may answer to such a route, and the usual refusals of its feature.
    private static IEnumerable<(int Status, string Meaning)> Errors(Mount mount, string? method, OpenApiOperation operation, IList<object> metadata)
    {
        var (changes, body, guarded) = (method is not "GET", metadata.OfType<WireBody>().Any(), IsGuarded(metadata));
        var key = method is "POST" or "PATCH" && !metadata.OfType<WithoutIdempotency>().Any();
        var named = operation.Parameters!.Any(p => p.In == ParameterLocation.Path);
        if (body || key || metadata.OfType<QueryParameter>().Any() || metadata.OfType<PathPart>().Any(p => p.Whole))
            yield return (mount.Dialect.BadInput(ApiError.Invalid("")), "Bad input, with all its faults");
        if (changes)
            yield return (400, "A rule of the system refuses it");
        yield return (401, guarded ? "Not signed in, or no longer" : "The token that came with it is invalid or has expired");
        var roles = metadata.OfType<Guard>().Select(g => g.Roles).LastOrDefault(r => !r.IsEmpty);
        if (!roles.IsDefaultOrEmpty)
            yield return (403, $"Needs one of: {string.Join(", ", roles)}");
        else if (changes || guarded || named)
            yield return (403, "Not for this caller, or by a cookie from another site");
        if (named)
            yield return (404, "No such thing, or not for this caller");
        else if (body)
            yield return (404, "Something that the body names is not there");
        if (changes)
            yield return (409, key ? "Not in this state; or the first request with this Idempotency-Key still runs" : "Not in this state");
        if (HasPrecondition(method, metadata))
            yield return (412, "There is a newer version than If-Match names");
        if (body)
        {
            yield return (413, "The body is too large");
            yield return (415, $"The content type must be {metadata.OfType<WireBody>().Last().ContentType}{(metadata.OfType<AlsoReads>().Any() ? $" or {Json}" : "")}");
        }

        if (key)
            yield return (422, "The Idempotency-Key was used for another request");
        yield return (429, "Too many requests; Retry-After says when to come back");
        yield return (503, "The service cannot do it now; Retry-After says when to come back");
    }

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
