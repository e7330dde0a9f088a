using System.Net;
using System.Net.Sockets;
using Hss.Tests.Shared.Network;

namespace Hss.Tests.Api.Deploy;

/// <summary>One server behind a real nginx; each group has another node, too, that is away.</summary>
public sealed class GatewayFixture : IAsyncLifetime
{
    /// <summary>The tests that share it.</summary>
    public const string Tests = "gateways";

    private readonly Dictionary<string, int> _own = [];

    // Bound, but not listening: who connects is refused at once, and nobody else can take the port.
    private readonly Socket _away = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private NginxGateway? _gateway;

    /// <summary>The server itself.</summary>
    public ApiServer Server { get; private set; } = null!;

    /// <summary>A client of the gateway's port for all systems.</summary>
    public HttpClient Client { get; private set; } = null!;

    internal NginxGateway Gateway => _gateway!;

    /// <summary>The address of a node that refuses every connection.</summary>
    public string Away => _away.LocalEndPoint!.ToString()!;

    public async Task InitializeAsync()
    {
        _away.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        foreach (var mount in (string[])["/hss", "/store", "/reservia", "/luna"])
            _own.Add(mount, FreePort.Find());
        Server = await ApiServer.Start(new()
        {
            ["HSS_LISTENERS"] = string.Join(',', _own.Select(o => $"{o.Value}={o.Key}")),
            ["HSS_TRUSTED_PROXIES"] = "127.0.0.1",
        });
        _gateway = await NginxGateway.Start(new Dictionary<string, string[]>
        {
            ["hss_all"] = [Away, Server.Url.Authority],
            ["hss_bookings"] = [Away, $"127.0.0.1:{_own["/hss"]}"],
            ["hss_store"] = [Away, $"127.0.0.1:{_own["/store"]}"],
            ["hss_reservia"] = [Away, $"127.0.0.1:{_own["/reservia"]}"],
            ["hss_luna"] = [Away, $"127.0.0.1:{_own["/luna"]}"],
        });
        Client = new() { BaseAddress = Gateway[8080] };
    }

    /// <summary>A gateway whose nodes are all away.</summary>
    internal Task<NginxGateway> WithoutNodes() =>
        NginxGateway.Start(((string[])["hss_all", "hss_bookings", "hss_store", "hss_reservia", "hss_luna"]).ToDictionary(group => group, _ => (string[])[Away]));

    /// <summary>Apache before the same nodes.</summary>
    internal Task<ApacheGateway> Apache() => ApacheGateway.Start(
        new Dictionary<string, int>
        {
            ["hss-all"] = Server.Url.Port,
            ["hss-bookings"] = _own["/hss"],
            ["hss-store"] = _own["/store"],
            ["hss-reservia"] = _own["/reservia"],
            ["hss-luna"] = _own["/luna"],
        },
        Away);

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        _gateway?.Dispose();
        _away.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
    }
}

/// <summary>One server for all of them.</summary>
[CollectionDefinition(GatewayFixture.Tests)]
public sealed class GatewayTests : ICollectionFixture<GatewayFixture>;
