using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Journal;

/// <summary>Makes commits with a proper chain.</summary>
internal static class StoredEvents
{
    /// <summary>A commit of some events after the ones before, which end with <paramref name="head"/>.</summary>
    public static EntityCommit Commit(string id, long basis = 0, int events = 1, byte[]? head = null)
    {
        EntityKey key = new("thing", id);
        var list = ImmutableArray.CreateBuilder<JournalEvent>(events);
        var previous = head ?? EventHash.Genesis;
        for (var version = basis + 1; version <= basis + events; version++)
        {
            var at = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero).AddSeconds(version);
            var data = $$"""{"n":{{version}}}""";
            var hash = EventHash.Compute(previous, key, version, "thing.done", at, "a1", "r1", null, data);
            list.Add(new(version, "thing.done", 1, data, at, "a1", "r1", null, "", previous, hash));
            previous = hash;
        }

        return new() { Key = key, BaseVersion = basis, State = "{}", Index = new(null, "new"), Events = list.MoveToImmutable() };
    }

    /// <summary>Writes commits as one batch, past the pipeline, as another process would.</summary>
    public static async Task Write(IJournal journal, params EntityCommit[] commits)
    {
        var now = DateTimeOffset.UnixEpoch;
        var results = (await journal.Write(new([.. commits.OrderBy(c => c.Key.ToString(), StringComparer.Ordinal)], [], now, now))).Commits;
        Assert.All(results, r => Assert.Equal(CommitResult.Committed, r));
    }
}
