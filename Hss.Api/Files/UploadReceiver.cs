using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Wire;
using Hss.Grains.Files;
using Hss.Silo.Files;
using Microsoft.AspNetCore.Http.Features;

namespace Hss.Api.Files;

/// <summary>
/// Takes in what is sent to a link of the built-in store. It refuses what S3 would refuse: a changed link, another size or type than the signed
/// ones, headers that would change what is stored and were not signed.
/// </summary>
public static class UploadReceiver
{
    /// <summary>The parameters of a link. They are signed as they stand, so they are compared, not read.</summary>
    internal static readonly QueryParameter[] Link =
    [
        Parameters.Text("expires", "Until when the link works; signed", required: true),
        Parameters.Text("size", "The file's length in bytes; signed", required: true),
        Parameters.Text("type", "The file's media type; signed", required: true),
        Parameters.Text("key", "The signing key's id", required: true),
        Parameters.Text("signature", "The signature of all this", required: true),
    ];

    private static readonly string[] UnsignedHeaders = ["Content-Encoding", "Content-Range", "Content-MD5", "Content-Disposition", "Content-Language"];

    /// <summary>Checks the link before a byte of the body is read, then stores the body whole or not at all.</summary>
    public static async Task<IResult> Receive(HttpContext context, string file, IFileStore files, UploadLinks links)
    {
        var key = UploadKey.Folder + file;
        if (files is not LocalFileStore local || !UploadKey.TryParse(key, out _))
            return ApiError.NotFound("Upload not found").ToResult();
        if (Fault(context.Request, key, links) is { } fault)
            return ApiError.Forbidden(fault).ToResult();

        var size = context.Request.ContentLength!.Value;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = size;
        try
        {
            return await local.Write(key, context.Request.Body, size, context.RequestAborted)
                ? Results.Ok()
                : new ApiError(StatusCodes.Status412PreconditionFailed, "precondition_failed", "The file has been uploaded already").ToResult();
        }
        catch (EndOfStreamException e)
        {
            return ApiError.Invalid(e.Message).ToResult();
        }
    }

    private static string? Fault(HttpRequest request, string key, UploadLinks links)
    {
        var unsigned = request.Headers.Keys.FirstOrDefault(
            h => h.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) || UnsignedHeaders.Contains(h, StringComparer.OrdinalIgnoreCase));
        if (unsigned is not null)
            return $"The header {unsigned} is not part of the link";
        var query = request.Query;
        return query["expires"] is [{ } expires] && query["size"] is [{ } size] && query["type"] is [{ } type] && query["key"] is [{ } id]
            && query["signature"] is [{ } signature]
            ? links.Fault(key, new(expires, size, type, id, signature), request.ContentType, request.ContentLength)
            : "The link is incomplete";
    }
}
