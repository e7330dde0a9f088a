using System.Net;
using System.Net.Sockets;

namespace Hss.Tests.Shared.Network;

/// <summary>Loopback ports for servers that cannot choose their own, or that must keep one.</summary>
public static class FreePort
{
    // Below those that the system gives to whoever asks for any: until the server binds it, nobody gets it by chance.
    private const int First = 10_000;
    private const int Count = 22_000;

    private static int _next = Random.Shared.Next(Count);

    /// <summary>A port that nobody listened on a moment ago, and that this process gives out once.</summary>
    public static int Find()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _next) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: another one, then.
            }
        }
    }
}
