namespace Hss.Bench.Results;

/// <summary>What a workload should reach. Without the figures that it is about it is not met.</summary>
internal sealed record Goal(string Text, double? Value, bool Met)
{
    /// <summary>A figure, as a ratio is one, that should be at least so large.</summary>
    public static Goal AtLeast(string text, double least, double? value) => new(text, Shown(value), value >= least);

    /// <summary>A quotient that should be at least so large.</summary>
    public static Goal AtLeast(string text, double least, double? of, double? over) => AtLeast(text, least, over > 0 ? of / over : null);

    /// <summary>A figure that should be below another.</summary>
    public static Goal Below(string text, double? value, double? limit) => new(text, Shown(value), value < limit);

    /// <summary>The same goal of a run that has no figures.</summary>
    public Goal WithoutFigure() => this with { Value = null, Met = false };

    private static double? Shown(double? value) => value is { } v ? Math.Round(v, 2) : null;
}
