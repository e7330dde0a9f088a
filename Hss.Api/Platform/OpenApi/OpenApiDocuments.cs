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
        foreach (var mount in Mounts.Systems.Prepend(Mounts.Root))
            services.AddOpenApi(mount.Name, options => Configure(options, mount));
        return services;
    }

    /// <summary>Maps <c>/openapi.json</c>, <c>/openapi/&lt;mount&gt;.json</c> and <c>/&lt;mount&gt;/openapi.json</c>.</summary>
    public static void MapHssOpenApi(this WebApplication app)
    {
        app.MapGet("/openapi.json", (HttpContext context) => Write(context, All, null)).ExcludeFromDescription();
        foreach (var mount in Mounts.Systems.Prepend(Mounts.Root))
        {
            app.MapGet($"/openapi/{mount.Name}.json", (HttpContext context) => Write(context, mount.Name, mount)).ExcludeFromDescription();
            if (mount != Mounts.Root)
                app.MapGet($"{mount.Path}/openapi.json", (HttpContext context) => Write(context, mount.Name, mount)).ExcludeFromDescription();
        }
    }

    private static async Task Write(HttpContext context, string name, Mount? mount)
    {
        var document = await context.RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>(name).GetOpenApiDocumentAsync(context.RequestAborted);
        // On a port of its own a mount is the root.
        var atRoot = mount is null || context.Features.Get<OwnPort>() is not null;
        document.Servers = [new() { Url = atRoot ? "/" : mount!.Path is "" ? "/" : mount.Path }];
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, context.RequestAborted), context.RequestAborted);
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
            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
            foreach (var dialect in mount is null ? Mounts.Systems.Append(Mounts.Root).Select(m => m.Dialect).DistinctBy(d => d.Name) : [mount.Dialect])
                document.Components.Schemas[dialect.Name] = dialect.Schema;
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
