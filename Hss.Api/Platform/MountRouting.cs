using System.Collections.Frozen;
using Hss.Silo.Hosting;

namespace Hss.Api.Platform;

/// <summary>
/// Finds the mount of a request and gives its path the mount's prefix where clients leave it out: on a port of the mount's own, and at the
/// root for resources that one system owns. Everything behind sees one form of each path.
/// </summary>
public sealed class MountRouting(RequestDelegate next, HssSettings settings)
{
    private static readonly FrozenDictionary<string, Mount> ByResource = Mounts.Systems
        .SelectMany(m => m.Resources, (m, r) => (m, r)).ToFrozenDictionary(x => x.r, x => x.m, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Mount> ByRootPath = Mounts.Systems
        .SelectMany(m => m.RootPaths, (m, r) => (m, r)).ToFrozenDictionary(x => x.r, x => x.m, StringComparer.Ordinal);

    private readonly FrozenDictionary<int, string> _ports = settings.Http.Listeners.ToFrozenDictionary(l => l.Port, l => l.MountPath);

    /// <summary>Rewrites and goes on.</summary>
    public Task Invoke(HttpContext context)
    {
        var path = context.Request.Path;
        if (_ports.TryGetValue(context.Connection.LocalPort, out var mountPath))
        {
            context.Request.Path = new PathString(mountPath).Add(path);
            context.Features.Set(OwnPort.Instance);
        }
        else if (Owner(path) is { } owner)
            context.Request.Path = new PathString(owner.Path).Add(path);
        context.Features.Set(Mounts.Of(context.Request.Path));
        return next(context);
    }

    /// <summary>The system that a path of the root belongs to; null for the platform, and for paths that begin with a mount.</summary>
    public static Mount? Owner(PathString path)
    {
        var segments = (path.Value ?? "").Split('/', 5);
        if (segments is [_, "api", "v1", { Length: > 0 } resource, ..])
            return ByResource.GetValueOrDefault(resource);
        if (segments is [_, "admin", "user" or "resource", ..])
            return Mounts.Reservia;
        return segments is [_, { Length: > 0 } first, ..] ? ByRootPath.GetValueOrDefault(first) : null;
    }
}

/// <summary>The request came in on its mount's own port.</summary>
public sealed class OwnPort
{
    /// <summary>The only one.</summary>
    public static readonly OwnPort Instance = new();

    private OwnPort()
    {
    }
}

/// <summary>What endpoints ask about mounts.</summary>
public static class MountExtensions
{
    /// <summary>The mount that the request belongs to.</summary>
    public static Mount Mount(this HttpContext context) => context.Features.Get<Mount>() ?? Mounts.Root;

    /// <summary>The routes of one mount.</summary>
    public static RouteGroupBuilder MapMount(this IEndpointRouteBuilder app, Mount mount) =>
        app.MapGroup(mount.Path).WithMetadata(mount).WithGroupName(mount.Name);
}
