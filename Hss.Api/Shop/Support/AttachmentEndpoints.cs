using System.Security.Cryptography;
using System.Text;
using Hss.Api.Platform.Access;
using Hss.Api.Platform.Errors;
using Hss.Api.Platform.Http;
using Hss.Api.Platform.OpenApi;
using Hss.Grains.Shop.Support;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop.Support;
using Hss.Silo.Shop.Support;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Hss.Api.Shop.Support;

/// <summary>Files that come with messages: sent as a form, stored by their content's type, given out to participants only.</summary>
public static class AttachmentEndpoints
{
    private const string FileField = "file";
    private const int MaxBoundary = 200;
    private const int MaxParts = 20;
    private const int MaxPartHeaders = 16 * 1024;
    private const int MaxSurplus = 1024 * 1024;

    /// <summary>Maps sending.</summary>
    public static void MapAttachments(this RouteGroupBuilder conversations) =>
        conversations.MapPost("/{id}/attachments", Send).WithSummary("Send a file, in the form field file").WithMetadata(new OwnBodyLimit(), new OwnFingerprint())
            .Query(SupportAccess.TokenParameter).BodyContent("multipart/form-data").Answers(typeof(MessageAnswer));

    /// <summary>The file, always as an attachment: what others sent is shown by no browser as a page of ours.</summary>
    public static async Task<IResult> Download(HttpContext context, string id, SupportService support, ConversationQueries queries, AttachmentStore files)
    {
        if (!MessageId.TryParse(id, out var conversation, out var version)
            || await support.Conversation(conversation).Get() is null
            || await queries.Message(conversation, version, context.RequestAborted) is not { Attachment: { } attachment })
            return ApiError.NotFound("Attachment not found").ToResult();
        await SupportAccess.Participant(context, conversation, support);
        if (files.Open(attachment) is not { } content)
            return ApiError.NotFound("File not found on server").ToResult();
        return Results.Stream(
            content, attachment.MimeType, attachment.FileName, entityTag: new EntityTagHeaderValue($"\"{attachment.Checksum}\""), enableRangeProcessing: true);
    }

    // Rights and status are checked before a byte of the file is read; the conversation may still be closed while it comes in.
    private static async Task<IResult> Send(HttpContext context, string id, SupportService support, AttachmentStore files)
    {
        var participant = await SupportAccess.Participant(context, id, support);
        var conversation = participant.Conversation;
        var call = context.CallContext();
        if (conversation.Status == ConversationStatus.Closed && call.Operation is null)
            return new ApiError(StatusCodes.Status400BadRequest, ConversationCodes.Closed, "Conversation is closed").ToResult();
        StoredAttachment stored;
        try
        {
            stored = await Receive(context, conversation.Id, files);
        }
        catch (AttachmentRefusedException e)
        {
            return new ApiError(StatusCodes.Status400BadRequest, "attachment_refused", e.Message).ToResult();
        }

        if (call.Operation is { } operation)
            call = call with { Operation = operation with { Fingerprint = Fingerprint(stored) } };
        var outcome = await Post(support, files, call, new(participant.Side, participant.AccountId, null, stored), conversation.Id).WithinDeadline(context);
        return Answer.Of(context, outcome, MessageAnswer.Of);
    }

    // The file goes again when it is certain that no message names it.
    private static async Task<Outcome<MessageView>> Post(
        SupportService support, AttachmentStore files, CallContext call, PostMessage message, string conversation)
    {
        try
        {
            var outcome = await support.Conversation(conversation).Post(call, message);
            if (!outcome.Accepted || outcome.Replayed)
                files.Delete(message.Attachment!);
            return outcome;
        }
        catch (JournalException e) when (e.Fault != JournalFault.OutcomeUnknown)
        {
            files.Delete(message.Attachment!);
            throw;
        }
    }

    private static async Task<StoredAttachment> Receive(HttpContext context, string conversation, AttachmentStore files)
    {
        var request = context.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new ApiException(new(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "The content type must be multipart/form-data"));
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > MaxBoundary)
            throw new ApiException(ApiError.Malformed("Malformed form: it has no boundary"));
        try
        {
            var reader = new MultipartReader(boundary, request.Body) { HeadersLengthLimit = MaxPartHeaders, BodyLengthLimit = files.MaxBytes + MaxSurplus };
            for (var part = 0; part < MaxParts && await reader.ReadNextSectionAsync(context.RequestAborted) is { } section; part++)
            {
                if (section.GetContentDispositionHeader() is { } disposition && HeaderUtilities.RemoveQuotes(disposition.Name).Equals(FileField, StringComparison.Ordinal) && disposition.IsFileDisposition())
                    return await files.Store(conversation, NameOf(disposition), section.ContentType ?? "", section.Body, context.RequestAborted);
            }
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested))
        {
            throw new ApiException(ApiError.Malformed("Malformed form: it ends too early or has a damaged part"));
        }

        throw new ApiException(ApiError.Invalid("The request has invalid fields", new FieldFault(FieldFaultKind.Missing, [FileField], "is required", null)));
    }

    private static string NameOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();

    private static string Fingerprint(StoredAttachment stored) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{stored.FileName}\n{stored.MimeType}\n{stored.Checksum}")));

    // The store reads no more than it takes; the server's own limit would end the connection without a word.
    private sealed class OwnBodyLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}
