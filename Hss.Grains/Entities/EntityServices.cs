using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;

namespace Hss.Grains.Entities;

/// <summary>What every journaled grain needs of its process.</summary>
public sealed record EntityServices(IJournal Journal, ICommitPipeline Pipeline, EntityCodec Codec, TimeProvider Time);
