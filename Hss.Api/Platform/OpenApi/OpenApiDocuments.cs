using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Hss.Api.Platform.OpenApi;

/// <summary>One OpenAPI 3.1 document a mount, and one of all, generated from the routes.</summary>
public static class OpenApiDocuments
{
    /// <summary>The document of all mounts.</summary>
    public const string All = "all";

    /// <summary>Adds the generators.</summary>
    public static IServiceCollection AddHssOpenApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        });
        services.AddOpenApi(All, options => Configure(options, null));
        foreach (var mount in Mounts.All)
            services.AddOpenApi(mount.Name, options => Configure(options, mount));
        return services;
    }

    /// <summary>Maps <c>/openapi.json</c>, <c>/openapi/&lt;mount&gt;.json</c> and <c>/&lt;mount&gt;/openapi.json</c>.</summary>
    public static void MapHssOpenApi(this WebApplication app)
    {
        app.MapGet("/openapi.json", (HttpContext context) => Write(context, null)).ExcludeFromDescription();
        foreach (var mount in Mounts.All)
        {
            app.MapGet($"/openapi/{mount.Name}.json", (HttpContext context) => Write(context, mount)).ExcludeFromDescription();
            if (mount != Mounts.Root)
                app.MapGet($"{mount.Path}/openapi.json", (HttpContext context) => Write(context, mount)).ExcludeFromDescription();
        }
    }

    /// <summary>The document as JSON.</summary>
    /// <param name="mount">Null for that of all mounts.</param>
    /// <param name="atRoot">Whether the mount is the root for this caller, as on a port of its own.</param>
    public static async Task<string> Text(IServiceProvider services, Mount? mount, bool atRoot, CancellationToken cancellation)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(mount?.Name ?? All).GetOpenApiDocumentAsync(cancellation);
        document.Servers = [new() { Url = mount is null or { Path: "" } || atRoot ? "/" : mount.Path }];
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation);
    }

    private static async Task Write(HttpContext context, Mount? mount)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(await Text(context.RequestServices, mount, context.Features.Get<OwnPort>() is not null, context.RequestAborted), context.RequestAborted);
    }

    private static void Configure(OpenApiOptions options, Mount? mount)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => mount is null || description.GroupName == mount.Name;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = mount?.Title ?? "HSS, all systems", Version = HealthEndpoints.Version };
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[OperationDocs.Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = OperationDocs.Bearer, BearerFormat = "JWT" };
            if (mount?.SessionCookie is { } cookie)
                document.Components.SecuritySchemes[OperationDocs.Cookie] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = cookie };
            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
            if (mount is not null)
                document.Components.Schemas[mount.Dialect.Name] = mount.Dialect.Schema;
            foreach (var each in mount is null ? Mounts.All : [])
                document.Components.Schemas[SchemaNames.InAll(each, each.Dialect.Name)] = each.Dialect.Schema;
            document.Components.Schemas = document.Components.Schemas.OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary();
            if (mount is { Path.Length: > 0 })
                StripPrefix(document, mount.Path);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(OperationDocs.Describe);
    }

    // A mount's document has the paths that its clients know, and the mount as its server.
    private static void StripPrefix(OpenApiDocument document, string prefix)
    {
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths)
            paths.Add(path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path, item);
        document.Paths = paths;
    }
}
