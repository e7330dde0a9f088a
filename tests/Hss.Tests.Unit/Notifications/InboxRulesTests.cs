using Hss.Grains.Entities;
using Hss.Grains.Notifications;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Notifications;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Notifications;

public sealed class InboxRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly InboxState New = new("a1");
    private static readonly PreferencesChange Nothing = new(null, null, null, [], SetsQuietHours: false, null);
    private static readonly QuietHours Night = new("22:00", "07:00", "Europe/Berlin");

    private static InboxState Fold(InboxState state, PreferencesChange change) => InboxRules.Prefer(state, change, Now).Events.Aggregate(state, InboxRules.Apply);

    [Fact]
    public void Prefer_ChangesWhatIsNamed_AndLeavesTheRest()
    {
        var mailed = Fold(New, Nothing with { Email = true }).Preferences;
        Assert.Equal(NotificationPreferences.Default with { Email = true }, mailed);

        var muted = Fold(Fold(New, Nothing with { Types = [new(NotificationTypes.RobotStatus, false)] }), Nothing with { Push = false, SetsQuietHours = true, QuietHours = Night });
        Assert.Equal((true, false, false, Night), (muted.Preferences.InApp, muted.Preferences.Push, muted.Preferences.Email, muted.Preferences.QuietHours));
        Assert.Equal([NotificationTypes.RobotStatus], muted.Preferences.Muted.AsEnumerable());
        Assert.Empty(Fold(muted, Nothing with { Types = [new(NotificationTypes.RobotStatus, true)] }).Preferences.Muted);
        Assert.Null(Fold(muted, Nothing with { SetsQuietHours = true }).Preferences.QuietHours);
    }

    [Fact]
    public void Prefer_WhatIsPreferredAlready_ChangesNothing()
    {
        var change = new PreferencesChange(true, false, true, [new(NotificationTypes.SystemAlert, false), new(NotificationTypes.DeliveryUpdate, false)], true, Night);
        Assert.Equal(Decision.Unchanged, InboxRules.Prefer(New, Nothing, Now));
        Assert.Equal(Decision.Unchanged, InboxRules.Prefer(Fold(New, change), change, Now));
        Assert.Equal([NotificationTypes.DeliveryUpdate, NotificationTypes.SystemAlert], Fold(New, change).Preferences.Muted.AsEnumerable());
    }

    [Fact]
    public void Prefer_UnknownTypesAndWrongQuietHours_AreRefusedAllAtOnce()
    {
        var refusal = InboxRules.Prefer(New, Nothing with { Types = [new("NEWS", true), new("FOO", true)], SetsQuietHours = true, QuietHours = new("x", "07:00", "y") }, Now).Refusal!;
        Assert.Equal(RefusalCodes.Invalid, refusal.Code);
        Assert.Equal(["types", "quiet_hours.from", "quiet_hours.time_zone"], refusal.Details.Select(d => d.Field));
    }

    [Fact]
    public void AnyOrderOfCommands_FoldsToTheStoredState_AndEveryEventChangesSomething() => FoldProperty.Holds(
        InboxKind.Instance,
        "a1",
        [
            (s, now) => InboxRules.Prefer(s, Nothing with { Email = now.Minute % 2 == 0 }, now),
            (s, now) => InboxRules.Prefer(s, Nothing with { InApp = now.Minute % 2 == 0, Push = false }, now),
            (s, now) => InboxRules.Prefer(s, Nothing with { Types = [new(NotificationTypes.RobotStatus, now.Minute % 2 == 0)] }, now),
            (s, now) => InboxRules.Prefer(s, Nothing with { SetsQuietHours = true, QuietHours = now.Minute % 2 == 0 ? Night : null }, now),
        ],
        (_, events) => events.OfType<PreferencesChanged>().Zip(events.OfType<PreferencesChanged>().Skip(1))
            .All(p => p.First.Preferences with { Muted = [] } != p.Second.Preferences with { Muted = [] } || !p.First.Preferences.Muted.SequenceEqual(p.Second.Preferences.Muted)));
}
