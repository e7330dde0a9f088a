using System.Text.Json;
using Hss.Api.Platform.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace Hss.Api.Platform.Wire;

/// <summary>
/// Reads JSON bodies into wire records. The record says all: its types, <c>[Required]</c> and the other data annotations are checked against
/// the JSON itself, so all faults are found at once and name what was sent; the same record describes the body in OpenAPI.
/// </summary>
public static class WireReader
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads and checks the body.</summary>
    /// <param name="allowEmpty">Whether no body at all counts as <c>{}</c>.</param>
    /// <exception cref="ApiException">415, malformed JSON, or all faults of the fields.</exception>
    public static async Task<T> ReadBody<T>(this HttpContext context, bool allowEmpty = false) where T : class
    {
        using var document = await Parse(context, allowEmpty);
        return Read<T>(document.RootElement);
    }

    /// <summary>Reads and checks a body that may also be a bare JSON text, which stands for an object with one member.</summary>
    /// <param name="member">That member's name.</param>
    /// <param name="allowEmpty">Whether no body at all counts as <c>{}</c>.</param>
    /// <exception cref="ApiException">415, malformed JSON, or all faults of the fields.</exception>
    public static async Task<T> ReadBodyOrText<T>(this HttpContext context, string member, bool allowEmpty = false) where T : class
    {
        using var document = await Parse(context, allowEmpty);
        var root = document.RootElement;
        return Read<T>(root.ValueKind == JsonValueKind.String ? JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { [member] = root }) : root);
    }

    /// <summary>Reads and checks the body of a partial change, with the names of the members that it changes.</summary>
    /// <exception cref="ApiException">415, malformed JSON, or all faults of the fields.</exception>
    public static async Task<Change<T>> ReadChange<T>(this HttpContext context) where T : class
    {
        using var document = await Parse(context, allowEmpty: false);
        var body = Read<T>(document.RootElement);
        return new(body, WireModel.Of(typeof(T)).Named(document.RootElement));
    }

    private static T Read<T>(JsonElement root) where T : class
    {
        if (root.ValueKind != JsonValueKind.Object && !typeof(T).IsArray)
            throw new ApiException(ApiError.Invalid("JSON body must be an object", new FieldFault(FieldFaultKind.Type, [], "JSON body must be an object", root.Clone())));
        if (NumericText.IsTakenBy(typeof(T)))
            root = NumericText.Normalise(root, typeof(T));
        var faults = WireModel.Of(typeof(T)).Check(root);
        if (!faults.IsEmpty)
            throw new ApiException(ApiError.Invalid("The request has invalid fields", faults));
        return root.Deserialize<T>(WireModel.Options)!;
    }

    // Half a surrogate pair is found only when the text is read: here once, so that nobody behind can stumble over it.
    private static void ReadTexts(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            _ = value.GetString();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                ReadTexts(item);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                _ = property.Name;
                ReadTexts(property.Value);
            }
        }
    }

    private static async Task<JsonDocument> Parse(HttpContext context, bool allowEmpty)
    {
        var request = context.Request;
        // Many clients name a content type with every request, also with those that have no body.
        var hasBody = request.ContentLength > 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;
        if (!hasBody && allowEmpty)
            return JsonDocument.Parse("{}");
        if (!hasBody)
            throw new ApiException(ApiError.Malformed("Malformed JSON payload: the body is empty", FieldFaultKind.NoBody));
        if (!request.HasJsonContentType())
            throw new ApiException(new(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "The content type must be application/json"));
        try
        {
            var document = await JsonDocument.ParseAsync(request.Body, Limits, context.RequestAborted);
            ReadTexts(document.RootElement);
            return document;
        }
        catch (InvalidOperationException)
        {
            throw new ApiException(ApiError.Malformed("Malformed JSON payload: a text is not valid Unicode"));
        }
        catch (JsonException e)
        {
            // Where, not what: the message of the parser may quote the body.
            throw new ApiException(ApiError.Malformed($"Malformed JSON payload: line {e.LineNumber + 1}, byte {e.BytePositionInLine}"));
        }
    }
}
