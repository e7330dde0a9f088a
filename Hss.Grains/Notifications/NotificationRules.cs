using Hss.Grains.Entities;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Notifications;

namespace Hss.Grains.Notifications;

/// <summary>The rules of notifications.</summary>
public static class NotificationRules
{
    private static readonly Refusal NotFound = new(RefusalCodes.NotFound, "Notification not found");

    /// <summary>Makes it once, on the channels that its account wants now.</summary>
    public static Decision Make(NotificationState state, MakeNotification command, NotificationPreferences preferences, DateTimeOffset now)
    {
        if (state.Status.Length > 0 || preferences.Muted.Contains(command.Type) || !(preferences.InApp || preferences.Email))
            return Decision.Unchanged;
        var quiet = preferences.QuietHours is { } hours && QuietTimes.Cover(hours, now);
        var mailed = preferences.Email && !quiet;
        if (!preferences.InApp && !mailed)
            return Decision.Unchanged;
        var made = Decision.Accept(
            new NotificationMade(command.AccountId, command.Type, command.Title, command.Message, command.Subject, preferences.InApp, mailed, quiet, now));
        return mailed ? made.With(new Effect("mail", AccountRules.MailTarget, new MailPayload(command.Email, $"[LUNA] {command.Title}", command.Message + "\n"))) : made;
    }

    /// <summary>Its account has read it.</summary>
    public static Decision Read(NotificationState state, string account, DateTimeOffset now)
    {
        if (!IsIn(state, account))
            return NotFound;
        return state.ReadAt is null ? Decision.Accept(new NotificationRead(now)) : Decision.Unchanged;
    }

    /// <summary>Its account takes it away.</summary>
    public static Decision Delete(NotificationState state, string account, DateTimeOffset now) =>
        IsIn(state, account) ? Decision.Accept(new NotificationDeleted(now)) : NotFound;

    /// <summary>Whether it is in the inbox of an account.</summary>
    public static bool IsIn(NotificationState state, string account) => IsInAnInbox(state) && state.AccountId == account;

    /// <summary>Whether it is in an inbox at all.</summary>
    public static bool IsInAnInbox(NotificationState state) => state.Status is NotificationState.Unread or NotificationState.WasRead;

    /// <summary>The state after an event.</summary>
    public static NotificationState Apply(NotificationState state, IEntityEvent e) => e switch
    {
        NotificationMade m => state with
        {
            Status = m.InApp ? NotificationState.Unread : NotificationState.Hidden,
            AccountId = m.AccountId,
            Type = m.Type,
            Title = m.Title,
            Message = m.Message,
            Subject = m.Subject,
            Quiet = m.Quiet,
            CreatedAt = m.At,
        },
        NotificationRead r => state with { Status = NotificationState.WasRead, ReadAt = r.At },
        NotificationDeleted => state with { Status = NotificationState.Deleted, Title = "", Message = "" },
        _ => throw new InvalidOperationException($"A notification has no event {e.GetType().Name}"),
    };
}
