using System.Diagnostics.Metrics;

namespace Hss.Tests.Unit.Embedded;

/// <summary>What a <see cref="MeterListener"/> sees of the host.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Meter_ShowsCallsDurationMailboxAndActivations_ByGrainType()
    {
        await using var host = new HostFixture();
        var waiting = Enumerable.Range(0, 3).Select(_ => host.Client.GetGrain<IPlainGrain>("a").Pass("gate")).ToList();
        waiting.Add(host.Client.GetGrain<IPlainGrain>("b").Pass("gate"));
        await HostFixture.Until(() => host.Probe.Times("begin gate") == 2, "the first call of each grain begun");

        Assert.Equal(4, Read(host, "hss.grain.calls"));
        Assert.Equal(4, Read(host, "hss.grain.calls.waiting"));
        Assert.Equal(3, Read(host, "hss.grain.mailbox.depth"));
        Assert.Equal(2, Read(host, "hss.grain.activations"));
        Assert.Equal(0, Read(host, "hss.grain.call.duration"));

        host.Clock.Advance(TimeSpan.FromSeconds(5));
        host.Probe.Open("gate");
        await Task.WhenAll(waiting).WaitAsync(HostFixture.Guard);

        Assert.Equal(4, Read(host, "hss.grain.calls"));
        Assert.Equal(0, Read(host, "hss.grain.calls.waiting"));
        Assert.Equal(0, Read(host, "hss.grain.mailbox.depth"));
        Assert.Equal(20, Read(host, "hss.grain.call.duration"));
    }

    /// <summary>The value of an instrument of this host for the plain grains.</summary>
    private static double Read(HostFixture host, string instrument)
    {
        var values = new List<double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (published, self) =>
        {
            if (published.Meter.Name == "Hss.Embedded" && ReferenceEquals(published.Meter.Scope, host.Host) && published.Name == instrument)
                self.EnableMeasurementEvents(published);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Note(value, tags));
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) => Note(value, tags));
        listener.Start();
        listener.RecordObservableInstruments();
        return Assert.Single(values);

        void Note(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (var (name, tag) in tags)
            {
                if (name == "grain" && tag is "test-plain")
                    values.Add(value);
            }
        }
    }
}
