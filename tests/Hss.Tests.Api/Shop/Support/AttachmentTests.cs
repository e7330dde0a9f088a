using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Hss.Tests.Api.Shop.Support;

/// <summary>Files in conversations, over real HTTP and on a real disk.</summary>
public sealed class AttachmentTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int MiB = 1024 * 1024;

    private readonly ApiClient _guest = new(api.Client);

    private string Folder => Path.Combine(api.Server.DataFolder, "support_attachments");

    [Fact]
    public async Task AFile_IsAMessage_IsStoredUnderItsConversation_AndComesBackWhole()
    {
        var conversation = await Desk.Open(_guest);
        var content = Desk.Png(200_000);
        var sent = await Desk.Attach(api.Client, Desk.Call(conversation, "/attachments"), content, "Rechnung März.png");

        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal(("customer", "delivered"), ((string?)sent.Json!["sender_role"], (string?)sent.Json["status"]));
        Assert.Null(sent.Json["body"]);
        var attachment = sent.Json["attachment"]!;
        Assert.Equal(["id", "filename", "mime_type", "size_bytes", "created_at"], attachment.AsObject().Select(f => f.Key));
        Assert.Equal(
            ("Rechnung März.png", "image/png", 200_000), ((string?)attachment["filename"], (string?)attachment["mime_type"], (int)attachment["size_bytes"]!));

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Rechnung März.png")))[..8];
        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(Folder, (string)conversation["id"]!, $"{digest}_Rechnung_M_rz.png")));

        var messages = (await _guest.Get(Desk.Call(conversation, "/messages"))).Json!.AsArray();
        Assert.Equal((string?)attachment["id"], (string?)messages[^1]!["attachment"]!["id"]);

        using var download = await api.Client.GetAsync(Download(attachment, conversation));
        Assert.Equal(HttpStatusCode.OK, download.StatusCode);
        Assert.Equal(content, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", download.Content.Headers.ContentType?.MediaType);
        var disposition = download.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", "Rechnung März.png"), (disposition.DispositionType, disposition.FileNameStar));
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"", download.Headers.ETag?.Tag);
        Assert.Equal("nosniff", Assert.Single(download.Headers.GetValues("X-Content-Type-Options")));

        using var part = new HttpRequestMessage(HttpMethod.Get, Download(attachment, conversation)) { Headers = { Range = new RangeHeaderValue(10, 19) } };
        using var range = await api.Client.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, 10), (range.StatusCode, (await range.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task ADownload_IsForTheConversationsSidesOnly()
    {
        var (owner, other, agent) = (await Desk.Customer(api.Client), await Desk.Customer(api.Client), await Desk.Agent(api.Client));
        var conversation = await Desk.Open(owner);
        var sent = await Desk.Attach(api.Client, Desk.Call(conversation, "/attachments"), Desk.Png(), token: owner.Token);
        var path = Download(sent.Json!["attachment"]!, conversation);

        Assert.Equal(HttpStatusCode.OK, await Status(path, owner.Token));
        Assert.Equal(HttpStatusCode.OK, await Status(path, agent.Token));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(path, other.Token));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(path, null));
        Assert.Equal(HttpStatusCode.Forbidden, await Status($"{path}?conversation_token={Guid.NewGuid()}", null));
        // The first message, the conversation itself, ids of nothing.
        var first = (string)conversation["messages"]![0]!["id"]!;
        foreach (var id in (string[])[first, (string)conversation["id"]!, first[..^1] + "9", Guid.NewGuid().ToString(), "x", "1"])
            Assert.Equal(HttpStatusCode.NotFound, await Status($"/store/api/v1/support/attachments/{id}/download", owner.Token));
    }

    [Fact]
    public async Task TwoFilesOfOneName_StayTwoFiles()
    {
        var conversation = await Desk.Open(_guest);
        var contents = Enumerable.Range(0, 5).Select(i => Desk.Png(fill: (byte)i)).ToArray();
        var sent = await Task.WhenAll(contents.Select(c => Desk.Attach(api.Client, Desk.Call(conversation, "/attachments"), c)));
        foreach (var (content, answer) in contents.Zip(sent))
            Assert.Equal(content, await api.Client.GetByteArrayAsync(Download(answer.Json!["attachment"]!, conversation)));
        Assert.Equal(5, Directory.GetFiles(Path.Combine(Folder, (string)conversation["id"]!)).Length);
    }

    [Theory]
    [InlineData("../../etc/passwd.png", "passwd.png")]
    [InlineData("..\\..\\boot.png", "boot.png")]
    [InlineData("/", "attachment")]
    [InlineData("..", "..")]
    [InlineData(".", ".")]
    [InlineData("a:b*c?.png", "a:b*c?.png")]
    [InlineData("x\u0001\u007f.png", "x.png")]
    public async Task Names_LeadNowhereElse(string name, string shown)
    {
        var conversation = await Desk.Open(_guest);
        var sent = await Desk.Attach(api.Client, Desk.Call(conversation, "/attachments"), Desk.Png(), name);
        Assert.Equal((HttpStatusCode.OK, shown), (sent.Status, (string?)sent.Json?["attachment"]?["filename"]));
        Assert.Single(Directory.GetFiles(Path.Combine(Folder, (string)conversation["id"]!)));
        Assert.Equal(HttpStatusCode.OK, await Status(Download(sent.Json!["attachment"]!, conversation), null));
    }

    [Fact]
    public async Task ALongName_IsShortened_AndKeepsItsEnd()
    {
        var conversation = await Desk.Open(_guest);
        var sent = await Desk.Attach(api.Client, Desk.Call(conversation, "/attachments"), Desk.Png(), new string('n', 600) + ".png");
        var name = (string)sent.Json!["attachment"]!["filename"]!;
        Assert.Equal(200, name.Length);
        Assert.EndsWith(".png", name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/png", "<html><script>alert(1)</script></html>", "application/octet-stream")]
    [InlineData("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>", "application/octet-stream")]
    [InlineData("text/html", "%PDF-1.7", "text/html")]
    [InlineData("application/x-msdownload", "MZ", "application/x-msdownload")]
    [InlineData(null, "%PDF-1.7", "application/octet-stream")]
    [InlineData("image/png", "", "application/octet-stream")]
    public async Task ATypeThatIsNotAllowed_ByNameOrContent_Is400_AndNothingIsKept(string? declared, string content, string named)
    {
        var conversation = await Desk.Open(_guest);
        var answer = await Desk.Attach(api.Client, Desk.Call(conversation, "/attachments"), Encoding.UTF8.GetBytes(content), "photo.png", declared);
        Assert.Equal((HttpStatusCode.BadRequest, $"Unsupported attachment type '{named}'"), (answer.Status, (string?)answer.Json!["detail"]));
        Assert.False(Directory.Exists(Path.Combine(Folder, (string)conversation["id"]!)));
        Assert.Single((await _guest.Get(Desk.Call(conversation, "/messages"))).Json!.AsArray());
    }

    [Fact]
    public async Task ATypeOfItsContent_CountsNotItsName()
    {
        var conversation = await Desk.Open(_guest);
        var answer = await Desk.Attach(api.Client, Desk.Call(conversation, "/attachments"), Encoding.ASCII.GetBytes("%PDF-1.7 ..."), "photo.png");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.Status, (string?)answer.Json!["attachment"]!["mime_type"]));
    }

    [Fact]
    public async Task FifteenMiB_AreTaken_AndAByteMoreIsNot()
    {
        var conversation = await Desk.Open(_guest);
        var path = Desk.Call(conversation, "/attachments");
        var whole = await Desk.Attach(api.Client, path, Desk.Png(15 * MiB));
        Assert.Equal((HttpStatusCode.OK, 15 * MiB), (whole.Status, (int)whole.Json!["attachment"]!["size_bytes"]!));

        foreach (var length in (int[])[(15 * MiB) + 1, 20 * MiB])
        {
            var more = await Desk.Attach(api.Client, path, Desk.Png(length), "more.png");
            Assert.Equal((HttpStatusCode.BadRequest, "Attachment too large (limit 15728640 bytes)"), (more.Status, (string?)more.Json!["detail"]));
        }

        Assert.Single(Directory.GetFiles(Path.Combine(Folder, (string)conversation["id"]!)));
        Assert.Empty(Directory.GetFiles(Path.Combine(Folder, ".incoming")));
    }

    [Fact]
    public async Task AClosedConversation_TakesNoFile()
    {
        var conversation = await Desk.Open(_guest);
        await _guest.Post(Desk.Call(conversation, "/close"));
        foreach (var key in (string?[])[null, $"k{Guid.NewGuid():N}"])
        {
            var answer = await Desk.Attach(api.Client, Desk.Call(conversation, "/attachments"), Desk.Png(), key: key);
            Assert.Equal((HttpStatusCode.BadRequest, "Conversation is closed"), (answer.Status, (string?)answer.Json!["detail"]));
        }

        var folder = Path.Combine(Folder, (string)conversation["id"]!);
        Assert.True(!Directory.Exists(folder) || Directory.GetFiles(folder).Length == 0);
    }

    [Fact]
    public async Task TheSameFileUnderTheSameKey_IsOneMessage_WhateverItsBoundary()
    {
        var conversation = await Desk.Open(_guest);
        var (path, key) = (Desk.Call(conversation, "/attachments"), $"k{Guid.NewGuid():N}");
        var first = await Desk.Attach(api.Client, path, Desk.Png(), key: key);
        var again = await Desk.Attach(api.Client, path, Desk.Png(), key: key);
        Assert.Equal((HttpStatusCode.OK, "true"), (again.Status, again.Header("Idempotent-Replayed")));
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Desk.Attach(api.Client, path, Desk.Png(fill: 9), key: key)).Status);
        Assert.Single(Directory.GetFiles(Path.Combine(Folder, (string)conversation["id"]!)));
        Assert.Equal(HttpStatusCode.OK, await Status(Download(again.Json!["attachment"]!, conversation), null));
    }

    [Theory]
    [InlineData("application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data", "x", HttpStatusCode.UnprocessableEntity)]
    [InlineData("multipart/form-data; boundary=b", "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 cut", HttpStatusCode.UnprocessableEntity)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"other\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\r\n--b--\r\n", HttpStatusCode.UnprocessableEntity)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\ntext\r\n--b--\r\n", HttpStatusCode.UnprocessableEntity)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition form-data\r\n\r\nx\r\n--b--\r\n", HttpStatusCode.UnprocessableEntity)]
    public async Task ABadForm_Is422_AndNothingIsKept(string contentType, string body, HttpStatusCode expected)
    {
        var conversation = await Desk.Open(_guest);
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var response = await api.Client.PostAsync(Desk.Call(conversation, "/attachments"), content);
        Assert.Equal(expected, response.StatusCode);
        Assert.Contains("\"detail\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Folder, (string)conversation["id"]!)));
    }

    [Fact]
    public async Task Settings_Dir_Size_Types_History_AndQueue_AreObeyed()
    {
        var folder = Directory.CreateTempSubdirectory("hss-attachments-").FullName;
        try
        {
            await using var server = await ApiServer.Start(new()
            {
                ["SUPPORT_ATTACHMENT_DIR"] = folder,
                ["SUPPORT_ATTACHMENT_MAX_MB"] = "1",
                ["SUPPORT_ALLOWED_MIME_PREFIXES"] = "image/gif,text/",
                ["SUPPORT_HISTORY_LIMIT"] = "3",
                ["SUPPORT_QUEUE_LIMIT"] = "2",
            });
            var (guest, agent) = (new ApiClient(server.Client), await Desk.Agent(server.Client));
            var conversation = await Desk.Open(guest);
            var path = Desk.Call(conversation, "/attachments");
            Assert.Equal("Unsupported attachment type 'image/png'", (string?)(await Desk.Attach(server.Client, path, Desk.Png())).Json!["detail"]);
            var text = Encoding.UTF8.GetBytes(new string('t', MiB));
            var ids = new List<string?>();
            for (var i = 0; i < 4; i++)
                ids.Add((string?)(await Desk.Attach(server.Client, path, text, "log.txt", "text/plain")).Json!["id"]);
            Assert.Equal("Attachment too large (limit 1048576 bytes)", (string?)(await Desk.Attach(server.Client, path, [.. text, 65], "log.txt", "text/plain")).Json!["detail"]);
            Assert.Equal(4, Directory.GetFiles(Path.Combine(folder, (string)conversation["id"]!)).Length);
            Assert.False(Directory.Exists(Path.Combine(server.DataFolder, "support_attachments")));

            Assert.Equal(ids[1..], (await guest.Get(Desk.Call(conversation, "/messages"))).Json!.AsArray().Select(m => (string?)m!["id"]));
            Assert.Equal(3, (await guest.Get(Desk.Call(conversation))).Json!["messages"]!.AsArray().Count);
            using (var chat = await Chat.Open(server.Url, Desk.Key(conversation)))
                Assert.Equal(3, chat.History["messages"]!.AsArray().Count);

            var second = await Desk.Open(guest);
            await Desk.Open(guest);
            var queue = (await agent.Get($"{Desk.Conversations}/queue")).Json!["conversations"]!.AsArray();
            Assert.Equal([(string?)conversation["id"], (string?)second["id"]], queue.Select(c => (string?)c!["id"]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task GuestEmailsAndMessages_AreNotReadableInAnyFileOfTheDatabase()
    {
        await using var server = await ApiServer.Start();
        var guest = new ApiClient(server.Client);
        var conversation = await Desk.Open(guest, new { guest_name = "Gunilla Geheim", guest_email = "gunilla.geheim@example.org", initial_message = "Meine Nummer ist 0170 998877" });
        await guest.Post(Desk.Call(conversation, "/close"), new { resolution_notes = "Called Gunilla Geheim" }, ("Idempotency-Key", "close"));
        Assert.Equal("gunilla.geheim@example.org", (string?)(await guest.Get(Desk.Call(conversation))).Json!["guest_email"]);
        var token = (string)conversation["conversation_token"]!;
        var id = (string)conversation["id"]!;

        var found = new HashSet<string>();
        foreach (var file in Directory.GetFiles(server.DataFolder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            var content = Encoding.Latin1.GetString(memory.ToArray());
            found.UnionWith(((string[])["gunilla.geheim", "Gunilla Geheim", "998877", token, id]).Where(t => content.Contains(t, StringComparison.OrdinalIgnoreCase)));
        }

        // The id shows that the right files were read.
        Assert.Equal([id], found);
    }

    private static string Download(System.Text.Json.Nodes.JsonNode attachment, System.Text.Json.Nodes.JsonNode conversation) =>
        $"/store/api/v1/support/attachments/{attachment["id"]}/download{(conversation["conversation_token"] is { } token ? $"?conversation_token={token}" : "")}";

    private async Task<HttpStatusCode> Status(string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await api.Client.SendAsync(request);
        return response.StatusCode;
    }
}
