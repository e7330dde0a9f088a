using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hss.Api.Platform.Errors;

/// <summary>An error to answer, before a dialect gives it its shape.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable code, lower case.</param>
/// <param name="Message">One sentence for people, without personal data.</param>
public sealed record ApiError(int Status, string Code, string Message)
{
    /// <summary>What is wrong with the input, all of it.</summary>
    public ImmutableArray<FieldFault> Faults { get; init; } = [];

    /// <summary>How many faults there are when only the first are named; a dialect that knows it says so beside them.</summary>
    public int? TotalFaults { get; init; }

    /// <summary>More that the caller needs to go on; a dialect puts it under <c>details</c>.</summary>
    public JsonNode? Data { get; init; }

    /// <summary>When to try again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The input is wrong; the dialect says whether that is 400 or 422.</summary>
    public static ApiError Invalid(string message, params ImmutableArray<FieldFault> faults) =>
        new(BadInput, "validation_error", message) { Faults = faults };

    /// <summary>The body is no JSON; the dialect says whether that is 400 or 422.</summary>
    public static ApiError Malformed(string message, FieldFaultKind kind = FieldFaultKind.Malformed) =>
        new(BadInput, "validation_error", message) { Faults = [new(kind, [], message, null)] };

    /// <summary>Nobody is signed in, or not validly.</summary>
    public static ApiError Unauthorized(string message = "Authentication is required") => new(401, "unauthorized", message);

    /// <summary>The caller may not.</summary>
    public static ApiError Forbidden(string message = "Insufficient permissions") => new(403, "forbidden", message);

    /// <summary>No such thing, or not for this caller.</summary>
    public static ApiError NotFound(string message = "Not found") => new(404, "not_found", message);

    /// <summary>The server cannot do it now; nothing was done.</summary>
    public static ApiError Busy(string message = "The service is busy; nothing was done") =>
        new(503, "unavailable", message) { RetryAfter = TimeSpan.FromSeconds(1), Data = new JsonObject { ["reason"] = "busy" } };

    /// <summary>Stands for the dialect's own status of bad input.</summary>
    internal const int BadInput = 0;
}

/// <summary>What kind of fault a field has.</summary>
public enum FieldFaultKind
{
    /// <summary>The body is no JSON at all.</summary>
    Malformed,

    /// <summary>There is no body at all.</summary>
    NoBody,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is there, but blank.</summary>
    Blank,

    /// <summary>It is of another type.</summary>
    Type,

    /// <summary>It is too long, or has too many items.</summary>
    TooLong,

    /// <summary>It is too short, or has too few items.</summary>
    TooShort,

    /// <summary>A number is out of its range.</summary>
    Range,

    /// <summary>It is none of the allowed values.</summary>
    Choice,

    /// <summary>It breaks another rule.</summary>
    Rule,
}

/// <summary>One fault of the input.</summary>
/// <param name="Path">Names and zero-based indexes from the root of the body, or <c>query</c>/<c>path</c>/<c>header</c> names.</param>
/// <param name="Phrase">What is wrong, to follow the field's name: <c>is required</c>.</param>
/// <param name="Input">What was sent.</param>
public sealed record FieldFault(FieldFaultKind Kind, ImmutableArray<object> Path, string Phrase, JsonElement? Input)
{
    /// <summary>Where the field was: <c>body</c>, <c>query</c>, <c>path</c> or <c>header</c>.</summary>
    public string Source { get; init; } = "body";

    /// <summary>The type that was expected, for dialects that name it: <c>string</c>, <c>integer</c> ….</summary>
    public string? Expected { get; init; }

    /// <summary>A fault of a query parameter.</summary>
    public static FieldFault Query(string name, string phrase, FieldFaultKind kind = FieldFaultKind.Rule) => new(kind, [name], phrase, null) { Source = "query" };

    /// <summary>The path as <c>items[0].type</c>.</summary>
    /// <param name="firstIndex">0, or 1 where the dialect counts from one.</param>
    public string Name(int firstIndex = 0)
    {
        var text = new System.Text.StringBuilder();
        foreach (var part in Path)
        {
            if (part is int index)
                text.Append('[').Append(index + firstIndex).Append(']');
            else
                text.Append(text.Length > 0 ? "." : "").Append(part);
        }

        return text.ToString();
    }

    /// <summary>The path as a JSON Pointer (RFC 6901).</summary>
    public string ToPointer() =>
        string.Concat(Path.Select(p => "/" + $"{p}".Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));
}

/// <summary>Ends a request with an error, from anywhere in the API.</summary>
public sealed class ApiException(ApiError error) : Exception(error.Message)
{
    /// <summary>The error.</summary>
    public ApiError Error { get; } = error;
}
