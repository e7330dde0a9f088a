using Hss.Grains.Entities.Codec;
using Hss.Grains.Files;
using Hss.Interfaces.Files;
using Hss.Silo.Files;
using Hss.Silo.Hosting;
using Hss.Tests.Shared;
using Microsoft.Extensions.Configuration;

namespace Hss.Tests.Unit.Files;

public sealed class FileSettingsTests
{
    private static readonly (string, string)[] Bucket = [("S3_BUCKET", "photos"), ("AWS_ACCESS_KEY_ID", "id"), ("AWS_SECRET_ACCESS_KEY", "secret")];

    private static FileSettings Read(out string[] faults, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
        var reader = new SettingsReader(configuration);
        var read = FileSettings.Read(reader);
        faults = [.. reader.Faults];
        return read;
    }

    [Fact]
    public void WithoutSettings_TheBuiltInStoreTakesAllTypesUpTo10MiB()
    {
        var settings = Read(out var faults);

        Assert.Empty(faults);
        Assert.Null(settings.Bucket);
        Assert.Equal((10 * 1024 * 1024, TimeSpan.FromMinutes(15)), (settings.MaxBytes, settings.LinkLifetime));
        Assert.Equal(FileType.All.Select(t => t.ContentType), settings.Types);
    }

    [Fact]
    public void ABucket_IsUsedUnlessPresignedUploadsAreOff()
    {
        Assert.Equal("photos", Read(out _, Bucket).Bucket);
        Assert.Null(Read(out var faults, [.. Bucket, ("USE_PRESIGNED_UPLOADS", "false")]).Bucket);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("S3_BUCKET", "b", "S3_BUCKET: needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")]
    [InlineData("S3_ENDPOINT", "minio:9000", "S3_ENDPOINT: 'minio:9000' is no http or https address")]
    [InlineData("Files:Types", "image/png,text/html", "Files:Types: 'text/html' is none of image/jpeg image/png image/webp image/gif image/heic application/pdf")]
    [InlineData("Files:MaxBytes", "many", "Files:MaxBytes: 'many' is no whole number from 1024 to 1073741824")]
    public void AWrongSetting_IsOneClearLine(string name, string value, string fault)
    {
        Read(out var faults, (name, value));

        Assert.Equal(fault, Assert.Single(faults));
    }

    [Fact]
    public void AmazonsOwnLinks_NameBucketRegionAndLentCredentials_AndSignWhatIsBound()
    {
        var settings = Read(out _, [.. Bucket, ("AWS_REGION", "af-south-1"), ("AWS_SESSION_TOKEN", "lent")]);
        using var store = new S3FileStore(settings, TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow();

        var link = new Uri(store.Presign(View(now)).Url);

        Assert.Equal("https://photos.s3.af-south-1.amazonaws.com/uploads/00112233445566778899aabbccddeeff.png", link.GetLeftPart(UriPartial.Path));
        Assert.Contains("X-Amz-Security-Token=lent", link.Query, StringComparison.Ordinal);
        Assert.Contains("X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost%3Bif-none-match", link.Query, StringComparison.Ordinal);
    }

    [Fact]
    public void ALinkOfTheBuiltInStore_OutlivesARotationOfTheKeys_ButNotTheOldKeysRemoval()
    {
        var time = new FakeTimeProvider();
        var (older, newer) = (new DataKey("k1", [.. Enumerable.Repeat((byte)1, 32)]), new DataKey("k2", [.. Enumerable.Repeat((byte)2, 32)]));
        var upload = View(time.GetUtcNow());
        var query = new UploadLinks([older], time).Query(upload).TrimStart('?').Split('&').Select(p => Uri.UnescapeDataString(p.Split('=')[1])).ToArray();
        var values = new UploadLinkValues(query[0], query[1], query[2], query[3], query[4]);

        Assert.Null(new UploadLinks([newer, older], time).Fault(upload.Key, values, "image/png", 1000));
        Assert.NotNull(new UploadLinks([newer], time).Fault(upload.Key, values, "image/png", 1000));
    }

    private static UploadView View(DateTimeOffset now) => new(
        "uploads/00112233445566778899aabbccddeeff.png", "a1", "bed.png", "image/png", 1000, UploadStatus.Presigned, now, now.AddMinutes(15), now.AddDays(1), null, null);
}
