using System.Diagnostics.Metrics;
using Hss.Embedded.Calls;

namespace Hss.Embedded.Hosting;

/// <summary>What the host shows of itself, by class of grains. Everything is read when somebody asks, so calls pay nothing for it.</summary>
internal sealed class HostMetrics : IDisposable
{
    private readonly Meter _meter = new("Hss.Embedded");

    internal HostMetrics(GrainCatalog catalog, PendingCalls pending)
    {
        _meter.CreateObservableCounter("hss.grain.calls", () => Each(c => pending.Totals(c.Index).Made), description: "Calls of grains ever made");
        _meter.CreateObservableGauge("hss.grain.calls.waiting", () => Each(c => pending.Totals(c.Index).Waiting), description: "Calls of grains without an answer");
        _meter.CreateObservableGauge("hss.grain.activations", () => Each(c => c.Slots.Count), description: "Grains in memory");

        IEnumerable<Measurement<long>> Each(Func<GrainClass, long> value) =>
            catalog.Classes.Select(c => new Measurement<long>(value(c), new KeyValuePair<string, object?>("grain", c.GrainType)));
    }

    public void Dispose() => _meter.Dispose();
}
