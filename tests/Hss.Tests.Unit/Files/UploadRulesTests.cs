using FsCheck;
using FsCheck.Fluent;
using Hss.Grains.Entities;
using Hss.Grains.Files;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Files;

namespace Hss.Tests.Unit.Files;

public sealed class UploadRulesTests
{
    private const string Id = "00112233445566778899aabbccddeeff";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly FoundFile Good = new(1000, "image/png");

    private static PresignUpload Command(TimeSpan? lifetime = null) => new("a1", "bed.png", "image/png", 1000, lifetime ?? TimeSpan.FromMinutes(15));

    private static UploadState After(UploadState state, Decision decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, UploadRules.Apply);
    }

    private static UploadState Presigned => After(new(Id), UploadRules.Presign(new(Id), Command(), Now));

    private static UploadState Completed => After(Presigned, UploadRules.Complete(Presigned, "a1", Good, Now));

    private static UploadState Claimed => After(Completed, UploadRules.Claim(Completed, "HSS-1", Now));

    private static UploadState Refused => After(Presigned, UploadRules.Complete(Presigned, "a1", new(1000, null), Now));

    private static UploadState Purged => After(Presigned, UploadRules.Purge(Presigned, Presigned.PurgeAt));

    [Fact]
    public void Presign_DeclaresTheFile_AndThePurge24HoursLater()
    {
        var state = Presigned;

        Assert.Equal((UploadStatus.Presigned, "a1", "bed.png", 1000), (state.Status, state.AccountId, state.FileName, state.Size));
        Assert.Equal($"uploads/{Id}.png", state.Key);
        Assert.Equal((Now.AddMinutes(15), Now.AddHours(24)), (state.ExpiresAt, UploadRules.DueAt(state)));
    }

    [Fact]
    public void Presign_WithALinkThatOutlivesADay_PurgesAfterTheLinksLastWrite() =>
        Assert.True(After(new(Id), UploadRules.Presign(new(Id), Command(TimeSpan.FromHours(24)), Now)).PurgeAt > Now.AddHours(24));

    [Fact]
    public void Presign_Twice_IsRefused() => Assert.Equal(RefusalCodes.Conflict, UploadRules.Presign(Presigned, Command(), Now).Refusal!.Code);

    [Fact]
    public void Presign_OfAnUnknownTypeOrAnEmptyFile_IsRefused()
    {
        Assert.Equal(RefusalCodes.Invalid, UploadRules.Presign(new(Id), Command() with { ContentType = "text/html" }, Now).Refusal!.Code);
        Assert.Equal(RefusalCodes.Invalid, UploadRules.Presign(new(Id), Command() with { Size = 0 }, Now).Refusal!.Code);
    }

    [Fact]
    public void Complete_WithWhatWasDeclared_Completes_AndTwiceChangesNothing()
    {
        Assert.Equal(UploadStatus.Completed, Completed.Status);
        Assert.Equal(Decision.Unchanged, UploadRules.Complete(Completed, "a1", Good, Now));
        Assert.Equal(Decision.Unchanged, UploadRules.Complete(Claimed, "a1", null, Now));
    }

    [Theory]
    [InlineData(999, "image/png", "The file has 999 bytes, not 1000")]
    [InlineData(1000, "image/jpeg", "The file is image/jpeg, not image/png")]
    [InlineData(1000, null, "The file is not image/png")]
    public void Complete_WithAnotherFile_RefusesAndRemovesIt(long size, string? type, string reason)
    {
        var decision = UploadRules.Complete(Presigned, "a1", new(size, type), Now);

        Assert.Equal(reason, Assert.IsType<UploadRefused>(Assert.Single(decision.Events)).Reason);
        var effect = Assert.Single(decision.Effects);
        Assert.Equal((UploadRules.DeleteTarget, new DeleteFile($"uploads/{Id}.png")), (effect.Target, effect.Payload));
        Assert.Equal(RefusalCodes.Conflict, UploadRules.Complete(After(Presigned, decision), "a1", Good, Now).Refusal!.Code);
    }

    [Fact]
    public void Complete_BeforeTheFileIsThere_IsAConflict() =>
        Assert.Equal(RefusalCodes.Conflict, UploadRules.Complete(Presigned, "a1", null, Now).Refusal!.Code);

    [Fact]
    public void Complete_OfSomebodyElses_OrAPurgedOrUnknownOne_IsNotFound()
    {
        Assert.Equal(RefusalCodes.NotFound, UploadRules.Complete(Presigned, "a2", Good, Now).Refusal!.Code);
        Assert.Equal(RefusalCodes.NotFound, UploadRules.Complete(Purged, "a1", Good, Now).Refusal!.Code);
        Assert.Equal(RefusalCodes.NotFound, UploadRules.Complete(new(Id), "a1", Good, Now).Refusal!.Code);
    }

    [Fact]
    public void Vouch_OnlyForACompletedUploadOfTheSameAccount()
    {
        Assert.Equal(Decision.Unchanged, UploadRules.Vouch(Completed, "a1", Now));
        Assert.Equal(Decision.Unchanged, UploadRules.Vouch(Claimed, "a1", Now.AddDays(9)));
        Assert.All(
            [UploadRules.Vouch(Completed, "a2", Now), UploadRules.Vouch(Presigned, "a1", Now), UploadRules.Vouch(Refused, "a1", Now), UploadRules.Vouch(Purged, "a1", Now)],
            d => Assert.Equal(RefusalCodes.NotFound, d.Refusal!.Code));
    }

    [Fact]
    public void Vouch_ShortlyBeforeThePurge_PutsItOff()
    {
        var late = Completed.PurgeAt - UploadRules.ClaimTime + TimeSpan.FromSeconds(1);
        var kept = After(Completed, UploadRules.Vouch(Completed, "a1", late));

        Assert.Equal(late + UploadRules.UnclaimedLifetime, kept.PurgeAt);
        Assert.Equal(Decision.Unchanged, UploadRules.Purge(kept, Completed.PurgeAt));
    }

    [Fact]
    public void Claim_KeepsItForGood_AndRemembersTheFirstBooking()
    {
        Assert.Equal((UploadStatus.Claimed, "HSS-1"), (Claimed.Status, Claimed.ClaimedBy));
        Assert.Equal(Decision.Unchanged, UploadRules.Claim(Claimed, "HSS-2", Now));
        Assert.Null(UploadRules.DueAt(Claimed));
        Assert.Equal(Decision.Unchanged, UploadRules.Purge(Claimed, Now.AddYears(1)));
        Assert.Equal(RefusalCodes.NotFound, UploadRules.Claim(Presigned, "HSS-1", Now).Refusal!.Code);
    }

    [Fact]
    public void Purge_OnlyAfter24Hours_OfWhateverNobodyClaimed_Once()
    {
        foreach (var state in (UploadState[])[Presigned, Completed, Refused])
        {
            Assert.Equal(Decision.Unchanged, UploadRules.Purge(state, state.PurgeAt.AddMicroseconds(-1)));
            var decision = UploadRules.Purge(state, state.PurgeAt);
            Assert.Equal(new DeleteFile(state.Key), Assert.Single(decision.Effects).Payload);
            Assert.Equal(Decision.Unchanged, UploadRules.Purge(After(state, decision), state.PurgeAt.AddDays(1)));
        }
    }

    // Whatever comes in whatever order: a claimed file is never deleted, and a readable one was seen to be what was declared.
    [Fact]
    public void AnyOrderOfCommands_NeverDeletesAClaimedFile() => Prop.ForAll(
        Gen.Choose(0, 7).ListOf().ToArbitrary(),
        steps =>
        {
            var (state, now, deleted, seen) = (new UploadState(Id), Now, false, false);
            foreach (var step in steps)
            {
                var decision = step switch
                {
                    0 => UploadRules.Presign(state, Command(), now),
                    1 => UploadRules.Complete(state, "a1", Good, now),
                    2 => UploadRules.Complete(state, "a1", new(1000, "image/gif"), now),
                    3 => UploadRules.Vouch(state, "a1", now),
                    4 => UploadRules.Claim(state, "HSS-1", now),
                    5 => UploadRules.Complete(state, "a1", null, now),
                    _ => UploadRules.Purge(state, now += TimeSpan.FromHours(11)),
                };
                state = decision.Events.Aggregate(state, UploadRules.Apply);
                deleted |= !decision.Effects.IsEmpty;
                seen |= decision.Events.Any(e => e is UploadCompleted);
                if (UploadStatus.IsReadable(state.Status) && (deleted || !seen))
                    return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();
}
