using System.Collections.Immutable;
using System.Security.Cryptography;
using Hss.Api.Platform.Errors;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Hss.Api.Platform.Wire;

/// <summary>Reads a file of rows from a request: the body itself, or the form field <c>file</c>.</summary>
internal static class FileBody
{
    private const string FileField = "file";
    private const string Form = "multipart/form-data";
    private const int MaxBoundary = 200;
    private const int MaxParts = 20;
    private const int MaxPartHeaders = 16 * 1024;
    private const int MaxSurplus = 1024 * 1024;

    private static readonly ImmutableArray<string> Types = ["text/csv", "application/csv", "application/vnd.ms-excel"];

    /// <summary>The server's own limit is for JSON; it would end the connection without a word.</summary>
    public static object Limit { get; } = new OwnLimit();

    /// <summary>A CSV file.</summary>
    /// <exception cref="ApiException">413, 415, or a damaged form.</exception>
    public static async Task<byte[]> ReadCsv(HttpContext context, long maxBytes) => (await Read(context, [], maxBytes)).Content;

    /// <summary>A file of one of these types, or CSV.</summary>
    /// <param name="others">More content types.</param>
    /// <exception cref="ApiException">413, 415, or a damaged form.</exception>
    public static async Task<(byte[] Content, bool IsCsv)> Read(HttpContext context, ImmutableArray<string> others, long maxBytes)
    {
        var request = context.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            throw new ApiException(OtherType(others));
        if (others.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase))
            return (await Bounded(request.Body, maxBytes, context.RequestAborted), false);
        if (Types.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase))
            return (await Bounded(request.Body, maxBytes, context.RequestAborted), true);
        if (!type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase))
            throw new ApiException(OtherType(others));
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > MaxBoundary)
            throw new ApiException(ApiError.Malformed("Malformed form: it has no boundary"));
        try
        {
            var reader = new MultipartReader(boundary, request.Body) { HeadersLengthLimit = MaxPartHeaders, BodyLengthLimit = maxBytes + MaxSurplus };
            for (var part = 0; part < MaxParts && await reader.ReadNextSectionAsync(context.RequestAborted) is { } section; part++)
            {
                if (section.GetContentDispositionHeader() is { } disposition && HeaderUtilities.RemoveQuotes(disposition.Name).Equals(FileField, StringComparison.Ordinal))
                    return (await Bounded(section.Body, maxBytes, context.RequestAborted), true);
            }
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested))
        {
            throw new ApiException(ApiError.Malformed("Malformed form: it ends too early or has a damaged part"));
        }

        throw new ApiException(ApiError.Invalid("The request has invalid fields", new FieldFault(FieldFaultKind.Missing, [FileField], "is required", null)));
    }

    /// <summary>What makes two files the same for one <c>Idempotency-Key</c>.</summary>
    public static string Fingerprint(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static async Task<byte[]> Bounded(Stream body, long maxBytes, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (content.Length + read > maxBytes)
                throw new ApiException(new(StatusCodes.Status413PayloadTooLarge, "payload_too_large", $"The file is too large: at most {maxBytes} bytes"));
            content.Write(buffer.AsSpan(0, read));
        }

        return content.ToArray();
    }

    private static ApiError OtherType(ImmutableArray<string> others) => new(
        StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", $"The content type must be {string.Join(", ", others.Append(Types[0]))} or {Form}");

    private sealed class OwnLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}
