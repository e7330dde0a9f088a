using System.Collections.Immutable;

namespace Hss.Bench.Results;

/// <summary>One line of the results: medians of its rounds; a side without figures had too many failed answers, or books that did not balance.</summary>
internal sealed record Row
{
    public required string Workload { get; init; }

    /// <summary><c>postgres</c>, <c>sqlite</c>, or <c>none</c>.</summary>
    public required string Database { get; init; }

    public required int Connections { get; init; }

    public double? OursPerS { get; init; }

    public double? UsualPerS { get; init; }

    public double? TunedPerS { get; init; }

    public double? OursP50Ms { get; init; }

    public double? OursP99Ms { get; init; }

    public double? UsualP50Ms { get; init; }

    public double? UsualP99Ms { get; init; }

    public double? TunedP50Ms { get; init; }

    public double? TunedP99Ms { get; init; }

    public required bool BooksBalanced { get; init; }

    /// <summary>The pool size that gave the tuned form its best rate.</summary>
    public int? TunedPool { get; init; }

    /// <summary>Other figures of this workload, by name with its unit.</summary>
    public ImmutableSortedDictionary<string, double> Figures { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    public ImmutableArray<Goal> Goals { get; init; } = [];

    public ImmutableArray<Round> Rounds { get; init; } = [];

    // What the run was made with, the same in all its rows.
    public string? Fsync { get; init; }

    public string? SynchronousCommit { get; init; }

    public string? Postgres { get; init; }

    public string? Commit { get; init; }

    public int Cores { get; init; }

    public bool Quick { get; init; }

    /// <summary>Of the rounds at a number of connections.</summary>
    public static Row Of(string workload, string database, int connections, IEnumerable<Round> rounds)
    {
        ImmutableArray<Round> all = [.. rounds.Where(r => r.Connections == connections)];
        double? At(Side side, Func<Round, double> value) => Medians.Of(all.Where(r => r.Side == side), value);
        return new()
        {
            Workload = workload,
            Database = database,
            Connections = connections,
            OursPerS = At(Side.Ours, r => r.PerS),
            UsualPerS = At(Side.Usual, r => r.PerS),
            TunedPerS = At(Side.Tuned, r => r.PerS),
            OursP50Ms = At(Side.Ours, r => r.P50Ms),
            OursP99Ms = At(Side.Ours, r => r.P99Ms),
            UsualP50Ms = At(Side.Usual, r => r.P50Ms),
            UsualP99Ms = At(Side.Usual, r => r.P99Ms),
            TunedP50Ms = At(Side.Tuned, r => r.P50Ms),
            TunedP99Ms = At(Side.Tuned, r => r.P99Ms),
            BooksBalanced = all.All(r => r.Balanced),
            Rounds = all,
        };
    }
}

/// <summary>What a workload should reach. Without the figures that it is about it is not met.</summary>
internal sealed record Goal(string Text, double? Value, bool Met)
{
    /// <summary>A quotient that should be at least so large.</summary>
    public static Goal AtLeast(string text, double least, double? of, double? over)
    {
        double? ratio = of / over is { } r && double.IsFinite(r) ? Math.Round(r, 2) : null;
        return new(text, ratio, of / over >= least);
    }

    /// <summary>A figure that should be below another.</summary>
    public static Goal Below(string text, double? value, double? limit) => new(text, value is { } v ? Math.Round(v, 2) : null, value < limit);
}
