using System.Collections.Immutable;
using Hss.Bench.Engine;
using Hss.Bench.Results;
using Hss.Bench.Servers;

namespace Hss.Bench.Workloads;

/// <summary>
/// Calls of an empty grain method in Hss.Embedded; as the usual form stands what one would write instead, a loop that reads a channel. Beside it the
/// commit pipeline alone, on both databases.
/// </summary>
internal sealed class EngineWorkload : IWorkload
{
    public string Name => "engine";

    public async Task<IReadOnlyList<Row>> Run(Servers.Bench bench)
    {
        var rounds = (await EngineBench.Rates(bench.Length / 3, bench.Rounds)).ToDictionary(r => r.Name, r => r.Rounds);
        var rates = rounds.ToDictionary(r => r.Key, r => Math.Round(Medians.Of(r.Value)));
        Progress.Say($"{Name}: {string.Join(", ", rates.Select(r => $"{r.Key} {r.Value:#,0}/s"))}");
        return
        [
            .. await PipelineBench.Rows(bench),
            new()
            {
                Workload = Name,
                Database = Databases.None,
                Connections = EngineBench.Callers,
                BooksBalanced = true,
                OursPerS = rates["grain, Hss.Embedded"],
                UsualPerS = rates["channel mailbox"],
                TimesUsual = Medians.Of(rounds["grain, Hss.Embedded"].Zip(rounds["channel mailbox"], (grain, channel) => grain / channel)),
                Figures = ImmutableSortedDictionary<string, double>.Empty
                    .Add("semaphore_per_s", rates["semaphore"])
                    .Add("one_hot_grain_per_s", rates["one hot grain, Hss.Embedded"])
                    .Add("one_hot_channel_per_s", rates["one hot channel mailbox"]),
            },
        ];
    }
}
