using System.Collections.Immutable;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities.Journal;

/// <summary>The one write path of a process: many entities' commits become one transaction, each with its own outcome.</summary>
public interface ICommitPipeline
{
    /// <summary>Makes a commit durable, or says that it is not. The task completes only when the database has answered.</summary>
    /// <exception cref="Hss.Interfaces.Entities.JournalException">Nothing was written, or nobody knows.</exception>
    Task<CommitResult> Commit(EntityCommit commit);

    /// <summary>
    /// The entity shows what it committed: its effects may be carried out and its events given to the feed's readers now. Earlier, whoever asks the entity could meet the
    /// state before. What is never shown (a crash) is taken up when the effects' first claim ends, and when the feed is looked at next.
    /// </summary>
    void Shown(EntityKey source, ImmutableArray<EffectRow> effects);
}
