using Hss.Grains.Files;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Files;

public sealed class UploadFoldTests
{
    [Fact]
    public void Upload_StateIsExactlyTheFoldOfItsEvents() => FoldProperty.Holds(
        UploadKind.Instance,
        "00112233445566778899aabbccddeeff",
        [
            (s, now) => UploadRules.Presign(s, new("a1", "bed.png", "image/png", 1000, TimeSpan.FromMinutes(15)), now),
            (s, now) => UploadRules.Complete(s, "a1", new(1000, "image/png"), now),
            (s, now) => UploadRules.Complete(s, "a1", new(999, "image/png"), now),
            (s, now) => UploadRules.Vouch(s, "a1", now),
            (s, now) => UploadRules.Vouch(s, "a1", now.AddHours(23.5)),
            (s, now) => UploadRules.Claim(s, "HSS-1", now),
            (s, now) => UploadRules.Purge(s, now),
            (s, now) => UploadRules.Purge(s, now.AddHours(25)),
        ],
        (state, events) =>
            events.OfType<UploadPresigned>().Count() == (state.Exists ? 1 : 0)
            && events.OfType<UploadClaimed>().Count() == (state.ClaimedBy is null ? 0 : 1)
            && (state.ClaimedBy is null || state.Status == UploadStatus.Claimed));
}
