using System.Text.Json.Nodes;
using Hss.Tests.Api.Bookings;
using Hss.Tests.Api.Events;
using Hss.Tests.Api.Library;
using Hss.Tests.Api.Notifications;

namespace Hss.Tests.Api.Deploy;

/// <summary>The shipped example for Apache: a real one before the real server, beside which a second node is always away.</summary>
[Collection(GatewayFixture.Tests)]
public sealed class ApacheTests(GatewayFixture fixture) : IAsyncLifetime
{
    private ApacheGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await fixture.Apache();

    public Task DisposeAsync()
    {
        _gateway.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task TheExample_IsAccepted()
    {
        var (exitCode, said) = await ApacheGateway.Check();
        Assert.True(exitCode == 0, said);
    }

    [Fact]
    public async Task AWordThatApacheDoesNotKnow_IsNot() =>
        Assert.NotEqual(0, (await ApacheGateway.Check(site => site.Replace("nocanon", "canon", StringComparison.Ordinal))).ExitCode);

    [Fact]
    public async Task EveryPort_LeadsToItsSystem()
    {
        Assert.Equal(fixture.Gateway.Ports.Order(), _gateway.Ports.Order());
        foreach (var port in _gateway.Ports)
            Assert.Equal(await Service(fixture.Gateway[port]), await Service(_gateway[port]));
    }

    [Fact]
    public async Task EventsAndFrames_GoOutAsTheyCome_AndTheClientsAddressIsItsOwn()
    {
        using var http = Deployment.From("127.0.0.9", _gateway[8080]);
        var customer = await Sample.NewCustomer(http);
        using var stream = await EventStream.Open(http, customer.Token, "hss.bookings");
        Assert.Equal("ready", (await stream.Next())!.Value.Event);
        var id = await Sample.Create(customer);
        Assert.Equal(id, (string?)(await stream.Next())!.Value.Data["id"]);
        var events = (await (await ApiClient.Operator(http)).Get($"/api/v1/audit?entity=booking/{id}")).Json!["events"]!;
        Assert.Equal("127.0.0.9", (string?)events[0]!["ip"]);

        using var live = await Live.Open(_gateway[8080], (await Luna.Student(http)).Token);
        await live.Send(new { type = "heartbeat" });
        Assert.Equal("heartbeat", (string?)(await live.Next())!["type"]);
    }

    private async Task<string?> Service(Uri port) => (string?)JsonNode.Parse(await fixture.Client.GetStringAsync(new Uri(port, "/health")))!["service"];
}
