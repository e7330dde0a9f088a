using System.Net;
using System.Text.Json.Nodes;
using Hss.Tests.Api.Events;
using Hss.Tests.Api.Shop.Catalog;

namespace Hss.Tests.Api.Shop.Support;

/// <summary>Conversations over real HTTP: who may do what, and what is answered.</summary>
public sealed class ConversationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private readonly ApiClient _guest = new(api.Client);

    [Fact]
    public async Task AGuest_OpensAConversation_AndComesBackByItsToken()
    {
        var opened = await Desk.Open(_guest, new
        {
            guest_name = " Gina ",
            guest_email = "gina@example.org",
            initial_message = "My parcel is late",
            cart_items = new object[]
            {
                new { product_id = 1, name = "T-Shirt", price = 29.99, quantity = 2, total_price = 59.980000000000004, image = "/t.png", model = "CT", category = "T-Shirts" },
                new { product_id = 2, name = "Jeans", price = 79.5, quantity = 3 },
            },
            wish_list_items = new object[] { new { product_id = 3, name = "Hoodie", price = 49 } },
        });

        Assert.True(Guid.TryParseExact((string?)opened["id"], "D", out _));
        Assert.True(Guid.TryParseExact((string?)opened["conversation_token"], "D", out _));
        Assert.Equal(("open", "Gina", "gina@example.org"), ((string?)opened["status"], (string?)opened["guest_name"], (string?)opened["guest_email"]));
        foreach (var absent in (string[])["customer_id", "assigned_agent_id", "closed_at", "resolution_notes"])
            Assert.Null(Assert.IsType<JsonObject>(opened)[absent]);
        Assert.All((string[])["created_at", "updated_at", "last_message_at"], name => Assert.EndsWith("Z", (string?)opened[name], StringComparison.Ordinal));

        var message = Assert.Single(opened["messages"]!.AsArray())!;
        Assert.Equal(
            ((string?)opened["id"], "customer", "My parcel is late", "delivered"),
            ((string?)message["conversation_id"], (string?)message["sender_role"], (string?)message["body"], (string?)message["status"]));
        Assert.True(Guid.TryParseExact((string?)message["id"], "D", out _));
        Assert.True(message.AsObject().ContainsKey("sender_id") && message.AsObject().ContainsKey("attachment"));

        var context = opened["context_snapshot"]!;
        Assert.Equal(59.98m, (decimal)context["cart_items"]![0]!["total_price"]!);
        Assert.Equal((238.5m, 3), ((decimal)context["cart_items"]![1]!["total_price"]!, (int)context["cart_items"]![1]!["quantity"]!));
        Assert.Equal((3, 49m), ((int)context["wish_list_items"]![0]!["product_id"]!, (decimal)context["wish_list_items"]![0]!["price"]!));
        Assert.Empty(context["orders_summary"]!.AsArray());
        Assert.NotNull(context["captured_at"]);

        var again = await _guest.Get(Desk.Call(opened));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.True(JsonNode.DeepEquals(opened, again.Json));
        var messages = await _guest.Get(Desk.Call(opened, "/messages"));
        Assert.True(JsonNode.DeepEquals(opened["messages"], messages.Json));
    }

    [Fact]
    public async Task AConversation_NeedsNothingButItsOpening()
    {
        foreach (var body in (object?[])[null, "{}", new { initial_message = "  ", guest_email = "", cart_items = Array.Empty<object>() }])
        {
            var answer = await _guest.Post(Desk.Conversations, body);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Empty(answer.Json!["messages"]!.AsArray());
            Assert.Null(answer.Json["last_message_at"]);
            Assert.Null(answer.Json["guest_email"]);
        }
    }

    [Fact]
    public async Task AnAccount_GivesNameAndEmail_AndNeedsNoToken()
    {
        var customer = await Desk.Customer(api.Client);
        var me = (await customer.Get("/api/v1/auth/me")).Json!;
        var opened = await Desk.Open(customer, new { guest_name = "Somebody", guest_email = "other@example.org", initial_message = "Hello" });

        Assert.Equal(((string?)me["id"], (string?)me["email"]), ((string?)opened["customer_id"], (string?)opened["guest_email"]));
        Assert.Null(opened["conversation_token"]);
        Assert.Equal((string?)me["id"], (string?)opened["messages"]![0]!["sender_id"]);
        Assert.Equal(HttpStatusCode.OK, (await customer.Get(Desk.Call(opened))).Status);
    }

    [Fact]
    public async Task AnAccountsOrders_AreInTheContext_AsTheyWereThen()
    {
        var (manager, customer) = (await Store.Member(api.Client, "product_manager"), await Store.Member(api.Client, "customer"));
        var product = await Store.Create(manager);
        async Task<long> Order(int quantity)
        {
            var placed = await customer.Post("/store/api/v1/orders", new { delivery_address = "1 Main St", items = new[] { new { product_id = product, quantity } } });
            Assert.Equal(HttpStatusCode.Created, placed.Status);
            return (long)placed.Json!["id"]!;
        }

        var (first, second) = (await Order(2), await Order(1));
        var conversation = await Desk.Open(customer, new { });
        await manager.Patch($"/store/api/v1/orders/{first}/status", new { status = "in-transit" });

        foreach (var shown in (JsonNode[])[conversation, (await customer.Get(Desk.Call(conversation))).Json!])
        {
            var orders = shown["context_snapshot"]!["orders_summary"]!.AsArray();
            Assert.Equal([second, first], orders.Select(o => (long)o!["order_id"]!));
            Assert.Equal(
                ("processing", 74.78m, 2), ((string?)orders[1]!["status"], (decimal)orders[1]!["total_amount"]!, (int)orders[1]!["item_count"]!));
        }
    }

    [Fact]
    public async Task StrangersConversations_Are403_AndUnknownOnes404()
    {
        var (ofGuest, owner) = (await Desk.Open(_guest), await Desk.Customer(api.Client));
        var ofAccount = await Desk.Open(owner);
        var other = await Desk.Customer(api.Client);
        foreach (var id in (string[])[(string)ofGuest["id"]!, (string)ofAccount["id"]!])
        {
            foreach (var stranger in (ApiClient[])[_guest, other])
            {
                foreach (var query in (string[])["", "?conversation_token=", $"?conversation_token={Guid.NewGuid()}"])
                {
                    var calls = new[]
                    {
                        await stranger.Get($"{Desk.Conversations}/{id}{query}"),
                        await stranger.Get($"{Desk.Conversations}/{id}/messages{query}"),
                        await stranger.Post($"{Desk.Conversations}/{id}/close{query}"),
                        await Desk.Attach(api.Client, $"{Desk.Conversations}/{id}/attachments{query}", Desk.Png(), token: stranger.Token),
                    };
                    Assert.All(calls, answer => Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (answer.Status, (string?)answer.Json!["detail"])));
                }
            }
        }

        // NUL is bad input wherever it comes.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.Get($"{Desk.Conversations}/{ofGuest["id"]}?conversation_token=%00")).Status);
        foreach (var id in (string[])["00112233-4455-4677-8899-aabb00000000", "00112233-4455-4677-8899-aabb00000001", "1", "x", new string('9', 300)])
        {
            var answer = await owner.Get($"{Desk.Conversations}/{id}");
            Assert.Equal((HttpStatusCode.NotFound, "Conversation not found"), (answer.Status, (string?)answer.Json!["detail"]));
        }
    }

    [Fact]
    public async Task QueueAndClaim_AreForAgents()
    {
        var conversation = await Desk.Open(_guest);
        foreach (var (caller, status) in ((ApiClient, HttpStatusCode)[])
            [(_guest, HttpStatusCode.Unauthorized), (await Desk.Customer(api.Client), HttpStatusCode.Forbidden), (await Desk.Member(api.Client, "product_manager"), HttpStatusCode.Forbidden)])
        {
            Assert.Equal(status, (await caller.Get($"{Desk.Conversations}/queue")).Status);
            Assert.Equal(status, (await caller.Post(Desk.Call(conversation, "/claim"))).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await (await ApiClient.Operator(api.Client)).Get($"{Desk.Conversations}/queue")).Status);
    }

    [Fact]
    public async Task TheQueue_ShowsOpenAndAssignedConversations_OldestFirst()
    {
        await using var server = await ApiServer.Start();
        var (guest, agent) = (new ApiClient(server.Client), await Desk.Agent(server.Client));
        var all = new List<string>();
        for (var i = 0; i < 4; i++)
            all.Add((string)(await Desk.Open(guest))["id"]!);
        await agent.Post($"{Desk.Conversations}/{all[1]}/claim");
        await agent.Post($"{Desk.Conversations}/{all[2]}/close");

        var queue = (await agent.Get($"{Desk.Conversations}/queue")).Json!["conversations"]!.AsArray();
        Assert.Equal([all[0], all[1], all[3]], queue.Select(c => (string)c!["id"]!));
        Assert.Equal(["open", "assigned", "open"], queue.Select(c => (string)c!["status"]!));
        Assert.Equal(await Desk.IdOf(agent), (string?)queue[1]!["assigned_agent_id"]);
        Assert.Equal(
            ["id", "status", "customer_id", "assigned_agent_id", "guest_name", "guest_email", "last_message_at", "created_at"], queue[0]!.AsObject().Select(f => f.Key));
    }

    [Fact]
    public async Task Claim_GivesTheConversationOnce_AndClosedOrMissingOnesAre409()
    {
        var (agent, other) = (await Desk.Agent(api.Client), await Desk.Agent(api.Client));
        var conversation = await Desk.Open(_guest);
        var claimed = await agent.Post(Desk.Call(conversation, "/claim"));
        Assert.Equal(
            (HttpStatusCode.OK, "assigned", await Desk.IdOf(agent)), (claimed.Status, (string?)claimed.Json!["status"], (string?)claimed.Json["assigned_agent_id"]));
        Assert.Null(claimed.Json["conversation_token"]);
        Assert.Single(claimed.Json["messages"]!.AsArray());

        var closed = await Desk.Open(_guest);
        await agent.Post(Desk.Call(closed, "/close"));
        foreach (var path in (string[])
            [Desk.Call(conversation, "/claim"), Desk.Call(closed, "/claim"), $"{Desk.Conversations}/00112233-4455-4677-8899-aabb00000000/claim", $"{Desk.Conversations}/x/claim"])
        {
            foreach (var caller in (ApiClient[])[agent, other])
            {
                var answer = await caller.Post(path);
                Assert.Equal((HttpStatusCode.Conflict, "Conversation already claimed or missing"), (answer.Status, (string?)answer.Json!["detail"]));
            }
        }
    }

    [Fact]
    public async Task TwentyAgentsClaimAtOnce_OneWins()
    {
        var agents = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Desk.Agent(api.Client)));
        var conversation = await Desk.Open(_guest);
        var answers = await Task.WhenAll(agents.Select(a => a.Post(Desk.Call(conversation, "/claim"))));

        var winner = Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(a => a.Status == HttpStatusCode.Conflict));
        var now = await agents[0].Get(Desk.Call(conversation));
        Assert.Equal((string?)winner.Json!["assigned_agent_id"], (string?)now.Json!["assigned_agent_id"]);
    }

    [Fact]
    public async Task Close_IsForEverySideOfTheConversation_AndTwiceIsTheSame()
    {
        var (agent, customer) = (await Desk.Agent(api.Client), await Desk.Customer(api.Client));
        foreach (var (opener, closer) in ((ApiClient, ApiClient)[])[(_guest, _guest), (_guest, agent), (customer, customer), (customer, agent)])
        {
            var conversation = await Desk.Open(opener);
            var path = ReferenceEquals(closer, agent) ? $"{Desk.Conversations}/{conversation["id"]}/close" : Desk.Call(conversation, "/close");
            var closed = await closer.Post(path, new { resolution_notes = " Sent again " });
            Assert.Equal(
                (HttpStatusCode.OK, "closed", "Sent again"), (closed.Status, (string?)closed.Json!["status"], (string?)closed.Json["resolution_notes"]));
            Assert.NotNull(closed.Json["closed_at"]);

            var again = await closer.Post(path);
            Assert.Equal((HttpStatusCode.OK, closed.Header("ETag")), (again.Status, again.Header("ETag")));
            Assert.True(JsonNode.DeepEquals(closed.Json, again.Json));
        }
    }

    [Fact]
    public async Task Repeats_WithTheSameIdempotencyKey_AreTheFirstAnswer()
    {
        var agent = await Desk.Agent(api.Client);
        var body = new { guest_name = "Gina", initial_message = "Once" };
        var key = ("Idempotency-Key", $"k{Guid.NewGuid():N}");
        var (first, again) = (await _guest.Post(Desk.Conversations, body, key), await _guest.Post(Desk.Conversations, body, key));
        Assert.Equal((HttpStatusCode.OK, "true"), (again.Status, again.Header("Idempotent-Replayed")));
        Assert.True(JsonNode.DeepEquals(first.Json, again.Json));
        Assert.NotNull(again.Json!["conversation_token"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _guest.Post(Desk.Conversations, new { guest_name = "Other" }, key)).Status);

        foreach (var call in (string[])["/claim", "/close"])
        {
            var path = $"{Desk.Conversations}/{first.Json!["id"]}{call}";
            Assert.Equal(HttpStatusCode.OK, (await agent.Post(path, null, key)).Status);
            var repeated = await agent.Post(path, null, key);
            Assert.Equal((HttpStatusCode.OK, "true"), (repeated.Status, repeated.Header("Idempotent-Replayed")));
        }
    }

    [Fact]
    public async Task AConversation_ThatHasNotChanged_Is304()
    {
        var conversation = await Desk.Open(_guest);
        var tag = (await _guest.Get(Desk.Call(conversation))).Header("ETag")!;
        Assert.Equal(HttpStatusCode.NotModified, (await _guest.Get(Desk.Call(conversation), ("If-None-Match", tag))).Status);
        await _guest.Post(Desk.Call(conversation, "/close"));
        Assert.Equal(HttpStatusCode.OK, (await _guest.Get(Desk.Call(conversation), ("If-None-Match", tag))).Status);
    }

    [Fact]
    public async Task Paths_WorkAtTheRoot_AndWithATrailingSlash()
    {
        var opened = await _guest.Post("/api/v1/support/conversations/", new { initial_message = "Hello" });
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Equal(HttpStatusCode.OK, (await _guest.Get($"/api/v1/support/conversations/{opened.Json!["id"]}/messages/?conversation_token={opened.Json["conversation_token"]}")).Status);
    }

    [Fact]
    public async Task TheQueue_IsLive_ForAgents_AndCustomersHearTheirOwn()
    {
        var (agent, customer, other) = (await Desk.Agent(api.Client), await Desk.Customer(api.Client), await Desk.Customer(api.Client));
        using var office = await EventStream.Open(api.Client, agent.Token, "store.support.queue");
        using var own = await EventStream.Open(api.Client, customer.Token, "store.support.queue");
        await office.Next();
        await own.Next();

        await Desk.Open(other, new { });
        var mine = await Desk.Open(customer, new { });
        Assert.Equal("conversation.opened", (await office.Next())!.Value.Event);
        var heard = (await own.Next())!.Value;
        Assert.Equal((string?)mine["id"], (string?)heard.Data["id"]);
        Assert.Null(heard.Data["data"]!["token_digest"]);
    }
}
