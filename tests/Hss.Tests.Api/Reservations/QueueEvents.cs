using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Reservations;

/// <summary>What the audit has of a resource's queue.</summary>
public static class QueueEvents
{
    /// <summary>All of its events, oldest first.</summary>
    public static async Task<List<JsonNode>> Of(ApiClient operators, long resource)
    {
        var events = new List<JsonNode>();
        for (long? cursor = 0; cursor is { } before;)
        {
            var page = (await operators.Get($"/api/v1/audit?entity=queue/{resource}&limit=500&cursor={before}")).Json!;
            events.AddRange(page["events"]!.AsArray().Select(e => e!));
            cursor = (long?)page["next_cursor"];
        }

        events.Reverse();
        return events;
    }
}
