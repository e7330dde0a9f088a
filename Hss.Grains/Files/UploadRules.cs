using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Files;

namespace Hss.Grains.Files;

/// <summary>The rules of uploads: only what was declared is accepted, and what no booking names is removed.</summary>
public static class UploadRules
{
    /// <summary>The handler of <see cref="DeleteFile"/>.</summary>
    public const string DeleteTarget = "file-delete";

    /// <summary>The handler of <see cref="ClaimUpload"/>.</summary>
    public const string ClaimTarget = "upload-claim";

    /// <summary>How long an upload that no booking names is kept (contracts, section 5).</summary>
    public static readonly TimeSpan UnclaimedLifetime = TimeSpan.FromHours(24);

    /// <summary>How much of its life a file must have left when a booking is about to name it.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromHours(1);

    // A body that began to arrive just before the link ended is written a little later; what it left is removed too.
    private static readonly TimeSpan LastWrite = TimeSpan.FromMinutes(15);

    private static readonly Refusal NotFound = new(RefusalCodes.NotFound, "Upload not found");

    /// <summary>Makes the upload; the purge never comes before the last moment at which the link can write.</summary>
    public static Decision Presign(UploadState state, PresignUpload command, DateTimeOffset now)
    {
        if (state.Exists)
            return Decision.Refuse(RefusalCodes.Conflict, "The upload exists already");
        if (FileType.Of(command.ContentType) is null)
            return Decision.Refuse(RefusalCodes.Invalid, "This type of file is not accepted");
        if (command.Size < 1)
            return Decision.Refuse(RefusalCodes.Invalid, "The file is empty");
        var expires = now + command.LinkLifetime;
        var life = UnclaimedLifetime > command.LinkLifetime + LastWrite ? UnclaimedLifetime : command.LinkLifetime + LastWrite;
        return Decision.Accept(new UploadPresigned(command.AccountId, command.FileName, command.ContentType, command.Size, expires, now + life, now));
    }

    /// <summary>Compares what was found with what was declared.</summary>
    public static Decision Complete(UploadState state, string account, FoundFile? found, DateTimeOffset now)
    {
        if (!state.Exists || state.AccountId != account || state.Status == UploadStatus.Purged)
            return NotFound;
        if (UploadStatus.IsReadable(state.Status))
            return Decision.Unchanged;
        if (state.Status == UploadStatus.Refused)
            return Decision.Refuse(RefusalCodes.Conflict, "The upload was refused; ask for a new link");
        if (found is null)
            return Decision.Refuse(RefusalCodes.Conflict, "The file has not been uploaded yet");
        var reason = found.Size != state.Size ? $"The file has {found.Size} bytes, not {state.Size}"
            : found.ContentType == state.ContentType ? null
            : found.ContentType is { } seen ? $"The file is {seen}, not {state.ContentType}"
            : $"The file is not {state.ContentType}";
        return reason is null
            ? Decision.Accept(new UploadCompleted(now))
            : Decision.Accept(new UploadRefused(reason, now)).With(Delete(state));
    }

    /// <summary>Keeps a completed upload of the account from the purge while a booking is being made that names it.</summary>
    public static Decision Vouch(UploadState state, string account, DateTimeOffset now)
    {
        if (!UploadStatus.IsReadable(state.Status) || state.AccountId != account)
            return NotFound;
        return state.Status == UploadStatus.Claimed || state.PurgeAt - now >= ClaimTime
            ? Decision.Unchanged
            : Decision.Accept(new UploadKept(now + UnclaimedLifetime, now));
    }

    /// <summary>A booking names it.</summary>
    public static Decision Claim(UploadState state, string bookingId, DateTimeOffset now) => state.Status switch
    {
        UploadStatus.Completed => Decision.Accept(new UploadClaimed(bookingId, now)),
        UploadStatus.Claimed => Decision.Unchanged,
        _ => NotFound,
    };

    /// <summary>Removes what nobody claimed in time, whatever became of it.</summary>
    public static Decision Purge(UploadState state, DateTimeOffset now) =>
        DueAt(state) is { } due && due <= now ? Decision.Accept(new UploadPurged(now)).With(Delete(state)) : Decision.Unchanged;

    /// <summary>When <see cref="Purge"/> has something to do. A refused one too: its link may have written again.</summary>
    public static DateTimeOffset? DueAt(UploadState state) =>
        state.Status is UploadStatus.Presigned or UploadStatus.Completed or UploadStatus.Refused ? state.PurgeAt : null;

    /// <summary>Whether somebody may read the file: its owner, and staff.</summary>
    public static bool MayRead(UploadView upload, string account, string role) =>
        UploadStatus.IsReadable(upload.Status) && (upload.AccountId == account || role is "staff" or "admin");

    /// <summary>The state after an event.</summary>
    public static UploadState Apply(UploadState state, IEntityEvent e) => e switch
    {
        UploadPresigned p => state with
        {
            Status = UploadStatus.Presigned,
            AccountId = p.AccountId,
            FileName = p.FileName,
            ContentType = p.ContentType,
            Size = p.Size,
            PresignedAt = p.At,
            ExpiresAt = p.ExpiresAt,
            PurgeAt = p.PurgeAt,
        },
        UploadCompleted => state with { Status = UploadStatus.Completed },
        UploadRefused r => state with { Status = UploadStatus.Refused, RefusedBecause = r.Reason },
        UploadKept k => state with { PurgeAt = k.PurgeAt },
        UploadClaimed c => state with { Status = UploadStatus.Claimed, ClaimedBy = c.BookingId },
        UploadPurged => state with { Status = UploadStatus.Purged },
        _ => throw new InvalidOperationException($"An upload has no event {e.GetType().Name}"),
    };

    private static Effect Delete(UploadState state) => new("delete", DeleteTarget, new DeleteFile(state.Key));
}
