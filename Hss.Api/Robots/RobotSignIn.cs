using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.OpenApi;
using Hss.Interfaces.Entities;
using Hss.Silo.Identity;
using Hss.Silo.Robots;

namespace Hss.Api.Robots;

/// <summary>Routes that robots call with the token that their credential gave them. It is good for nothing else, and no account's token is good here.</summary>
public sealed record RobotSignIn : OwnSignIn
{
    private const string Scheme = "Bearer ";

    /// <inheritdoc />
    public override string? CallerOf(HttpContext context) => RobotOf(context);

    /// <summary>The robot that a request proves to be from, or null.</summary>
    public static string? RobotOf(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? context.RequestServices.GetRequiredService<AccessTokens>().RobotOf(header[Scheme.Length..].Trim())
            : null;
    }

    /// <summary>The robot that calls, which must be the one of the path.</summary>
    /// <exception cref="ApiException">401 without a robot's token, 403 for another robot, 404 for none.</exception>
    public static async Task<string> Admit(HttpContext context, string path, RobotService robots)
    {
        var robot = RobotOf(context) ?? throw new ApiException(ApiError.Unauthorized(
            context.Request.Headers.Authorization.Count == 0 ? "A robot's token is required" : "The token is no robot's, is invalid or has expired"));
        var named = await robots.Find(path, context.RequestAborted) ?? throw new ApiException(ApiError.NotFound(RobotFleetEndpoints.Unknown));
        return named == robot ? robot : throw new ApiException(ApiError.Forbidden("The token is another robot's"));
    }

    /// <summary>What grains hear of a robot's call.</summary>
    public static CallContext Call(HttpContext context, string robot) => context.CallContext() with { Actor = robot, Role = "ROBOT", Operation = null };
}

/// <summary>Marks them.</summary>
internal static class RobotSignIns
{
    /// <summary>The route is a robot's own.</summary>
    public static TBuilder NeedsRobot<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder =>
        routes.WithMetadata(new RobotSignIn()).IgnoresIdempotencyKey().Refuses(403, "The token is another robot's");
}
