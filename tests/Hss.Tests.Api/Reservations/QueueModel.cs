using System.Text.Json.Nodes;

namespace Hss.Tests.Api.Reservations;

/// <summary>A queue in its simplest form: it reads a resource's events one by one and fails on the first that a correct queue cannot have.</summary>
internal sealed class QueueModel(int capacity)
{
    /// <summary>Who waits, in the order in which they are served.</summary>
    public List<long> Waiting { get; } = [];

    /// <summary>Who holds a place, with the token of the grant.</summary>
    public Dictionary<long, long> Holding { get; } = [];

    /// <summary>Every grant: the token and whose it was.</summary>
    public Dictionary<long, long> Grants { get; } = [];

    /// <summary>Who is gone, and how.</summary>
    public Dictionary<long, string> Ended { get; } = [];

    public void Read(string type, JsonNode data)
    {
        switch (type)
        {
            case "reservation.requested":
                var asked = (long)data["reservation"]!;
                Assert.False(Waiting.Contains(asked) || Holding.ContainsKey(asked) || Ended.ContainsKey(asked), "One asked twice");
                Waiting.Add(asked);
                break;
            case "reservation.approved":
                var (granted, token) = ((long)data["reservation"]!, (long)data["token"]!);
                // In order: whoever is served came first of those who wait.
                Assert.Equal(Waiting[0], granted);
                Waiting.RemoveAt(0);
                Grants.Add(token, granted);
                Assert.Equal(Grants.Count, token);
                Holding.Add(granted, token);
                Assert.True(Holding.Count <= capacity, "Two held one place");
                break;
            case "reservation.ended":
                var (gone, how) = ((long)data["ended"]!["id"]!, (string)data["how"]!);
                Assert.True(how == "released" ? Holding.Remove(gone) : Waiting.Remove(gone), $"One was {how} who was not there");
                Ended.Add(gone, how);
                break;
        }
    }
}
