using Hss.Api.Platform.Wire;

namespace Hss.Api.Platform.OpenApi;

/// <summary>The body that a route reads with <see cref="WireReader"/>, for the document.</summary>
/// <param name="Type">The JSON; null for a body that is not JSON.</param>
public sealed record WireBody(Type? Type, bool Required, string ContentType)
{
    /// <summary>The most characters of a bare JSON text that stands for the record, if there may be one.</summary>
    public int? OrText { get; init; }
}

/// <summary>What a route answers when all goes well, for the document.</summary>
/// <param name="Type">The JSON; null for no body, or for one of another content type.</param>
public sealed record WireAnswer(int Status, Type? Type, string ContentType)
{
    /// <summary>Whether the answer has an ETag.</summary>
    public bool Tagged { get; init; }

    /// <summary>Whether a part of it may be asked for (<c>Range</c>).</summary>
    public bool Ranges { get; init; }
}

/// <summary>Another content type of a route's answer.</summary>
public sealed record AlsoAnswers(string ContentType);

/// <summary>JSON that a route reads in place of its body, for the document.</summary>
/// <param name="OrList">Whether a bare list may stand for the record.</param>
public sealed record AlsoReads(Type Type, bool OrList);

/// <summary>A refusal of a route's own, for the document.</summary>
public sealed record WireRefusal(int Status, string Meaning);

/// <summary>A part of the path, for the document.</summary>
public sealed record PathPart(string Name, string Meaning)
{
    /// <summary>Whether it is a whole number; what is none is bad input.</summary>
    public bool Whole { get; init; }
}

/// <summary>The route ignores <c>If-Match</c>, though its method has it: what it changes has no version.</summary>
public sealed record WithoutPrecondition;

/// <summary>What routes say about themselves. Unlike the framework's <c>Accepts</c>, this changes nothing in how requests are matched: sign-in is checked before the body.</summary>
public static class RouteDocs
{
    private const string Json = "application/json";

    /// <summary>The route reads this JSON body.</summary>
    public static TBuilder Body<TBuilder>(this TBuilder route, Type type, bool required = true) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new WireBody(type, required, Json));

    /// <summary>The route reads this JSON body, or a bare JSON text in its place.</summary>
    public static TBuilder BodyOrText<TBuilder>(this TBuilder route, Type type, int maxLength, bool required = true) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new WireBody(type, required, Json) { OrText = maxLength });

    /// <summary>The route reads a body that is not JSON.</summary>
    public static TBuilder BodyContent<TBuilder>(this TBuilder route, string contentType) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new WireBody(null, true, contentType));

    /// <summary>The route reads this JSON in place of a body that is not JSON.</summary>
    /// <param name="orList">Whether a bare list may stand for the record.</param>
    public static TBuilder OrJson<TBuilder>(this TBuilder route, Type type, bool orList = false) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new AlsoReads(type, orList));

    /// <summary>The route reads these query parameters, all of them (<see cref="QueryReader"/> holds it to that).</summary>
    public static TBuilder Query<TBuilder>(this TBuilder route, params QueryParameter[] parameters) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata([.. parameters]);

    /// <summary>What a part of the path means; on a route or a group.</summary>
    public static TBuilder Path<TBuilder>(this TBuilder route, string name, string meaning) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new PathPart(name, meaning));

    /// <summary>The same of a part that is a whole number; what is none is bad input.</summary>
    public static TBuilder PathNumber<TBuilder>(this TBuilder route, string name, string meaning) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new PathPart(name, meaning) { Whole = true });

    /// <summary>The route answers this JSON.</summary>
    public static TBuilder Answers<TBuilder>(this TBuilder route, Type type, int status = StatusCodes.Status200OK) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new WireAnswer(status, type, Json));

    /// <summary>The route answers one object with its version as ETag, and 304 to a caller that has it (<see cref="Http.Answer.One"/>).</summary>
    public static TBuilder AnswersOne<TBuilder>(this TBuilder route, Type type) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new WireAnswer(StatusCodes.Status200OK, type, Json) { Tagged = true });

    /// <summary>The route answers no body (204).</summary>
    public static TBuilder AnswersNothing<TBuilder>(this TBuilder route, int status = StatusCodes.Status204NoContent) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new WireAnswer(status, null, ""));

    /// <summary>Asked another way, the route answers this content type.</summary>
    public static TBuilder AlsoAs<TBuilder>(this TBuilder route, string contentType) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new AlsoAnswers(contentType));

    /// <summary>The route answers something that is no JSON document.</summary>
    public static TBuilder AnswersContent<TBuilder>(this TBuilder route, string contentType) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new WireAnswer(StatusCodes.Status200OK, null, contentType));

    /// <summary>The route answers a file of this content type, or a part of it.</summary>
    public static TBuilder AnswersFile<TBuilder>(this TBuilder route, string contentType, bool tagged = false) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new WireAnswer(StatusCodes.Status200OK, null, contentType) { Tagged = tagged, Ranges = true });

    /// <summary>The route refuses so, beside what the platform and its kind of route may refuse.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder route, int status, string meaning) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new WireRefusal(status, meaning));

    /// <summary>The route ignores <c>If-Match</c>.</summary>
    public static TBuilder IgnoresIfMatch<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new WithoutPrecondition());
}
