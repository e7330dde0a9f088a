using Hss.Bench.Results;

namespace Hss.Bench.Workloads;

/// <summary>One of the workloads.</summary>
internal interface IWorkload
{
    /// <summary>As the command line and the results name it.</summary>
    string Name { get; }

    /// <summary>Measures it in all its rounds.</summary>
    Task<IReadOnlyList<Row>> Run(Servers.Bench bench);
}
