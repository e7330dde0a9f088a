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

    /// <summary>How many times the usual form's rate: the median of the ratios within the rounds.</summary>
    public double? TimesUsual { get; init; }

    /// <summary>The same of the best tuned form.</summary>
    public double? TimesTuned { get; init; }

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
        Round[] On(Side side) => [.. all.Where(r => r.Side == side)];
        double? At(Side side, Func<Round, double> value) => Medians.Of(On(side), value);
        return new()
        {
            Workload = workload,
            Database = database,
            Connections = connections,
            OursPerS = At(Side.Ours, r => r.PerS),
            UsualPerS = At(Side.Usual, r => r.PerS),
            TunedPerS = At(Side.Tuned, r => r.PerS),
            TimesUsual = Medians.OfRatios(On(Side.Ours), On(Side.Usual)),
            TimesTuned = Medians.OfRatios(On(Side.Ours), On(Side.Tuned)),
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

    /// <summary>With what else was measured and what should be reached. A run that does not count has no figures, so it meets no goal.</summary>
    public Row With(IEnumerable<(string Name, double? Value)> figures, params IEnumerable<Goal> goals) => OursPerS is null
        ? this with { Figures = ImmutableSortedDictionary<string, double>.Empty, Goals = [.. goals.Select(g => g.WithoutFigure())] }
        : this with
        {
            Figures = figures.Where(f => f.Value is not null).ToImmutableSortedDictionary(f => f.Name, f => Math.Round(f.Value!.Value, 2), StringComparer.Ordinal),
            Goals = [.. goals],
        };
}
