using Hss.Api.Platform;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Api.Platform.Wire;
using Hss.Grains.Files;
using Hss.Silo.Files;

namespace Hss.Api.Files;

/// <summary>Uploads, <c>/hss/api/v1/uploads</c>: ask for a link, send the file there, say that it is complete.</summary>
public static class UploadEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapUploads(this RouteGroupBuilder hss)
    {
        var uploads = hss.MapGroup("/api/v1/uploads").WithTags("Uploads").Path("file", "The key's part after uploads/");
        uploads.MapPost("/presign", Presign).WithSummary("Ask for a link to send one file to").SignedIn().Body(typeof(PresignBody)).Answers(typeof(PresignAnswer), 201);
        uploads.MapPost("/complete", Complete).WithSummary("Say that the file is sent; it is checked now").SignedIn().Body(typeof(CompleteBody)).Answers(typeof(UploadAnswer))
            .Refuses(404, "No such upload of this caller");
        uploads.MapGet("/{file}", Download).WithSummary("Read a completed file").SignedIn().AnswersFile("image/*").AlsoAs("application/pdf");
        // The link is the authority, as with S3: whoever has it may send this one file.
        uploads.MapPut("/{file}", UploadReceiver.Receive).WithSummary("Send the file; the link has all its parameters")
            .Query(UploadReceiver.Link).BodyContent("application/octet-stream").IgnoresIfMatch().AnswersNothing(StatusCodes.Status200OK)
            .Refuses(403, "The request is not what the link was signed for").Refuses(412, "The file has been sent already");
    }

    private static async Task<IResult> Presign(HttpContext context, UploadService uploads)
    {
        var body = await context.ReadBody<PresignBody>();
        var call = uploads.Presign(context.CallContext(), body.FileName!.Trim(), body.ContentType!.Trim().ToLowerInvariant(), body.Size!.Value);
        var outcome = await call.WithinDeadline(context);
        return Answer.Of(context, outcome, u => PresignAnswer.Of(u, uploads.Link(u), Address(context), context.TraceIdentifier), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Complete(HttpContext context, UploadService uploads)
    {
        var body = await context.ReadBody<CompleteBody>();
        var outcome = await uploads.Complete(context.CallContext(), body.S3Key!, context.RequestAborted).WithinDeadline(context);
        return outcome is { Accepted: true, Value: { Status: UploadStatus.Refused, RefusedBecause: var reason } }
            ? ApiError.Invalid($"The upload is refused: {reason}").ToResult()
            : Answer.Of(context, outcome, u => UploadAnswer.Of(u, context.TraceIdentifier));
    }

    // Always as an attachment: what others uploaded is shown by no browser as a page of ours.
    private static async Task<IResult> Download(HttpContext context, string file, UploadService uploads)
    {
        var caller = context.Caller();
        if (await uploads.Find(UploadKey.Folder + file) is not { } upload
            || !UploadRules.MayRead(upload, caller.Id, caller.RoleOn(Mounts.Hss))
            || await uploads.Open(upload, context.RequestAborted) is not { } content)
            return ApiError.NotFound("Upload not found").ToResult();
        return Results.Stream(content, upload.ContentType, upload.FileName, enableRangeProcessing: content.CanSeek);
    }

    // Where this caller reached us; a port of the mount's own has no prefix.
    private static string Address(HttpContext context)
    {
        var mount = context.Features.Get<OwnPort>() is null ? Mounts.Hss.Path : "";
        return $"{context.Request.Scheme}://{context.Request.Host}{mount}";
    }
}
