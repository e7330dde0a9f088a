using System.Globalization;

namespace Hss.Drill;

/// <summary>How a drill is run.</summary>
/// <param name="Program">The path of the server's <c>.dll</c>.</param>
internal sealed record DrillOptions(string Program)
{
    /// <summary>Said of arguments that are wrong.</summary>
    public const string Usage = "usage: ./dev drill [--minutes 10] [--seed N] [--callers 4] [--database postgres|sqlite]";

    /// <summary>How long the load runs; the time in which a killed thing starts again is not counted.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What decides what is killed when, and what callers do.</summary>
    public int Seed { get; init; } = Random.Shared.Next(1, 1_000_000);

    /// <summary>Callers in each of the five systems.</summary>
    public int Callers { get; init; } = 4;

    /// <summary>A private PostgreSQL; else SQLite.</summary>
    public bool OnPostgres { get; init; } = true;

    /// <summary>The command line; null when it is wrong.</summary>
    public static DrillOptions? Read(IReadOnlyList<string> arguments)
    {
        if (arguments.Count % 2 == 0)
            return null;
        var options = new DrillOptions(arguments[0]);
        for (var i = 1; i < arguments.Count; i += 2)
        {
            var (name, value) = (arguments[i], arguments[i + 1]);
            switch (name)
            {
                case "--minutes" when double.TryParse(value, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 24 * 60:
                    options = options with { Duration = TimeSpan.FromMinutes(minutes) };
                    break;
                case "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed):
                    options = options with { Seed = seed };
                    break;
                case "--callers" when int.TryParse(value, CultureInfo.InvariantCulture, out var callers) && callers is > 0 and <= 100:
                    options = options with { Callers = callers };
                    break;
                case "--database" when value is "postgres" or "sqlite":
                    options = options with { OnPostgres = value == "postgres" };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
