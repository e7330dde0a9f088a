using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Platform;

/// <summary>One method of one route, with what it says about itself.</summary>
public sealed record Route(string Method, string Pattern, RouteEndpoint Endpoint)
{
    public Mount Mount => Endpoint.Metadata.GetMetadata<Mount>()!;

    public WireBody? Body => Endpoint.Metadata.GetMetadata<WireBody>();

    public IReadOnlyList<QueryParameter> Query => Endpoint.Metadata.GetOrderedMetadata<QueryParameter>();

    public IReadOnlyList<Guard> Guards => Endpoint.Metadata.GetOrderedMetadata<Guard>();

    public IReadOnlyList<string> PathParts => [.. Endpoint.RoutePattern.Parameters.Select(p => p.Name)];

    /// <summary>All that the documents describe.</summary>
    public static IReadOnlyList<Route> All(ApiServer server) =>
    [
        .. from endpoint in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<Mount>() is not null && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription != true
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
           select new Route(method, "/" + endpoint.RoutePattern.RawText!.Trim('/'), endpoint),
    ];

    /// <summary>Its path, with something in place of its parameters.</summary>
    public string Path(string id)
    {
        var path = Pattern;
        foreach (var part in PathParts)
            path = path.Replace($"{{{part}}}", id, StringComparison.Ordinal);
        return path;
    }

    public override string ToString() => $"{Method} {Pattern}";
}
