using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Hosting;

namespace Hss.Silo.Journal;

/// <summary>
/// Writes the current state of every entity anew, so that its personal members are under the newest key. Events are never changed: versions
/// and chains stay as they are, and older keys stay needed for them.
/// </summary>
public sealed class KeyRotation(OpenedJournal opened)
{
    private const int Page = 500;

    /// <summary>Rewrites all of them; answers how many. No server may run.</summary>
    /// <exception cref="InvalidOperationException">An entity was changed meanwhile.</exception>
    public async Task<long> Run(CancellationToken cancellation)
    {
        var codec = new EntityCodec(opened.Keys);
        var count = 0L;
        EntityKey? after = null;
        while (true)
        {
            var heads = await opened.Administration.Heads(after, Page, cancellation).ConfigureAwait(false);
            var commits = ImmutableArray.CreateBuilder<EntityCommit>(heads.Length);
            foreach (var head in heads)
            {
                if (EntityKinds.OfProgram.Find(head.Key.Kind) is { } kind && await opened.Journal.Load(head.Key).ConfigureAwait(false) is { } row)
                    commits.Add(new() { Key = row.Key, BaseVersion = row.Version, State = kind.Reencode(codec, row), Schema = kind.Schema, DueAt = row.DueAt });
            }

            if (commits.Count > 0)
                count += await Write(commits.ToImmutable()).ConfigureAwait(false);
            if (heads.Length < Page)
                return count;
            after = heads[^1].Key;
        }
    }

    private async Task<int> Write(ImmutableArray<EntityCommit> commits)
    {
        var now = TimeProvider.System.GetUtcNow();
        var results = (await opened.Journal.Write(new(commits.Sort((l, r) => EntityKey.Compare(l.Key, r.Key)), [], now, now)).ConfigureAwait(false)).Commits;
        return results.All(r => r == CommitResult.Committed)
            ? commits.Length
            : throw new InvalidOperationException("An entity was changed while keys were rotated; stop the server and begin again");
    }
}
