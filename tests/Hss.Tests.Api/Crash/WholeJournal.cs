namespace Hss.Tests.Api.Crash;

/// <summary>What the audit says of everything that is stored.</summary>
internal static class WholeJournal
{
    /// <summary>Verifies all chains, their ends and the feed, and expects no fault.</summary>
    public static async Task IsClean(ApiClient operators)
    {
        var job = (await operators.Post("/api/v1/audit/verify")).Header("Location")!;
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            guard.Token.ThrowIfCancellationRequested();
            var state = (await operators.Get(job)).Json!;
            Assert.Null(state["fault"]);
            if (!(bool)state["progress"]!["done"]!)
                continue;
            Assert.True((bool)state["progress"]!["clean"]!, state.ToJsonString());
            return;
        }
    }
}
