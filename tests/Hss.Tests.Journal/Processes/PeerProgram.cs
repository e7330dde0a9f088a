using System.Globalization;

namespace Hss.Tests.Journal.Processes;

/// <summary>The second process: a <see cref="Node"/> that does what it is told, a line a command, and answers each with a line.</summary>
internal static class PeerProgram
{
    public static async Task<int> Main(string[] args)
    {
        await using var node = await Node.Start(args[0]);
        await Console.Out.WriteLineAsync("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            string answer;
            try
            {
                answer = await Do(node, line.Split(' '));
            }
#pragma warning disable CA1031 // The test hears of it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                answer = $"! {e.GetType().Name}: {e.Message}".ReplaceLineEndings(" ");
            }

            await Console.Out.WriteLineAsync(answer);
        }

        return 0;
    }

    private static async Task<string> Do(Node node, string[] command)
    {
        switch (command)
        {
            case ["clock", var ticks]:
                node.Clock.SetUtcNow(new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero));
                return "";
            case ["work"]:
                await node.Host.Effects.StartAsync(default);
                return "";
            case ["wake"]:
                await node.WakeAll();
                return "";
            case ["send"]:
                await node.SendAll();
                return "";
            case ["woken"]:
                return string.Join(' ', node.Woken);
            case ["tried"]:
                return string.Join(' ', node.Tried);
            case ["load", .. var tallies]:
                await node.Load(tallies);
                return "";
            case ["win", var token, .. var tallies]:
                return string.Join(' ', await node.Win(tallies, token));
            case ["write", var prefix, var entities, var each]:
                await node.Write(prefix, int.Parse(entities, CultureInfo.InvariantCulture), int.Parse(each, CultureInfo.InvariantCulture));
                return "";
            case ["follow", var count]:
                return string.Join(' ', await node.Follow(int.Parse(count, CultureInfo.InvariantCulture)));
            case ["admits", var token]:
                return await node.Admits(token) ? "yes" : "no";
            case ["asked"]:
                return node.Asked.ToString(CultureInfo.InvariantCulture);
            default:
                throw new ArgumentException($"Nobody knows '{command[0]}'");
        }
    }
}
