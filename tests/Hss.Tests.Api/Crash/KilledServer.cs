namespace Hss.Tests.Api.Crash;

/// <summary>A server of its own process that is killed at one moment within one request.</summary>
internal static class KilledServer
{
    /// <summary>Starts it, sends it the request, and returns when it is gone; fails when the request has an answer.</summary>
    /// <param name="eventType">It is killed once the first event of this type is durable, and before anybody is told.</param>
    public static async Task AtFirst(string eventType, string dataFolder, IReadOnlyDictionary<string, string> settings, Func<HttpClient, Task> request)
    {
        using var server = await SeededProcess.Start(dataFolder, new Dictionary<string, string>(settings) { ["HSS_FAULT"] = $"kill-after-commit:1:{eventType}" });
        using var http = new HttpClient { BaseAddress = server.Url, Timeout = TimeSpan.FromSeconds(60) };
        await Assert.ThrowsAsync<HttpRequestException>(() => request(http));
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await server.Exited(guard.Token);
    }
}
