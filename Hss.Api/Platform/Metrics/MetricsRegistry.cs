using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Hss.Silo.Hosting;

namespace Hss.Api.Platform.Metrics;

/// <summary>
/// Listens to the meters of this program and of ASP.NET's server, and keeps what Prometheus reads: counters, gauges, and histograms with
/// fixed buckets. Recording is a lock-free look-up and an addition.
/// </summary>
public sealed class MetricsRegistry : IDisposable
{
    private const int MaxSeries = 2000;

    /// <summary>The meters that are listened to.</summary>
    public static readonly ImmutableArray<string> Meters = [GrainSettings.Meter, "Hss.Journal", "Hss.Api", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private readonly ConcurrentDictionary<SeriesKey, Series> _series = new();
    private readonly MeterListener _listener = new();

    /// <summary>Begins to listen.</summary>
    public MetricsRegistry()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Record(i, value, tags));
        _listener.SetMeasurementEventCallback<float>((i, value, tags, _) => Record(i, value, tags));
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Record(i, value, tags));
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Record(i, value, tags));
        _listener.Start();
    }

    /// <summary>Every series as it is now, observable instruments asked, ordered by name.</summary>
    public IReadOnlyList<Series> Collect()
    {
        _listener.RecordObservableInstruments();
        return [.. _series.Values.OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Labels, StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = new SeriesKey(instrument.Meter.Name, instrument.Name, Exposition.Labels(tags));
        if (!_series.TryGetValue(key, out var series))
        {
            // Labels come from fixed sets; should one ever not, memory stays bounded.
            if (_series.Count >= MaxSeries)
                return;
            series = _series.GetOrAdd(key, static (k, i) => new Series(i, k.Labels), instrument);
        }

        series.Record(value);
    }

    // By name: two instruments of one name are one series, whoever made them.
    private readonly record struct SeriesKey(string Meter, string Instrument, string Labels);
}

/// <summary>One instrument with one set of labels.</summary>
public sealed class Series
{
    /// <summary>Upper bounds of histograms' buckets: seconds for durations, else plain numbers.</summary>
    private static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private static readonly double[] Sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

    private readonly Lock _gate = new();
    private readonly long[] _buckets;
    private double _value;
    private long _count;

    internal Series(Instrument instrument, string labels)
    {
        var type = instrument.GetType().Name;
        (Kind, Labels, Description) = (KindOf(type), labels, instrument.Description ?? instrument.Name);
        IsAbsolute = type.StartsWith("Observable", StringComparison.Ordinal) || type.StartsWith("Gauge", StringComparison.Ordinal);
        Name = Exposition.Name(instrument, Kind);
        Bounds = Kind != SeriesKind.Histogram ? [] : instrument.Unit == "s" ? Seconds : Sizes;
        _buckets = new long[Bounds.Count];
    }

    /// <summary>The name in Prometheus' form.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public SeriesKind Kind { get; }

    /// <summary>Rendered labels without braces; empty for none.</summary>
    public string Labels { get; }

    /// <summary>What it means.</summary>
    public string Description { get; }

    /// <summary>Upper bounds of the buckets.</summary>
    public IReadOnlyList<double> Bounds { get; }

    private bool IsAbsolute { get; }

    /// <summary>The sum (counter, histogram) or value (gauge), the count, and the cumulated buckets.</summary>
    public (double Value, long Count, long[] Buckets) Read()
    {
        lock (_gate)
            return (_value, _count, [.. _buckets]);
    }

    internal void Record(double value)
    {
        lock (_gate)
        {
            _value = IsAbsolute ? value : _value + value;
            _count++;
            for (var i = 0; i < _buckets.Length; i++)
                _buckets[i] += value <= Bounds[i] ? 1 : 0;
        }
    }

    private static SeriesKind KindOf(string type) => type switch
    {
        _ when type.StartsWith("Histogram", StringComparison.Ordinal) => SeriesKind.Histogram,
        "Counter`1" or "ObservableCounter`1" => SeriesKind.Counter,
        _ => SeriesKind.Gauge,
    };
}

/// <summary>Prometheus' types that are used.</summary>
public enum SeriesKind
{
    /// <summary>Only grows.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>A distribution.</summary>
    Histogram,
}
