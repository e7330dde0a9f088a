namespace Hss.Api.Platform.OpenApi;

/// <summary>Swagger UI and ReDoc, for the whole server and for each mount. Everything they load comes from this server.</summary>
public static class DocumentationPages
{
    private const string Policy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'";

    // The package's own page loads fonts from another host.
    private static readonly byte[] ReDocPage = """
        <!DOCTYPE html>
        <html>
        <head>
          <title>%(DocumentTitle)</title>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <link rel="icon" href="data:,">
          <link href="index.css" rel="stylesheet">
        </head>
        <body>
          <div id="redoc-container"></div>
          <script type="module" src="index.js"></script>
        </body>
        </html>
        """u8.ToArray();

    /// <summary>Adds the pages: <c>docs</c>, <c>redoc</c> and <c>api/v1/docs</c> of each mount.</summary>
    public static void UseDocumentationPages(this WebApplication app)
    {
        // The packages' middlewares each look at every request's path by regular expressions: only those that may be theirs come to them.
        app.UseWhen(static context => IsPage(context.Request.Path), static pages =>
        {
            pages.Use(static (context, next) =>
            {
                context.Response.Headers.ContentSecurityPolicy = Policy;
                return next(context);
            });
            foreach (var mount in Mounts.All)
                Pages(pages, mount);
        });
    }

    private static void Pages(IApplicationBuilder app, Mount mount)
    {
        var path = mount.Path.Length == 0 ? "" : $"{mount.Path[1..]}/";
        Swagger(app, mount, $"{path}docs", "../openapi.json");
        Swagger(app, mount, $"{path}api/v1/docs", "../../../openapi.json");
        app.UseWhen(
            context => context.Request.Path.Equals($"/{path}redoc/{ReDocBundle.FileName}", StringComparison.Ordinal),
            static branch => branch.Run(static context => ReDocBundle.Get().ExecuteAsync(context)));
        app.UseReDoc(options =>
        {
            options.RoutePrefix = $"{path}redoc";
            options.SpecUrl = "../openapi.json";
            options.DocumentTitle = mount.Title;
            options.ConfigObject.AdditionalItems["disableTelemetry"] = true;
            options.IndexStream = static () => new MemoryStream(ReDocPage, writable: false);
        });
    }

    private static bool IsPage(PathString path) => path.Value is { } text
        && (text.Contains("/docs", StringComparison.Ordinal) || text.Contains("/redoc", StringComparison.Ordinal));

    private static void Swagger(IApplicationBuilder app, Mount mount, string prefix, string document) => app.UseSwaggerUI(options =>
    {
        options.RoutePrefix = prefix;
        options.SwaggerEndpoint(document, mount.Title);
        options.DocumentTitle = mount.Title;
    });
}
