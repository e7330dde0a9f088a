using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Hss.Tests.Api.Deploy;

/// <summary>What is shipped to run the product, and the tools that check it.</summary>
internal static class Deployment
{
    /// <summary>The folder <c>deploy/</c> of the sources.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "deploy");

    /// <summary>Runs a program to its end; its exit code and all that it said.</summary>
    public static async Task<(int ExitCode, string Said)> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(guard.Token), process.StandardError.ReadToEndAsync(guard.Token));
        await process.WaitForExitAsync(guard.Token);
        return (process.ExitCode, $"{await output}{await errors}");
    }

    /// <summary>Waits until a process takes connections at a loopback port; false when it ended before that.</summary>
    public static async Task<bool> Listens(Process process, int port)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!process.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, guard.Token);
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(10, guard.Token);
            }
        }

        return false;
    }

    /// <summary>A client whose connections come from a loopback address of its own, and that claims to be another.</summary>
    public static HttpClient From(string address, Uri server)
    {
        var http = new HttpClient(new SocketsHttpHandler { ConnectCallback = (context, cancellation) => Connect(IPAddress.Parse(address), context.DnsEndPoint, cancellation) })
        {
            BaseAddress = server,
        };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        return http;
    }

    private static async ValueTask<Stream> Connect(IPAddress from, EndPoint to, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(to, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Hss.slnx")))
            root = root.Parent;
        return root.FullName;
    }
}
