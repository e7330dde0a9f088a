using System.Diagnostics;
using System.Text.RegularExpressions;
using Hss.Tests.Shared.Network;

namespace Hss.Tests.Api.Deploy;

/// <summary>
/// A real nginx with the shipped <c>deploy/nginx.conf</c>. Changed is what its head says to change: the <c>listen</c> lines get free loopback ports,
/// and <c>nginx/upstreams.conf</c> names the nodes of the test, and folders that need no rights; and its process id is kept elsewhere.
/// </summary>
internal sealed partial class NginxGateway : IDisposable
{
    private static readonly string[] Bodies = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-nginx-");
    private readonly Dictionary<int, Uri> _ports = [];
    private readonly Process _process;
    private readonly Task<string> _errors;

    private NginxGateway(IReadOnlyDictionary<string, string[]> nodes)
    {
        Write(nodes);
        _process = Process.Start(new ProcessStartInfo("nginx", [.. Arguments, "-g", "daemon off; master_process off;"]) { RedirectStandardError = true })!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The ports that the shipped file offers.</summary>
    public IEnumerable<int> Ports => _ports.Keys;

    private string[] Arguments => ["-p", _folder.FullName, "-c", Path.Combine(_folder.FullName, "nginx.conf")];

    /// <summary>Where the shipped file's port is in this test.</summary>
    public Uri this[int port] => _ports[port];

    /// <summary>Starts it before the nodes of each group and waits until it takes connections.</summary>
    public static async Task<NginxGateway> Start(IReadOnlyDictionary<string, string[]> nodes)
    {
        // Another program may take a port between the look and nginx.
        for (var tries = 0; ; tries++)
        {
            var gateway = new NginxGateway(nodes);
            if (await Deployment.Listens(gateway._process, gateway._ports.Values.First().Port))
                return gateway;
            Assert.True(tries < 3, await gateway._errors);
            gateway.Dispose();
        }
    }

    /// <summary>What <c>nginx -t</c> says of its files.</summary>
    public Task<(int ExitCode, string Said)> Check() => Deployment.Run("nginx", [.. Arguments, "-t"]);

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Write(IReadOnlyDictionary<string, string[]> nodes)
    {
        var parts = _folder.CreateSubdirectory("nginx").FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Deployment.Folder, "nginx")))
            File.Copy(file, Path.Combine(parts, Path.GetFileName(file)));
        var text = File.ReadAllText(Path.Combine(Deployment.Folder, "nginx.conf")).Replace("pid /run/nginx.pid;", $"pid {_folder.FullName}/pid;", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.FullName, "nginx.conf"), Listen().Replace(text, Listener));
        var upstreams = Path.Combine(parts, "upstreams.conf");
        Assert.Equal(Upstream().Matches(File.ReadAllText(upstreams)).Select(m => m.Groups["name"].Value).Order(), nodes.Keys.Order());
        File.WriteAllLines(
            upstreams,
            [
                .. nodes.Select(n => $"upstream {n.Key} {{ {string.Concat(n.Value.Select(address => $"server {address}; "))}keepalive 8; }}"),
                .. Bodies.Select(b => $"{b}_temp_path {_folder.FullName}/{b};"),
            ]);
    }

    private string Listener(Match line)
    {
        var port = int.Parse(line.Groups["port"].Value, null);
        _ports.Add(port, new($"http://127.0.0.1:{FreePort.Find()}"));
        return $"listen {_ports[port].Authority};";
    }

    [GeneratedRegex(@"(?<=^ *)listen (?<port>\d+);", RegexOptions.Multiline)]
    private static partial Regex Listen();

    [GeneratedRegex(@"^upstream (?<name>\w+) \{", RegexOptions.Multiline)]
    private static partial Regex Upstream();
}
