using Hss.Grains.Entities;

namespace Hss.Grains.Notifications;

/// <summary>
/// Something that people of the library should hear of: an effect of the commit in which it happened. Its handler puts one notification into each
/// reader's inbox, whose id comes from the effect's, so that a second try makes no second one.
/// </summary>
/// <param name="AccountId">Whose inbox; null for all librarians and admins of LUNA.</param>
/// <param name="Type">DELIVERY_UPDATE, REQUEST_STATUS, SYSTEM_ALERT or ROBOT_STATUS.</param>
/// <param name="Title">1..200 characters.</param>
/// <param name="Message">1..2,000 characters.</param>
public sealed record Notice(string? AccountId, string Type, string Title, string Message, NoticeSubject Subject)
{
    /// <summary>The target of the effect.</summary>
    public const string Target = "notify";

    /// <summary>The effect.</summary>
    /// <param name="id">Unique among the effects of one commit, such as <c>created</c>.</param>
    public Effect As(string id) => new($"notify/{id}", Target, this);
}

/// <summary>What a notification is about: its payload; null what is not concerned.</summary>
/// <param name="Status">The new status of it, or null.</param>
public sealed record NoticeSubject(string? RequestId = null, string? ReturnId = null, string? TaskId = null, string? BookId = null, string? RobotId = null, string? Status = null);
