using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Hss.Drill.Record;

namespace Hss.Drill.Machines;

/// <summary>
/// A mail server that keeps what it takes. Now and then it takes a mail and is gone before it says so, as a mail server does whose own process ends: the
/// sender cannot know, and sends the mail again.
/// </summary>
internal sealed class MailSink : IDisposable
{
    private const int SilentOneIn = 12;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<TakenMail> _mails = new();
    private readonly Random _random;
    private readonly Task _accepting;

    public MailSink(int seed)
    {
        _random = new(seed);
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every mail that was taken, copies included.</summary>
    public IReadOnlyCollection<TakenMail> Mails => _mails;

    /// <summary>How many mails were taken without a word.</summary>
    public int Unanswered { get; private set; }

    public void Dispose()
    {
        _listener.Dispose();
        _accepting.Wait(CancellationToken.None);
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was stopped.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var connection = client;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 drill");
            for (var to = ""; await reader.ReadLineAsync() is { } line;)
            {
                switch (line.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "RCPT":
                        to = line.Split('<', '>')[1];
                        await writer.WriteLineAsync("250 ok");
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        if (!await Take(reader, to))
                            return;
                        await writer.WriteLineAsync("250 taken");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 goodbye");
                        return;
                    default:
                        await writer.WriteLineAsync("250 ok");
                        break;
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // Who sent was killed.
        }
    }

    // False when the sender is not to hear of it.
    private async Task<bool> Take(StreamReader reader, string to)
    {
        var lines = new List<string>();
        while (true)
        {
            // The sender was killed in the middle of it: that is no mail.
            if (await reader.ReadLineAsync() is not { } line)
                return false;
            if (line == ".")
                break;
            lines.Add(line);
        }

        var headers = MailHeaders.Of(lines);
        _mails.Enqueue(new(headers.GetValueOrDefault("message-id", ""), to, headers.GetValueOrDefault("subject", "")));
        lock (_random)
        {
            if (_random.Next(SilentOneIn) > 0)
                return true;
            Unanswered++;
            return false;
        }
    }
}
