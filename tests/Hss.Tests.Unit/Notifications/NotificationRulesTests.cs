using Hss.Grains.Entities;
using Hss.Grains.Identity;
using Hss.Grains.Notifications;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Notifications;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Notifications;

public sealed class NotificationRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 23, 0, 0, TimeSpan.Zero);
    private static readonly NotificationState Empty = new("n1");
    private static readonly QuietHours Night = new("22:00", "07:00", "UTC");
    private static readonly NotificationPreferences Everything = NotificationPreferences.Default with { Email = true };

    private static readonly MakeNotification Arrived = new(
        "n1", "a1", "ada@example.org", NotificationTypes.RequestStatus, "Your book is here", "Dune waits for you at the main desk.",
        new("r1", null, "r1", "b1", null, "IN_PROGRESS"));

    private static NotificationState Made(NotificationPreferences? preferences = null) => Fold(Empty, NotificationRules.Make(Empty, Arrived, preferences ?? Everything, Now));

    private static NotificationState Fold(NotificationState state, Decision decision) => decision.Events.Aggregate(state, NotificationRules.Apply);

    [Fact]
    public void Make_PutsItIntoTheInbox_AndMailsItWhereWanted()
    {
        var decision = NotificationRules.Make(Empty, Arrived, Everything, Now);
        var made = Assert.IsType<NotificationMade>(Assert.Single(decision.Events));
        Assert.Equal((true, true, false), (made.InApp, made.Email, made.Quiet));
        var mail = Assert.Single(decision.Effects);
        Assert.Equal(
            (AccountRules.MailTarget, new MailPayload("ada@example.org", "[LUNA] Your book is here", "Dune waits for you at the main desk.\n")), (mail.Target, mail.Payload));
        Assert.Empty(NotificationRules.Make(Empty, Arrived, NotificationPreferences.Default, Now).Effects);
    }

    [Theory]
    [InlineData(NotificationState.Unread)]
    [InlineData(NotificationState.WasRead)]
    [InlineData(NotificationState.Deleted)]
    [InlineData(NotificationState.Hidden)]
    public void Make_ASecondTime_ChangesNothing(string status) =>
        Assert.Equal(Decision.Unchanged, NotificationRules.Make(Made() with { Status = status }, Arrived, Everything, Now));

    [Fact]
    public void Make_OfAMutedType_MakesNothing()
    {
        Assert.Equal(Decision.Unchanged, NotificationRules.Make(Empty, Arrived, Everything with { Muted = [NotificationTypes.RequestStatus] }, Now));
        Assert.Single(NotificationRules.Make(Empty, Arrived, Everything with { Muted = [NotificationTypes.RobotStatus] }, Now).Events);
    }

    [Fact]
    public void Make_WithinQuietHours_IsInTheInboxAndDisturbsNobody()
    {
        var decision = NotificationRules.Make(Empty, Arrived, Everything with { QuietHours = Night }, Now);
        Assert.Empty(decision.Effects);
        var state = Fold(Empty, decision);
        Assert.Equal((NotificationState.Unread, true), (state.Status, state.Quiet));
    }

    [Fact]
    public void Make_ForWhoWantsMailsOnly_IsInNoInbox_AndNobodyHearsItLive()
    {
        var state = Made(Everything with { InApp = false });
        Assert.Equal(NotificationState.Hidden, state.Status);
        Assert.Equal("", NotificationKind.Instance.Audience(state, new NotificationRead(Now)));
        Assert.Equal(RefusalCodes.NotFound, NotificationRules.Read(state, "a1", Now).Refusal!.Code);
        Assert.Equal("a1", NotificationKind.Instance.Audience(Made(), new NotificationRead(Now)));
    }

    [Fact]
    public void Make_ForWhoWantsNothing_MakesNothing()
    {
        Assert.Equal(Decision.Unchanged, NotificationRules.Make(Empty, Arrived, Everything with { InApp = false, Email = false }, Now));
        Assert.Equal(Decision.Unchanged, NotificationRules.Make(Empty, Arrived, Everything with { InApp = false, QuietHours = Night }, Now));
    }

    [Fact]
    public void Read_KeepsTheFirstTime()
    {
        var read = Fold(Made(), NotificationRules.Read(Made(), "a1", Now.AddMinutes(1)));
        Assert.Equal((NotificationState.WasRead, Now.AddMinutes(1)), (read.Status, read.ReadAt));
        Assert.Equal(Decision.Unchanged, NotificationRules.Read(read, "a1", Now.AddMinutes(2)));
    }

    [Fact]
    public void ReadAndDelete_OfAnothersNotification_OrOfNone_AreNotFound()
    {
        foreach (var (state, account) in new[] { (Made(), "a2"), (Empty, "a1"), (Made() with { Status = NotificationState.Deleted }, "a1") })
        {
            Assert.Equal(RefusalCodes.NotFound, NotificationRules.Read(state, account, Now).Refusal!.Code);
            Assert.Equal(RefusalCodes.NotFound, NotificationRules.Delete(state, account, Now).Refusal!.Code);
        }
    }

    [Fact]
    public void Delete_LeavesNoWords()
    {
        var deleted = Fold(Made(), NotificationRules.Delete(Made(), "a1", Now));
        Assert.Equal((NotificationState.Deleted, "", ""), (deleted.Status, deleted.Title, deleted.Message));
    }

    [Fact]
    public void AnyOrderOfCommands_FoldsToTheStoredState_AndItIsMadeAndReadAtMostOnce() => FoldProperty.Holds(
        NotificationKind.Instance,
        "n1",
        [
            (s, now) => NotificationRules.Make(s, Arrived, Everything, now),
            (s, now) => NotificationRules.Make(s, Arrived, Everything with { InApp = false, QuietHours = Night }, now),
            (s, now) => NotificationRules.Read(s, "a1", now),
            (s, now) => NotificationRules.Read(s, "a2", now),
            (s, now) => NotificationRules.Delete(s, "a1", now),
        ],
        (s, events) => events.OfType<NotificationMade>().Count() <= 1
            && events.OfType<NotificationRead>().Count() <= 1
            && (s.Status.Length == 0) == (events.Count == 0)
            && (s.ReadAt is null) == !events.OfType<NotificationRead>().Any());
}
