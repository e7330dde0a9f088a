using Hss.Api.Platform.Errors;
using Microsoft.OpenApi;

namespace Hss.Api.Platform.Wire;

/// <summary>
/// A query parameter of a route. Declared once: the route's table names it (<c>Query</c>), <see cref="QueryReader"/> reads by it, the
/// document describes it. So no parameter is read that the document does not have.
/// </summary>
public abstract class QueryParameter
{
    /// <summary>The longest text of a parameter that does not say otherwise.</summary>
    public const int UsualLength = 500;

    private protected QueryParameter(string name, string meaning, OpenApiSchema schema)
    {
        (Name, Meaning, Schema) = (name, meaning, schema);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What it does, for the document.</summary>
    public string Meaning { get; }

    /// <summary>The longest text that it takes.</summary>
    public int MaxLength { get; init; } = UsualLength;

    /// <summary>Whether the route cannot do without it.</summary>
    public bool Required { get; init; }

    /// <summary>Its type, bounds and default, for the document.</summary>
    internal OpenApiSchema Schema { get; }
}

/// <summary>A query parameter that is read as <typeparamref name="T"/>.</summary>
public sealed class QueryParameter<T> : QueryParameter
{
    private readonly T _otherwise;
    private readonly Func<string, QueryValue<T>> _parse;

    internal QueryParameter(string name, string meaning, OpenApiSchema schema, T otherwise, Func<string, QueryValue<T>> parse)
        : base(name, meaning, schema)
    {
        (_otherwise, _parse) = (otherwise, parse);
    }

    /// <summary>The value of what was sent; what stands for it when nothing was sent, or on a fault.</summary>
    internal (T Value, FieldFault? Fault) Read(string sent)
    {
        if (sent.Contains('\0', StringComparison.Ordinal))
            return (_otherwise, FieldFault.Query(Name, "must not contain NUL characters"));
        if (sent.Length > MaxLength)
            return (_otherwise, FieldFault.Query(Name, $"must have at most {MaxLength} characters", FieldFaultKind.TooLong));
        if (sent.Length == 0)
            return (_otherwise, Required ? FieldFault.Query(Name, "is required", FieldFaultKind.Missing) : null);
        var read = _parse(sent);
        return read.Phrase is { } phrase ? (_otherwise, FieldFault.Query(Name, phrase, read.Kind)) : (read.Value, null);
    }
}

/// <summary>What a parameter's text stands for, or what is wrong with it.</summary>
internal readonly record struct QueryValue<T>(T Value, string? Phrase = null, FieldFaultKind Kind = FieldFaultKind.Rule)
{
    public QueryValue<TOther> As<TOther>(Func<T, TOther> convert) => Phrase is null ? new(convert(Value)) : QueryValue<TOther>.Wrong(Kind, Phrase);

    public static QueryValue<T> Wrong(FieldFaultKind kind, string phrase) => new(default!, phrase, kind);
}
