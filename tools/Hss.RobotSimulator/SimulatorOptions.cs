using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hss.RobotSimulator;

/// <summary>What the command line says.</summary>
internal sealed record SimulatorOptions
{
    public const string Usage = """
        usage: ./dev robots [--url URL] [--count N] [--speed N] [--faults] [--seconds N] [--deliveries N] [--robot NAME=CREDENTIAL]...
                            [--email E --password P] [--seed N] [--frames FILE]
          --url URL         the server; http://localhost:8080
          --count N         robots to register and simulate, 1..200; 5
          --speed N         how many times faster than life they drive and wait, 0.1..1000; 10
          --faults          now and then a robot loses its connection, sometimes for so long that it counts as lost
          --seconds N       end after so many seconds
          --deliveries N    end after so many tasks were carried out; with --seconds it is a failure (1) when they were not
          --robot NAME=CREDENTIAL   simulate this registered robot instead of new ones; may be repeated
          --email, --password       the librarian who registers them; the demonstration's
          --seed N          the same N gives the same faults
          --frames FILE     write every frame, both ways, as a line {"robot","direction","frame"}
        """;

    public Uri Url { get; private init; } = new("http://localhost:8080");

    public int Count { get; private init; } = 5;

    public double Speed { get; private init; } = 10;

    public bool Faults { get; private init; }

    public int? Seconds { get; private init; }

    public int? Deliveries { get; private init; }

    public ImmutableArray<(string Name, string Credential)> Robots { get; private init; } = [];

    public string Email { get; private init; } = "librarian@luna.local";

    public string Password { get; private init; } = "Librarian123!";

    public int Seed { get; private init; } = Environment.TickCount;

    public string? Frames { get; private init; }

    /// <summary>Reads the command line, or says what is wrong with it.</summary>
    public static bool TryRead(string[] args, [NotNullWhen(true)] out SimulatorOptions? options, [NotNullWhen(false)] out string? fault)
    {
        (options, fault) = (new(), null);
        for (var i = 0; i < args.Length; i++)
        {
            var next = args[i] == "--faults" ? options with { Faults = true } : i + 1 < args.Length ? options.With(args[i], args[++i]) : null;
            if (next is null)
            {
                (options, fault) = (null, $"'{args[Math.Min(i, args.Length - 1)]}' is not understood");
                return false;
            }

            options = next;
        }

        return true;
    }

    private SimulatorOptions? With(string name, string value) => name switch
    {
        "--url" => Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") ? this with { Url = url } : null,
        "--count" => Whole(value, 1, 200) is { } count ? this with { Count = count } : null,
        "--speed" => double.TryParse(value, CultureInfo.InvariantCulture, out var speed) && speed is >= 0.1 and <= 1000 ? this with { Speed = speed } : null,
        "--seconds" => Whole(value, 1, int.MaxValue) is { } seconds ? this with { Seconds = seconds } : null,
        "--deliveries" => Whole(value, 1, int.MaxValue) is { } deliveries ? this with { Deliveries = deliveries } : null,
        "--robot" => value.Split('=', 2) is [{ Length: > 0 } robot, { Length: > 0 } credential] ? this with { Robots = Robots.Add((robot, credential)) } : null,
        "--email" => this with { Email = value },
        "--password" => this with { Password = value },
        "--seed" => Whole(value, 0, int.MaxValue) is { } seed ? this with { Seed = seed } : null,
        "--frames" => this with { Frames = value },
        _ => null,
    };

    private static int? Whole(string text, int least, int most) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
