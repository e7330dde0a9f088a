namespace Hss.Tests.Api.Deploy;

/// <summary>The example for Apache is one that Apache accepts.</summary>
public sealed class ApacheTests : IDisposable
{
    private static readonly string[] Modules = ["mpm_event", "authz_core", "macro", "headers", "proxy", "proxy_http", "proxy_balancer", "slotmem_shm", "lbmethod_byrequests"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-apache-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task TheExample_IsAccepted()
    {
        var (exitCode, said) = await Check(File.ReadAllText(Path.Combine(Deployment.Folder, "apache.conf")));
        Assert.True(exitCode == 0, said);
    }

    [Fact]
    public async Task AWordThatApacheDoesNotKnow_IsNot() =>
        Assert.NotEqual(0, (await Check(File.ReadAllText(Path.Combine(Deployment.Folder, "apache.conf")).Replace("nocanon", "canon", StringComparison.Ordinal))).ExitCode);

    private Task<(int ExitCode, string Said)> Check(string site)
    {
        var file = Path.Combine(_folder.FullName, "apache2.conf");
        string[] frame = ["ServerRoot /usr/lib/apache2", "ServerName localhost", $"ErrorLog {_folder.FullName}/error", $"DefaultRuntimeDir {_folder.FullName}"];
        File.WriteAllLines(file, [.. frame, .. Modules.Select(m => $"LoadModule {m}_module modules/mod_{m}.so"), site]);
        return Deployment.Run("apache2", "-t", "-f", file);
    }
}
