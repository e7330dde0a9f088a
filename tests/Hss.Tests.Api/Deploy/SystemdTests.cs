using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Hss.Tests.Shared.Network;

namespace Hss.Tests.Api.Deploy;

/// <summary>The unit file, and what the server tells the one who started it by such a file.</summary>
public sealed partial class SystemdTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-unit-");

    private static string Unit => File.ReadAllText(Path.Combine(Deployment.Folder, "hss.service"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task TheUnit_IsOneThatSystemdUnderstands_WithoutAWarning() => Assert.Equal((0, ""), await Verify(Unit));

    [Fact]
    public async Task AKeyThatSystemdDoesNotKnow_IsNot() => Assert.NotEqual((0, ""), await Verify(Unit.Replace("KillMode=", "Killmode=", StringComparison.Ordinal)));

    [Fact]
    public async Task TheUnit_LeavesTheServerLittleToDoHarmWith()
    {
        Write(Unit);
        var (_, said) = await Deployment.Run("systemd-analyze", "security", "--offline=true", "--no-pager", Path.Combine(_folder.FullName, "hss.service"));
        // 0 is nothing at all, 10 a service without any limits.
        Assert.InRange(double.Parse(Exposure().Match(said).Groups["level"].Value, null), 0, 2);
    }

    [Fact]
    public async Task TheServer_SaysThatItIsReadyWhenItListens_AndThatItStops()
    {
        var path = Path.Combine(_folder.FullName, "notify");
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(path));
        var url = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var settings = new Dictionary<string, string> { ["NOTIFY_SOCKET"] = path, ["HSS_URLS"] = url.OriginalString };
        using var server = ServerProcess.Launch(_folder.CreateSubdirectory("data").FullName, settings);
        using var http = new HttpClient();

        Assert.Equal("READY=1", await Next(manager));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(url, "/health/live"))).StatusCode);

        server.Terminate();
        Assert.Equal("STOPPING=1", await Next(manager));
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await server.Exited(guard.Token);
        Assert.Equal(0, server.ExitCode);
    }

    private static async Task<string> Next(Socket manager)
    {
        var buffer = new byte[256];
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return Encoding.UTF8.GetString(buffer, 0, await manager.ReceiveAsync(buffer, guard.Token));
    }

    private Task<(int ExitCode, string Said)> Verify(string unit)
    {
        Write(unit);
        return Deployment.Run("systemd-analyze", "verify", Path.Combine(_folder.FullName, "hss.service"));
    }

    // The program is not installed here; another stands for it.
    private void Write(string unit)
    {
        Assert.Contains("ExecStart=/opt/hss/Hss.Api\n", unit, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.FullName, "hss.service"), unit.Replace("/opt/hss/Hss.Api\n", "/bin/true\n", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"exposure level for hss\.service: (?<level>[\d.]+)")]
    private static partial Regex Exposure();
}
