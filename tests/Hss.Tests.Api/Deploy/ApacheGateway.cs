using System.Diagnostics;
using System.Text.RegularExpressions;
using Hss.Tests.Shared.Network;

namespace Hss.Tests.Api.Deploy;

/// <summary>
/// A real Apache with the shipped <c>deploy/apache.conf</c>: its ports are free loopback ports, its nodes those of the test, with another that is
/// away in each group. Around it is what Debian's own files would say.
/// </summary>
internal sealed partial class ApacheGateway : IDisposable
{
    private static readonly string[] Modules = ["mpm_event", "authz_core", "macro", "headers", "proxy", "proxy_http", "proxy_balancer", "slotmem_shm", "lbmethod_byrequests"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-apache-");
    private readonly Dictionary<int, Uri> _ports = [];
    private Process? _process;

    /// <summary>The ports that the shipped file offers.</summary>
    public IEnumerable<int> Ports => _ports.Keys;

    private string Configuration => Path.Combine(_folder.FullName, "apache2.conf");

    private string ErrorLog => Path.Combine(_folder.FullName, "error.log");

    /// <summary>Where the shipped file's port is in this test.</summary>
    public Uri this[int port] => _ports[port];

    /// <summary>Starts it and waits until it takes connections.</summary>
    /// <param name="nodes">The port of the node for each group of the file.</param>
    /// <param name="away">The address of a node that refuses.</param>
    public static async Task<ApacheGateway> Start(IReadOnlyDictionary<string, int> nodes, string away)
    {
        // Another program may take a port between the look and Apache.
        for (var tries = 0; ; tries++)
        {
            var gateway = new ApacheGateway();
            gateway.Write(Node().Replace(Site(), m => $"Use HssNodes {m.Groups["group"].Value} {nodes[m.Groups["group"].Value]}")
                .Replace("    </Proxy>", $"        BalancerMember \"http://{away}\" retry=5\n    </Proxy>", StringComparison.Ordinal));
            // -X: one process, which can be ended as one.
            gateway._process = Process.Start("apache2", ["-X", "-f", gateway.Configuration]);
            if (await Deployment.Listens(gateway._process, gateway._ports.Values.First().Port))
                return gateway;
            Assert.True(tries < 3, File.Exists(gateway.ErrorLog) ? await File.ReadAllTextAsync(gateway.ErrorLog) : "Apache ended without a word");
            gateway.Dispose();
        }
    }

    /// <summary>What Apache says of a site; of the shipped one when none is given.</summary>
    public static async Task<(int ExitCode, string Said)> Check(Func<string, string>? change = null)
    {
        using var gateway = new ApacheGateway();
        gateway.Write(change?.Invoke(Site()) ?? Site());
        return await Deployment.Run("apache2", "-t", "-f", gateway.Configuration);
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
            _process.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Site() => File.ReadAllText(Path.Combine(Deployment.Folder, "apache.conf"));

    private void Write(string site) => File.WriteAllLines(Configuration, [
        "ServerRoot /usr/lib/apache2",
        "ServerName localhost",
        // Who starts it as root; others have no choice, and Apache ignores it.
        "User www-data",
        "Group www-data",
        $"DefaultRuntimeDir {_folder.FullName}",
        $"PidFile {_folder.FullName}/pid",
        $"ErrorLog {ErrorLog}",
        .. Modules.Select(m => $"LoadModule {m}_module modules/mod_{m}.so"),
        Port().Replace(site, Listener).Replace("Listen $port", "Listen 127.0.0.1:$port", StringComparison.Ordinal),
    ]);

    private string Listener(Match line)
    {
        var port = int.Parse(line.Groups["port"].Value, null);
        _ports.Add(port, new($"http://127.0.0.1:{FreePort.Find()}"));
        return $"Use HssPort {_ports[port].Port} ";
    }

    [GeneratedRegex(@"^Use HssPort (?<port>\d+) ", RegexOptions.Multiline)]
    private static partial Regex Port();

    [GeneratedRegex(@"^Use HssNodes (?<group>[a-z-]+) +\d+", RegexOptions.Multiline)]
    private static partial Regex Node();
}
