using System.Collections.Immutable;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Journal;
using Hss.Tests.Shared;

namespace Hss.Tests.Journal;

/// <summary>What the feed is given of this process's batches, and when.</summary>
public sealed class ShownBatchesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ShownBatches _batches;
    private readonly List<long> _published = [];
    private long _seq;

    public ShownBatchesTests()
    {
        _batches = new(_time);
        _batches.Published += events => _published.AddRange(events.Select(e => e.Seq));
    }

    [Fact]
    public void ABatch_IsPublished_WhenTheLastOfItsEntitiesShowsIt()
    {
        Add("a", "b");

        _batches.Show(Key("a"));
        Assert.Empty(_published);
        _batches.Show(Key("b"));

        Assert.Equal([1L, 2L], _published);
    }

    [Fact]
    public void ABatch_ThatIsShownFirst_WaitsForThoseBeforeIt()
    {
        Add("a");
        Add("b");

        _batches.Show(Key("b"));
        Assert.Empty(_published);
        _batches.Show(Key("a"));

        Assert.Equal([1L, 2L], _published);
    }

    [Fact]
    public void AnEntityWithoutANewCommit_PublishesNothing()
    {
        Add("a");

        _batches.Show(Key("b"));

        Assert.Empty(_published);
    }

    [Fact]
    public void ABatch_ThatIsNotShown_HoldsOthersUpForTheTimeOfPatience()
    {
        Add("lost", "a");
        _batches.Show(Key("a"));
        _time.Advance(ShownBatches.Patience);
        Add("b");
        Assert.Empty(_published);

        _batches.Show(Key("b"));

        Assert.Equal([1L, 2L, 3L], _published);
        // It is forgotten with its batch: what the entity commits later is waited for again.
        Add("lost");
        Add("c");
        _batches.Show(Key("c"));
        Assert.Equal(3, _published.Count);
        _batches.Show(Key("lost"));
        Assert.Equal([1L, 2L, 3L, 4L, 5L], _published);
    }

    [Fact]
    public async Task WhateverThreadShowsThem_BatchesArePublishedInTheirOrder()
    {
        const int Batches = 2000, Threads = 4;
        var keys = Enumerable.Range(0, Batches).Select(n => Key($"{n}")).ToArray();
        for (var n = 0; n < Batches; n++)
            _batches.Add([keys[n]], [new(n, keys[n], StoredEvents.Commit("1").Events[0])]);

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var n = thread; n < Batches; n += Threads)
                _batches.Show(keys[n]);
        })));

        Assert.Equal(Enumerable.Range(0, Batches).Select(n => (long)n), _published);
    }

    private void Add(params ImmutableArray<string> ids) => _batches.Add(
        [.. ids.Select(Key)],
        [.. ids.Select(id => new FeedEvent(++_seq, Key(id), StoredEvents.Commit(id).Events[0]))]);

    private static EntityKey Key(string id) => StoredEvents.Commit(id).Key;
}
