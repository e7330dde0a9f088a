using System.Net;
using Hss.Silo.Files;

namespace Hss.Tests.Api.Files;

/// <summary>Uploads to the built-in store.</summary>
public sealed class LocalUploadTests : UploadContract
{
    protected override Task<Dictionary<string, string?>> Settings() => Task.FromResult(new Dictionary<string, string?>());

    protected override string WithLaterEnd(string url) => Replace(url, "expires", $"{DateTimeOffset.UtcNow.AddYears(1).ToUnixTimeSeconds()}");

    protected override string WithAnotherSize(string url) => Replace(url, "size", "1234");

    [Theory]
    [InlineData("type", "image%2Fjpeg")]
    [InlineData("key", "other")]
    [InlineData("size", "100000&size=100000")]
    [InlineData("size", "")]
    [InlineData("expires", "99999999999999999999999999")]
    [InlineData("signature", "")]
    [InlineData("signature", "zz")]
    public async Task Link_WithAnotherQuery_Is403_InTheMountsShape(string name, string value)
    {
        var link = await Presign(await ApiClient.Customer(Server.Client));
        var request = Request(link, SampleFile.Png());
        request.RequestUri = new(Replace(request.RequestUri!.ToString(), name, value));

        using var response = await Server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("\"code\":\"forbidden\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_AreReadableInTheDataFolder_AndNothingHalfWrittenStays()
    {
        var customer = await ApiClient.Customer(Server.Client);
        var link = await Presign(customer);
        await Send(Request(link, SampleFile.Png()));

        var files = new DirectoryInfo(Path.Combine(Server.DataFolder, FileServices.Folder)).GetFiles("*", SearchOption.AllDirectories);
        Assert.Equal(Path.GetFileName((string)link["s3_key"]!), Assert.Single(files).Name);
        Assert.Equal(SampleFile.Png(), await File.ReadAllBytesAsync(files[0].FullName));
    }

    [Fact]
    public async Task ManyAtOnceOnOneLink_OneIsTaken()
    {
        var link = await Presign(await ApiClient.Customer(Server.Client));

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Send(Request(link, SampleFile.Png()))));

        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(15, answers.Count(a => a == HttpStatusCode.PreconditionFailed));
    }

    private static string Replace(string url, string name, string value) =>
        System.Text.RegularExpressions.Regex.Replace(url, $"([?&]{name}=)[^&]*", m => m.Groups[1].Value + value);
}
