using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Hss.Api.Platform.Metrics;

/// <summary>Prometheus' text format 0.0.4.</summary>
internal static class Exposition
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Name(Instrument instrument, SeriesKind kind)
    {
        var name = new StringBuilder();
        foreach (var c in instrument.Name)
            name.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        if (instrument.Unit == "s")
            name.Append("_seconds");
        if (kind == SeriesKind.Counter)
            name.Append("_total");
        return name.ToString();
    }

    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var parts = new List<string>(tags.Length);
        foreach (var (name, value) in tags)
            parts.Add($"{name.Replace('.', '_').Replace('-', '_')}=\"{Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")}\"");
        parts.Sort(StringComparer.Ordinal);
        return string.Join(',', parts);
    }

    public static string Write(IReadOnlyList<Series> all)
    {
        var text = new StringBuilder();
        string? last = null;
        foreach (var series in all)
        {
            if (series.Name != last)
            {
                text.Append("# HELP ").Append(series.Name).Append(' ').Append(series.Description.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)).Append('\n');
                text.Append("# TYPE ").Append(series.Name).Append(' ').Append(series.Kind.ToString().ToLowerInvariant()).Append('\n');
                last = series.Name;
            }

            Write(text, series);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Series series)
    {
        var (value, count, buckets) = series.Read();
        if (series.Kind != SeriesKind.Histogram)
        {
            Line(text, series.Name, series.Labels, Number(value));
            return;
        }

        var comma = series.Labels.Length > 0 ? "," : "";
        for (var i = 0; i < buckets.Length; i++)
            Line(text, $"{series.Name}_bucket", $"{series.Labels}{comma}le=\"{Number(series.Bounds[i])}\"", Number(buckets[i]));
        Line(text, $"{series.Name}_bucket", $"{series.Labels}{comma}le=\"+Inf\"", Number(count));
        Line(text, $"{series.Name}_sum", series.Labels, Number(value));
        Line(text, $"{series.Name}_count", series.Labels, Number(count));
    }

    private static void Line(StringBuilder text, string name, string labels, string value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(value).Append('\n');
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escape(string value) =>
        value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
}
