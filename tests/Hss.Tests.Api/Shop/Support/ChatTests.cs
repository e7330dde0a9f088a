using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Events;

namespace Hss.Tests.Api.Shop.Support;

/// <summary>The support chat over real WebSockets.</summary>
public sealed class ChatTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private readonly ApiClient _guest = new(api.Client);

    private Uri Server => api.Server.Url;

    [Fact]
    public async Task TheFirstFrame_IsTheHistory_WithTheContext()
    {
        var conversation = await Desk.Open(_guest, new { initial_message = "Hello", cart_items = new object[] { new { product_id = 1, name = "T", price = 2.5, quantity = 1 } } });
        using var chat = await Chat.Open(Server, Desk.Key(conversation));
        Assert.Equal(["type", "messages", "context_snapshot"], chat.History.AsObject().Select(f => f.Key));
        Assert.True(JsonNode.DeepEquals(conversation["messages"], chat.History["messages"]));
        Assert.True(JsonNode.DeepEquals(conversation["context_snapshot"], chat.History["context_snapshot"]));
    }

    [Fact]
    public async Task AMessage_ReachesBothSides_AndIsStored()
    {
        var (customer, agent) = (await Desk.Customer(api.Client), await Desk.Agent(api.Client));
        var conversation = await Desk.Open(customer);
        using var ofCustomer = await Chat.Open(Server, Desk.Key(conversation), customer.Token);
        using var ofAgent = await Chat.Open(Server, $"conversation_id={conversation["id"]}", agent.Token);

        await ofCustomer.Says(" Where is it? ");
        await ofAgent.Next("message");
        await ofAgent.Says("On its way");
        foreach (var frame in (JsonNode[])[await ofAgent.Next("message"), await SecondMessage(ofCustomer)])
        {
            var payload = frame["payload"]!;
            Assert.Equal(
                ((string?)conversation["id"], "agent", await Desk.IdOf(agent), "On its way", "delivered"),
                ((string?)payload["conversation_id"], (string?)payload["sender_role"], (string?)payload["sender_id"], (string?)payload["body"], (string?)payload["status"]));
        }

        var stored = (await customer.Get(Desk.Call(conversation, "/messages"))).Json!.AsArray();
        Assert.Equal(["My parcel is late", "Where is it?", "On its way"], stored.Select(m => (string?)m!["body"]));

        static async Task<JsonNode> SecondMessage(Chat chat)
        {
            await chat.Next("message");
            return await chat.Next("message");
        }
    }

    [Fact]
    public async Task Typing_ReachesBothSides_AndIsNotStored()
    {
        var agent = await Desk.Agent(api.Client);
        var conversation = await Desk.Open(_guest);
        using var ofGuest = await Chat.Open(Server, Desk.Key(conversation));
        using var ofAgent = await Chat.Open(Server, $"conversation_id={conversation["id"]}", agent.Token);
        await Greet(ofGuest, ofAgent);
        var before = (await _guest.Get(Desk.Call(conversation))).Header("ETag");

        foreach (var (typist, side) in ((Chat, string)[])[(ofGuest, "customer"), (ofAgent, "agent")])
        {
            await typist.Send(new { action = "typing" });
            foreach (var chat in (Chat[])[ofGuest, ofAgent])
            {
                var frame = (await chat.Next())!;
                Assert.Equal(["type", "from", "conversation_id"], frame.AsObject().Select(f => f.Key));
                Assert.Equal(("typing", side, (string?)conversation["id"]), ((string?)frame["type"], (string?)frame["from"], (string?)frame["conversation_id"]));
            }
        }

        Assert.Equal(before, (await _guest.Get(Desk.Call(conversation))).Header("ETag"));
    }

    [Fact]
    public async Task WrongFrames_GetAnErrorFrame_AndTheConnectionStays()
    {
        var conversation = await Desk.Open(_guest);
        using var chat = await Chat.Open(Server, Desk.Key(conversation));
        foreach (var (frame, detail) in ((string, string)[])
        [
            ("", "Malformed frame"),
            ("{", "Malformed frame"),
            ("nonsense", "Malformed frame"),
            ("[]", "Malformed frame"),
            ("null", "Malformed frame"),
            ("7", "Malformed frame"),
            ("""{"action":"send_message","body":"\ud800"}""", "Malformed frame"),
            ("""{"action":"typing","action":"typing"}""", "Malformed frame"),
            (new string('[', 100), "Malformed frame"),
            ("{}", "Unknown action"),
            ("""{"action":null}""", "Unknown action"),
            ("""{"action":["send_message"],"body":"x"}""", "Unknown action"),
            ("""{"action":"delete"}""", "Unknown action"),
            ("""{"action":"send_message"}""", "Message body is required"),
            ("""{"action":"send_message","body":""}""", "Message body is required"),
            ("""{"action":"send_message","body":" \t\n"}""", "Message body is required"),
            ("""{"action":"send_message","body":5}""", "Message body is required"),
            ("""{"action":"send_message","body":{"text":"x"}}""", "Message body is required"),
            ("""{"action":"send_message","body":"a\u0000b"}""", "Message body must not contain NUL characters"),
            ($$"""{"action":"send_message","body":"{{new string('x', 4001)}}"}""", "Message body is too long (limit 4000 characters)"),
            ($$"""{"action":"send_message","body":"{{new string('x', 70_000)}}"}""", "The frame is too large (limit 65536 bytes)"),
        ])
        {
            await chat.Send(frame);
            Assert.Equal((frame, detail), (frame, await chat.Error()));
        }

        await chat.SendBytes([1, 2, 3], WebSocketMessageType.Binary);
        Assert.Equal("Malformed frame", await chat.Error());
        await chat.Says("Still here");
        Assert.Equal("Still here", await chat.Hears());
        Assert.Equal(2, (await _guest.Get(Desk.Call(conversation, "/messages"))).Json!.AsArray().Count);
    }

    [Fact]
    public async Task AnEndlessFrame_EndsTheConnection()
    {
        var conversation = await Desk.Open(_guest);
        using var chat = await Chat.Open(Server, Desk.Key(conversation));
        await chat.SendBytes(new byte[1200 * 1024]);
        Assert.Null(await chat.Next());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, chat.CloseStatus);
    }

    [Fact]
    public async Task Handshakes_WithoutAccess_Are403()
    {
        var (owner, other) = (await Desk.Customer(api.Client), await Desk.Customer(api.Client));
        var (ofGuest, ofAccount) = (await Desk.Open(_guest), await Desk.Open(owner));
        var (guestId, accountId) = (ofGuest["id"], ofAccount["id"]);
        foreach (var (query, token) in ((string, string?)[])
        [
            ("", null),
            ("conversation_id=", null),
            ("conversation_id=x", owner.Token),
            ("conversation_id=1", owner.Token),
            ("conversation_id=00112233-4455-4677-8899-aabb00000000", owner.Token),
            ($"conversation_id={guestId}", null),
            ($"conversation_id={guestId}&conversation_token={Guid.NewGuid()}", null),
            ($"conversation_id={guestId}&conversation_token=", null),
            ($"conversation_id={guestId}&conversation_token=%F0%9F", null),
            ($"conversation_id={guestId}", owner.Token),
            ($"conversation_id={accountId}", null),
            ($"conversation_id={accountId}", other.Token),
            ($"conversation_id={accountId}&conversation_token={ofGuest["conversation_token"]}", null),
        ])
        {
            var (chat, status) = await Chat.Try(Server, query, token);
            Assert.Equal((query, HttpStatusCode.Forbidden), (query, status));
            Assert.Null(chat);
        }
    }

    [Fact]
    public async Task ACookie_OpensTheDoor_ButNotFromAnotherSite()
    {
        var customer = await Desk.Customer(api.Client);
        var query = Desk.Key(await Desk.Open(customer));
        var cookie = ("Cookie", $"access_token={customer.Token}");
        foreach (var origin in (string?[])[null, $"http://{Server.Authority}", "http://localhost:5173"])
        {
            using var chat = await Chat.Open(Server, query, headers: origin is null ? [cookie] : [cookie, ("Origin", origin)]);
            Assert.NotNull(chat.History);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await Chat.Try(Server, query, headers: [cookie, ("Origin", "https://evil.example")])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Chat.Try(Server, query, headers: [("Cookie", "access_token=dead")])).Status);

        // A guest's secret is in no cookie, and a header is sent by no other site.
        var guests = Desk.Key(await Desk.Open(_guest));
        using (await Chat.Open(Server, guests, headers: [("Origin", "https://evil.example"), ("Cookie", "access_token=dead")]))
        using (await Chat.Open(Server, query, customer.Token, headers: ("Origin", "https://evil.example")))
            Assert.Equal(HttpStatusCode.Unauthorized, (await Chat.Try(Server, guests, "not.a.token")).Status);
    }

    [Fact]
    public async Task WithoutAWebSocket_ItIs426()
    {
        var answer = await _guest.Get(Chat.Path);
        Assert.Equal((HttpStatusCode.UpgradeRequired, "websocket"), (answer.Status, answer.Header("Upgrade")));
        Assert.NotNull(answer.Json!["detail"]);
    }

    [Fact]
    public async Task AnAgentWhoConnects_ClaimsAnUnassignedConversation_AndTheNextOneTakesPart()
    {
        var (agent, second) = (await Desk.Agent(api.Client), await Desk.Agent(api.Client));
        var conversation = await Desk.Open(_guest);
        var query = $"conversation_id={conversation["id"]}";
        using var first = await Chat.Open(Server, query, agent.Token);
        using var other = await Chat.Open(Server, query, second.Token);
        var now = (await _guest.Get(Desk.Call(conversation))).Json!;
        Assert.Equal(("assigned", await Desk.IdOf(agent)), ((string?)now["status"], (string?)now["assigned_agent_id"]));

        await other.Says("I can help, too");
        Assert.Equal("I can help, too", await first.Hears());
    }

    [Fact]
    public async Task TenAgentsConnectAtOnce_OneHasTheConversation_AndAllAreIn()
    {
        var agents = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Desk.Agent(api.Client)));
        var conversation = await Desk.Open(_guest);
        var chats = await Task.WhenAll(agents.Select(a => Chat.Open(Server, $"conversation_id={conversation["id"]}", a.Token)));
        await chats[0].Says("Hello");
        foreach (var chat in chats)
        {
            Assert.Equal("Hello", await chat.Hears());
            chat.Dispose();
        }

        var claims = (await (await ApiClient.Operator(api.Client)).Get($"/api/v1/audit?entity=conversation/{conversation["id"]}")).Text.Split("conversation.claimed").Length - 1;
        Assert.Equal(1, claims);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Closing_IsToldToEverybody_AndNothingIsSaidAfterIt(bool byAgent)
    {
        var agent = await Desk.Agent(api.Client);
        var conversation = await Desk.Open(_guest);
        using var ofGuest = await Chat.Open(Server, Desk.Key(conversation));
        using var ofAgent = await Chat.Open(Server, $"conversation_id={conversation["id"]}", agent.Token);
        var closed = byAgent
            ? await agent.Post($"{Desk.Conversations}/{conversation["id"]}/close", new { resolution_notes = "Sent again" })
            : await _guest.Post(Desk.Call(conversation, "/close"));

        foreach (var chat in (Chat[])[ofGuest, ofAgent])
        {
            var frame = (await chat.Next())!;
            Assert.Equal(["type", "closed_by", "resolution_notes", "closed_at"], frame.AsObject().Select(f => f.Key));
            Assert.Equal(
                ("conversation_closed", byAgent ? "agent" : "customer", byAgent ? "Sent again" : null), ((string?)frame["type"], (string?)frame["closed_by"], (string?)frame["resolution_notes"]));
            Assert.Equal((string?)closed.Json!["closed_at"], (string?)frame["closed_at"]);
            await chat.Says("One more thing");
            Assert.Equal("Conversation is closed", await chat.Error());
        }

        // Whoever comes anew sees what was said; whoever comes back hears of the end.
        using var later = await Chat.Open(Server, Desk.Key(conversation));
        var message = Assert.Single(later.History["messages"]!.AsArray())!;
        await later.Says("Hello?");
        Assert.Equal("error", (string?)(await later.Next())!["type"]);
        using var back = await Chat.Open(Server, $"{Desk.Key(conversation)}&after={message["id"]}");
        Assert.Empty(back.History["messages"]!.AsArray());
        Assert.Equal("conversation_closed", (string?)(await back.Next())!["type"]);
    }

    [Fact]
    public async Task AFile_IsAMessageFrame()
    {
        var conversation = await Desk.Open(_guest);
        using var chat = await Chat.Open(Server, Desk.Key(conversation));
        var sent = await Desk.Attach(api.Client, Desk.Call(conversation, "/attachments"), Desk.Png());
        Assert.True(JsonNode.DeepEquals(sent.Json, (await chat.Next("message"))["payload"]));
    }

    [Fact]
    public async Task TwentyMessagesFromBothSidesAtOnce_AreInOneOrderForEverybody_EachOnce()
    {
        var agent = await Desk.Agent(api.Client);
        var conversation = await Desk.Open(_guest, new { });
        using var ofGuest = await Chat.Open(Server, Desk.Key(conversation));
        using var ofAgent = await Chat.Open(Server, $"conversation_id={conversation["id"]}", agent.Token);
        using var watcher = await Chat.Open(Server, Desk.Key(conversation));
        var said = Enumerable.Range(0, 20).Select(i => $"message {i}").ToArray();
        await Task.WhenAll(Talk(ofGuest, said.Where((_, i) => i % 2 == 0)), Talk(ofAgent, said.Where((_, i) => i % 2 == 1)));

        var heard = new List<string?[]>();
        foreach (var chat in (Chat[])[ofGuest, ofAgent, watcher])
        {
            var ids = new List<string?>();
            for (var i = 0; i < said.Length; i++)
                ids.Add((string?)(await chat.Next("message"))["payload"]!["id"]);
            heard.Add([.. ids]);
        }

        var stored = (await _guest.Get(Desk.Call(conversation, "/messages"))).Json!.AsArray();
        Assert.Equal(said.Order(StringComparer.Ordinal), stored.Select(m => (string)m!["body"]!).Order(StringComparer.Ordinal));
        Assert.All(heard, ids => Assert.Equal(stored.Select(m => (string?)m!["id"]), ids));

        static async Task Talk(Chat chat, IEnumerable<string> said)
        {
            foreach (var body in said)
                await chat.Says(body);
        }
    }

    [Fact]
    public async Task WhoeverReconnectsAfterAMessage_GetsExactlyWhatWasMissed()
    {
        var agent = await Desk.Agent(api.Client);
        var conversation = await Desk.Open(_guest, new { });
        var query = $"conversation_id={conversation["id"]}";
        using var ofGuest = await Chat.Open(Server, Desk.Key(conversation));
        string last;
        using (var ofAgent = await Chat.Open(Server, query, agent.Token))
        {
            await ofAgent.Says("Before");
            last = (string)(await ofAgent.Next("message"))["payload"]!["id"]!;
            ofAgent.Lose();
        }

        await ofGuest.Hears();
        // More than one history holds.
        for (var i = 0; i < 120; i++)
        {
            await ofGuest.Says($"missed {i}");
            await ofGuest.Hears();
        }

        using var back = await Chat.Open(Server, $"{query}&after={last}", agent.Token);
        await ofGuest.Says("Now");
        var heard = back.History["messages"]!.AsArray().Select(m => (string)m!["body"]!).ToList();
        Assert.Equal(50, heard.Count);
        while (heard.Count < 121)
            heard.Add((await back.Hears())!);
        Assert.Equal([.. Enumerable.Range(0, 120).Select(i => $"missed {i}"), "Now"], heard);

        var page = (await _guest.Get($"{Desk.Call(conversation, "/messages")}&after={last}")).Json!.AsArray();
        Assert.Equal(heard[..50], page.Select(m => (string)m!["body"]!));
    }

    [Fact]
    public async Task AfterTheNewestMessage_ThereIsNothing_AndAnIdFromTheFutureBeginsAnew()
    {
        var conversation = await Desk.Open(_guest);
        var id = (string)conversation["messages"]![0]!["id"]!;
        using var none = await Chat.Open(Server, $"{Desk.Key(conversation)}&after={id}");
        Assert.Empty(none.History["messages"]!.AsArray());
        using var all = await Chat.Open(Server, $"{Desk.Key(conversation)}&after={id[..^4]}ffff");
        Assert.Single(all.History["messages"]!.AsArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Chat.Try(Server, $"{Desk.Key(conversation)}&after=x")).Status);
    }

    [Fact]
    public async Task SignOut_EndsTheConnection_AndTheHandshakeIsRefusedFromThenOn()
    {
        var customer = await Desk.Customer(api.Client);
        var conversation = await Desk.Open(customer);
        using var chat = await Chat.Open(Server, Desk.Key(conversation), customer.Token);
        Assert.Equal(HttpStatusCode.NoContent, (await customer.Post("/api/v1/auth/logout")).Status);
        Assert.Null(await chat.Next());
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, chat.CloseStatus);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Chat.Try(Server, Desk.Key(conversation), customer.Token)).Status);
    }

    [Fact]
    public async Task AnAgentWithoutTheRole_IsOut()
    {
        var agent = await Desk.Agent(api.Client);
        var conversation = await Desk.Open(_guest);
        using var chat = await Chat.Open(Server, $"conversation_id={conversation["id"]}", agent.Token);
        await Desk.SetRole(api.Client, agent, "customer");
        Assert.Null(await chat.Next());
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, chat.CloseStatus);
    }

    [Fact]
    public async Task AnAccount_HasTenConnections_SocketsAndStreamsTogether()
    {
        var customer = await Desk.Customer(api.Client);
        var query = Desk.Key(await Desk.Open(customer));
        var chats = new List<Chat>();
        try
        {
            using var stream = await EventStream.Open(api.Client, customer.Token, "store.support.queue");
            for (var i = 0; i < 9; i++)
                chats.Add(await Chat.Open(Server, query, customer.Token));
            Assert.Equal(HttpStatusCode.TooManyRequests, (await Chat.Try(Server, query, customer.Token)).Status);

            // One that ends makes room: the server counts it off when it has seen the goodbye.
            await chats[0].Close();
            using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            (Chat? Chat, HttpStatusCode Status) next;
            while ((next = await Chat.Try(Server, query, customer.Token)).Status == HttpStatusCode.TooManyRequests)
                guard.Token.ThrowIfCancellationRequested();
            chats.Add(next.Chat!);
        }
        finally
        {
            chats.ForEach(c => c.Dispose());
        }
    }

    [Fact]
    public async Task ASlowReader_HoldsNobodyUp_AndMissesNothing()
    {
        var conversation = await Desk.Open(_guest, new { });
        using var slow = await Chat.Open(Server, Desk.Key(conversation));
        using var quick = await Chat.Open(Server, Desk.Key(conversation));
        var padding = new string('ü', 3900);
        for (var i = 0; i < 300; i++)
        {
            await quick.Says($"{i} {padding}");
            Assert.StartsWith($"{i} ", await quick.Hears(), StringComparison.Ordinal);
        }

        for (var i = 0; i < 300; i++)
            Assert.StartsWith($"{i} ", await slow.Hears(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheRootAlias_IsTheSameSocket()
    {
        var conversation = await Desk.Open(_guest);
        using var chat = await Chat.Open(Server, Desk.Key(conversation), path: "/api/v1/support/ws");
        using var slash = await Chat.Open(Server, Desk.Key(conversation), path: "/store/api/v1/support/ws/");
        await chat.Says("Hello");
        Assert.Equal("Hello", await slash.Hears());
    }

    // A round trip on both, so that both hear what comes.
    private static async Task Greet(Chat one, Chat other)
    {
        await one.Says("Hi");
        Assert.Equal("Hi", await one.Hears());
        Assert.Equal("Hi", await other.Hears());
    }
}
