using System.Text.Json.Nodes;
using Hss.Drill.Record;

namespace Hss.Drill.Load;

/// <summary>/reservia: a user asks for one of few resources, gives signs of life until it has it, and gives it back; some leave the queue.</summary>
internal sealed class QueueLoad(Caller user, IReadOnlyList<long> resources) : ILoad
{
    public async Task Round(CancellationToken stop)
    {
        var resource = resources[user.Random.Next(resources.Count)];
        var asked = await Do("request", resource, "reservation.requested", a => new("reservation", a["reservation_id"]!.ToString()));
        // Refused: what an earlier round left without an answer stands there.
        if (asked is null)
        {
            if (!user.WalkedAway && await Release(resource) is null)
                await Cancel(resource);
            return;
        }

        while (true)
        {
            await user.Hesitate();
            var alive = await Do("keep_alive", resource, null, null);
            if (alive is null)
                return;
            if (alive["fencing_token"] is not null)
            {
                await Release(resource);
                return;
            }

            if ((stop.IsCancellationRequested || user.Random.Next(20) == 0) && await Cancel(resource) is not null)
                return;
        }
    }

    private Task<JsonNode?> Release(long resource) => Do("release", resource, "reservation.ended", Ended);

    private Task<JsonNode?> Cancel(long resource) => Do("cancel", resource, "reservation.ended", Ended);

    private static ToldFact Ended(JsonNode answer) => new("ended.id", answer["reservation_id"]!.ToString());

    private Task<JsonNode?> Do(string verb, long resource, string? promised, Func<JsonNode, ToldFact>? fact) =>
        user.Send(new($"reservation.{verb}", $"/reservia/reservation/{verb}", new { resource_id = resource })
        {
            Kind = "queue",
            Id = $"{resource}",
            Event = promised,
            FactsOf = fact is null ? null : a => [fact(a)],
        });
}
