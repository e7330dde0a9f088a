using Microsoft.OpenApi;

namespace Hss.Api.Platform.Dialects;

/// <summary>Words for the shapes of errors.</summary>
internal static class ErrorSchemas
{
    public static OpenApiSchema Text => new() { Type = JsonSchemaType.String };

    public static OpenApiSchema Whole => new() { Type = JsonSchemaType.Integer };

    public static OpenApiSchema Flag => new() { Type = JsonSchemaType.Boolean };

    public static OpenApiSchema Anything => new();

    public static OpenApiSchema List(OpenApiSchema item) => new() { Type = JsonSchemaType.Array, Items = item };

    public static OpenApiSchema OneOf(params OpenApiSchema[] schemas) => new() { OneOf = [.. schemas] };

    /// <summary>An object that always has these members.</summary>
    public static OpenApiSchema Object(params (string Name, OpenApiSchema Schema)[] members) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = members.ToDictionary(m => m.Name, m => (IOpenApiSchema)m.Schema),
        Required = members.Select(m => m.Name).ToHashSet(),
    };

    /// <summary>The same with members that may be absent.</summary>
    public static OpenApiSchema With(OpenApiSchema schema, params (string Name, OpenApiSchema Schema)[] members)
    {
        foreach (var (name, member) in members)
            schema.Properties![name] = member;
        return schema;
    }
}
