using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Silo.Audit;

/// <summary>Compares what an entity is to be found by with what is stored for it. Pure.</summary>
internal static class ListComparison
{
    /// <summary>Every column and link that differs.</summary>
    public static IEnumerable<ListDifference> Find(EntityKey key, EntityListing expected, EntityListing stored) =>
    [
        .. Column(key, "owner", expected.Index.Owner, stored.Index.Owner),
        .. Column(key, "status", expected.Index.Status, stored.Index.Status),
        .. Search(key, expected.Index.Search, stored.Index.Search),
        .. Facets(key, expected.Index.Facets, stored.Index.Facets),
        .. Links(key, expected.Links, stored.Links),
        .. Due(key, expected.DueAt, stored.DueAt),
    ];

    private static IEnumerable<ListDifference> Column(EntityKey key, string column, string? expected, string? stored) =>
        expected == stored ? [] : [new(key, column, expected, stored)];

    // What is searched are also names of people, which nobody is shown here.
    private static IEnumerable<ListDifference> Search(EntityKey key, string? expected, string? stored) =>
        expected == stored ? [] : [new(key, "search text", Hidden(expected, "another one"), Hidden(stored, "one"))];

    private static string? Hidden(string? text, string what) => text is null ? null : what;

    // Values, not text: a database may keep them in another order and write numbers otherwise.
    private static IEnumerable<ListDifference> Facets(EntityKey key, string? expected, string? stored) =>
        JsonNode.DeepEquals(Parse(expected), Parse(stored)) ? [] : [new(key, "facets", expected, stored)];

    private static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(json);

    private static IEnumerable<ListDifference> Links(EntityKey key, ImmutableArray<EntityLink> expected, ImmutableArray<EntityLink> stored)
    {
        var (wanted, there) = (Distinct(expected), Distinct(stored));
        return wanted.Except(there).Select(l => new ListDifference(key, $"link {l.Name}", Text(l), null))
            .Concat(there.Except(wanted).Select(l => new ListDifference(key, $"link {l.Name}", null, Text(l))));
    }

    // A value that is there twice is stored once, and is unique if one of them is.
    private static IEnumerable<EntityLink> Distinct(ImmutableArray<EntityLink> links) =>
        links.GroupBy(l => (l.Name, l.Value)).Select(g => new EntityLink(g.Key.Name, g.Key.Value, g.Any(l => l.Unique)));

    private static string Text(EntityLink link) => link.Unique ? $"{link.Value} (unique)" : link.Value;

    // Who is woken too early has nothing to do; who is woken too late, or never, waits for nothing.
    private static IEnumerable<ListDifference> Due(EntityKey key, DateTimeOffset? expected, DateTimeOffset? stored) =>
        expected is null || (stored is not null && EventHash.ToMicroseconds(stored.Value) <= EventHash.ToMicroseconds(expected.Value))
            ? []
            : [new(key, "due_at", $"at the latest {Text(expected)}", Text(stored))];

    private static string? Text(DateTimeOffset? at) => at?.ToString("O", CultureInfo.InvariantCulture);
}
