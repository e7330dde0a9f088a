using System.Globalization;

namespace Hss.Api.Platform.OpenApi;

/// <summary>The body that a route reads with <see cref="Wire.WireReader"/>, for the document.</summary>
public sealed record WireBody(Type Type, bool Required);

/// <summary>What a route answers when all goes well, for the document.</summary>
public sealed record WireAnswer(int Status, Type Type, string Description);

/// <summary>What routes say about themselves. Unlike the framework's <c>Accepts</c>, this changes nothing in how requests are matched: sign-in is checked before the body.</summary>
public static class RouteDocs
{
    /// <summary>The route reads this JSON body.</summary>
    public static TBuilder Body<TBuilder>(this TBuilder route, Type type, bool required = true) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new WireBody(type, required));

    /// <summary>The route answers this JSON.</summary>
    public static TBuilder Answers<TBuilder>(this TBuilder route, Type type, int status = StatusCodes.Status200OK) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new WireAnswer(status, type, string.Create(CultureInfo.InvariantCulture, $"{(status == 201 ? "Created" : "OK")}")));
}
