using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Hosting;

/// <summary>
/// Tells the service manager that started the process (systemd, <c>Type=notify</c>) when it serves and when it begins to stop, by datagrams to
/// the socket that <c>NOTIFY_SOCKET</c> names (sd_notify(3)). Started by anything else it does nothing.
/// </summary>
public sealed partial class ServiceManager(IHostApplicationLifetime lifetime, ILogger<ServiceManager> log) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is not { Length: > 0 } socket)
            return Task.CompletedTask;
        // Not in StartAsync: only when every hosted service has started does the server listen.
        lifetime.ApplicationStarted.Register(() => Tell(socket, "READY=1"));
        lifetime.ApplicationStopping.Register(() => Tell(socket, "STOPPING=1"));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Tell(string address, string state)
    {
        try
        {
            // An "@" stands for the zero byte that begins an address without a file.
            var end = new UnixDomainSocketEndPoint(address[0] == '@' ? $"\0{address[1..]}" : address);
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            socket.SendTo(Encoding.UTF8.GetBytes(state), end);
        }
        catch (SocketException e)
        {
            NotTold(state, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The service manager was not told {State}: {Reason}")]
    private partial void NotTold(string state, string reason);
}

/// <summary>Registration of <see cref="ServiceManager"/>, in every kind of process.</summary>
public static class ServiceManagerRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddServiceManager(this IServiceCollection services) => services.AddHostedService<ServiceManager>();
}
