using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Hss.Tests.Api.Files;

namespace Hss.Tests.Api.Mail;

/// <summary>
/// A real mail server (the npm package smtp-server) on a loopback port that stays the same over stops and starts. What it took is read by another
/// program than ours, too (postal-mime).
/// </summary>
internal sealed class MailServer : IDisposable
{
    private const string Script = """
        const { SMTPServer } = require(process.argv[1] + '/smtp-server');
        const say = value => process.stdout.write(JSON.stringify(value) + '\n');
        const { default: PostalMime } = require(process.argv[1] + '/postal-mime');
        let silent = false;
        const server = new SMTPServer({
          disabledCommands: ['AUTH', 'STARTTLS'],
          hideSTARTTLS: true,
          size: 50 * 1024 * 1024,
          onData(stream, session, done) {
            const chunks = [];
            stream.on('data', chunk => chunks.push(chunk));
            stream.on('end', async () => {
              const mail = await PostalMime.parse(Buffer.concat(chunks));
              say({
                envelope: session.envelope.rcptTo.map(to => to.address),
                headers: mail.headers.map(h => h.key),
                messageId: mail.messageId, subject: mail.subject, text: mail.text ?? '',
                from: mail.from.address, to: (mail.to ?? []).map(to => ({ name: to.name, address: to.address })),
                attachments: mail.attachments.map(a => ({ name: a.filename, type: a.mimeType, content: Buffer.from(a.content).toString('base64') })),
              });
              // Silent: it has the mail, but whoever sent it never hears so.
              if (!silent) done();
            });
          },
        });
        server.on('error', error => { console.error(error.message); process.exit(1); });
        const listening = server.listen(+process.argv[2], '127.0.0.1', () => say({ port: listening.address().port }));
        process.stdin.on('data', text => { silent = text.toString().includes('silent'); });
        process.stdin.on('end', () => process.exit(0));
        """;

    private readonly ConcurrentQueue<ReceivedMail> _mails = [];
    private Process? _process;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>Every mail that was taken, copies included, over all starts.</summary>
    public IReadOnlyCollection<ReceivedMail> Mails => _mails;

    /// <summary>Settings that make a server send by it.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["SMTP_HOST"] = "127.0.0.1",
        ["SMTP_PORT"] = $"{Port}",
        ["SMTP_STARTTLS"] = "false",
        ["EMAIL_FROM"] = "Fashion Store <shop@example.org>",
    };

    /// <summary>A server that runs.</summary>
    public static async Task<MailServer> Started()
    {
        var server = new MailServer();
        await server.Start();
        return server;
    }

    /// <summary>Starts it, again on the same port.</summary>
    public async Task Start()
    {
        var packages = Path.Combine(S3Server.TestsFolder(), "node_modules");
        Assert.True(Directory.Exists(Path.Combine(packages, "smtp-server")), "smtp-server is not installed: run ./test, or npm ci in tests/");
        // The server ends with its standard input, so it never outlives the tests.
        _process = Process.Start(new ProcessStartInfo("node", ["--no-deprecation", "--no-warnings", "-e", Script, packages, $"{Port}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var line = await _process.StandardOutput.ReadLineAsync();
        Port = JsonDocument.Parse(line ?? throw new InvalidOperationException("The mail server did not start")).RootElement.GetProperty("port").GetInt32();
        _ = Read(_process.StandardOutput);
    }

    /// <summary>Stops it: connections are refused from now on.</summary>
    public void Stop()
    {
        if (_process is null)
            return;
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <summary>From now on it takes mails, but does not say so.</summary>
    public void FallSilent()
    {
        _process!.StandardInput.WriteLine("silent");
        _process.StandardInput.Flush();
    }

    /// <summary>Waits for mails that match.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> Wait(int count, Func<ReceivedMail, bool>? match = null, int seconds = 60)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            var found = _mails.Where(match ?? (static _ => true)).ToList();
            if (found.Count >= count)
                return found;
            Assert.False(guard.IsCancellationRequested, $"Only {found.Count} of {count} mails came");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    public void Dispose() => Stop();

    private async Task Read(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
            _mails.Enqueue(JsonSerializer.Deserialize<ReceivedMail>(line, JsonSerializerOptions.Web)!);
    }
}

/// <summary>A mail as another program reads it.</summary>
/// <param name="Envelope">To whom the server was asked to give it.</param>
/// <param name="Headers">The names of all headers, lower case.</param>
internal sealed record ReceivedMail(
    string[] Envelope, string[] Headers, string MessageId, string Subject, string Text, string From, MailPerson[] To, ReceivedFile[] Attachments);

/// <summary>A name and an address.</summary>
internal sealed record MailPerson(string Name, string Address);

/// <summary>A file of a mail.</summary>
internal sealed record ReceivedFile(string Name, string Type, byte[] Content);
