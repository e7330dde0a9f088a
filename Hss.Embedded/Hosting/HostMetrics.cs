using System.Diagnostics.Metrics;

namespace Hss.Embedded.Hosting;

/// <summary>
/// What the host shows of itself, by class of grains. Everything is read when somebody asks: calls add to plain counters under a lock that they
/// hold anyway, and cost the same whether anybody listens or not.
/// </summary>
internal sealed class HostMetrics : IDisposable
{
    private readonly Meter _meter;

    /// <summary>The meter's scope is the host, which tells the meters of several hosts in one process apart.</summary>
    internal HostMetrics(EmbeddedHost host)
    {
        var pending = host.Pending;
        _meter = new(new MeterOptions("Hss.Embedded") { Scope = host });
        _meter.CreateObservableCounter("hss.grain.calls", () => Each(c => pending.Totals(c.Index).Made), description: "Calls of grains ever made");
        _meter.CreateObservableCounter(
            "hss.grain.call.duration", () => Each(c => pending.Totals(c.Index).Time.TotalSeconds), "s", "Time from call to answer, summed over all answered calls");
        _meter.CreateObservableGauge("hss.grain.calls.waiting", () => Each(c => pending.Totals(c.Index).Waiting), description: "Calls of grains without an answer");
        _meter.CreateObservableGauge("hss.grain.mailbox.depth", () => Each(Deepest), description: "Calls in the fullest mailbox");
        _meter.CreateObservableGauge("hss.grain.activations", () => Each(c => (long)c.Slots.Count), description: "Grains in memory");

        IEnumerable<Measurement<T>> Each<T>(Func<GrainClass, T> value) where T : struct =>
            host.Catalog.Classes.Select(c => new Measurement<T>(value(c), new KeyValuePair<string, object?>("grain", c.GrainType)));
    }

    public void Dispose() => _meter.Dispose();

    // Enumerating the dictionary itself takes no lock, unlike its Values.
    private static long Deepest(GrainClass grainClass)
    {
        var deepest = 0;
        foreach (var (_, slot) in grainClass.Slots)
            deepest = Math.Max(deepest, slot.Load);
        return deepest;
    }
}
