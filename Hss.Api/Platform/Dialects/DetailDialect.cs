using System.Text.Json.Nodes;
using Hss.Api.Platform.Errors;
using Microsoft.OpenApi;
using static Hss.Api.Platform.Dialects.ErrorSchemas;

namespace Hss.Api.Platform.Dialects;

/// <summary><c>{"detail":"text"}</c>; bad input is 422 with <c>[{"type","loc","msg","input"}]</c> (store, assets).</summary>
public sealed class DetailDialect : IDialect
{
    /// <inheritdoc />
    public string Name => "DetailError";

    /// <inheritdoc />
    public OpenApiSchema Schema => With(
        Object(("detail", OneOf(
            Text,
            List(Object(("type", Text), ("loc", List(Anything)), ("msg", Text), ("input", Anything)))))),
        ("total_errors", Whole));

    /// <inheritdoc />
    public int BadInput(ApiError error) => StatusCodes.Status422UnprocessableEntity;

    /// <inheritdoc />
    public JsonNode Render(ApiError error, string requestId, DateTimeOffset now)
    {
        var body = new JsonObject { ["detail"] = error.Faults.IsEmpty ? error.Message : new JsonArray([.. error.Faults.Select(Item)]) };
        if (error.TotalFaults is { } total)
            body["total_errors"] = total;
        return body;
    }

    private static JsonObject Item(FieldFault fault) => new()
    {
        ["type"] = Type(fault),
        ["loc"] = new JsonArray([fault.Source, .. fault.Path.Select(p => p is int index ? (JsonNode)index : $"{p}")]),
        ["msg"] = fault.Kind == FieldFaultKind.Missing ? "Field required" : Sentence(fault.Phrase),
        ["input"] = fault.Input is { } input ? JsonNode.Parse(input.GetRawText()) : null,
    };

    private static string Type(FieldFault fault) => fault.Kind switch
    {
        FieldFaultKind.Malformed or FieldFaultKind.NoBody => "json_invalid",
        FieldFaultKind.Missing => "missing",
        FieldFaultKind.Blank or FieldFaultKind.TooShort => "string_too_short",
        FieldFaultKind.TooLong => "string_too_long",
        FieldFaultKind.Type => $"{fault.Expected ?? "value"}_type",
        FieldFaultKind.Range => "out_of_range",
        FieldFaultKind.Choice => "enum",
        _ => "value_error",
    };

    private static string Sentence(string phrase) => phrase.Length == 0 ? phrase : $"Value {phrase}";
}
