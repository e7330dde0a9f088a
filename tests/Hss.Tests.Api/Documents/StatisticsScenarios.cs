using System.Collections.Immutable;
using Hss.Tests.Api.Assets;
using Hss.Tests.Api.Assets.Workflows;

namespace Hss.Tests.Api.Documents;

/// <summary>What asset management counts.</summary>
internal static class StatisticsScenarios
{
    private const string Api = $"{SamsScenarios.Api}/statistics";

    private static readonly ImmutableArray<string> Counts =
        ["overview", "assets-by-category", "assets-by-location", "assets-by-status", "assets-by-grade", "workflow-stats", "workflow-timeline"];

    public static Scenarios All
    {
        get
        {
            var all = new Scenarios();
            foreach (var path in Counts.Select(c => $"{Api}/{c}"))
            {
                all[$"GET {path}"] = async s =>
                {
                    // Something to count.
                    await Loans.Checkout(await Sams.Employee(s.Http), await Loans.Asset(s.Server));
                    return await (await Sams.Employee(s.Http)).Get(path);
                };
            }

            return all;
        }
    }
}
