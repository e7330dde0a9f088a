using System.Text.Json;
using System.Text.Json.Nodes;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Silo.Audit;

namespace Hss.Tests.Unit.Entities;

/// <summary>
/// Everything that was ever stored can be read. A fixture is the life of one entity as the journal holds it: its events, its snapshot, and
/// the state that both come to. Fixtures are never changed: what comes later gets one of its own, and another meaning of what is stored
/// another schema number. To make one, copy the rows of an entity from a database whose data key is 32 zero bytes under the id
/// <c>fixture</c>.
/// </summary>
public sealed class StoredFormTests
{
    // Any value under this key is ciphertext; it was made once and is read for ever.
    private const string KeyId = "fixture";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures");
    private static readonly EntityCodec Codec = new(new DataKeyRing([new(KeyId, new byte[DataKeyRing.KeySize])]));

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order();

    public static TheoryData<string> Stories => [.. Files];

    public static TheoryData<string> Kinds => [.. EntityKinds.OfProgram.All.Select(k => k.Name).Order()];

    [Theory]
    [MemberData(nameof(Stories))]
    public void StoredEvents_AreRead_AndFoldToTheState(string story) => Of(story).EventsFoldToTheState();

    [Theory]
    [MemberData(nameof(Stories))]
    public void AStoredSnapshot_IsReadAsTheState(string story) => Of(story).SnapshotIsTheState();

    [Theory]
    [MemberData(nameof(Stories))]
    public Task Lists_FindTheSame_ByTheEventsAndByTheSnapshot(string story) => Of(story).ListingsAreOne();

    [Theory]
    [MemberData(nameof(Stories))]
    public void WhatIsWrittenToday_HasTheFormOfTheFixture(string story) => Of(story).WritesTheSame();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryEventTypeAndState_HasAFixtureOfEachSchema(string name)
    {
        var kind = EntityKinds.OfProgram.Find(name)!;
        var fixtures = Files.Where(s => Path.GetDirectoryName(s) == name).Select(Parse).ToList();

        var events = fixtures.SelectMany(f => f["events"]!.AsArray()).Select(e => ((string)e!["type"]!, (int)e["schema"]!)).ToHashSet();
        Assert.All(kind.EventTypes, type => Assert.All(Enumerable.Range(1, type.Schema), schema => Assert.Contains((type.Name, schema), events)));
        var states = fixtures.Select(f => (int)f["snapshot"]!["schema"]!).ToHashSet();
        Assert.All(Enumerable.Range(1, kind.Schema), schema => Assert.Contains(schema, states));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void AnEventOfAnUnknownTypeOrSchema_RefusesItsEntityOnly(string story) => Of(story).UnknownEventsAreRefused();

    [Theory]
    [MemberData(nameof(Stories))]
    public void ASnapshotOfAnUnknownSchema_RefusesItsEntityOnly(string story) => Of(story).UnknownSnapshotsAreRefused();

    private static JsonNode Parse(string story) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, story)))!;

    // One for each kind of the program, without a list of them here.
    private static Story Of(string story)
    {
        var kind = EntityKinds.OfProgram.Find(Path.GetDirectoryName(story)!) ?? throw new InvalidOperationException($"No kind of {story}");
        var state = kind.GetType().BaseType!.GetGenericArguments().Single();
        return (Story)Activator.CreateInstance(typeof(Story<>).MakeGenericType(state), kind, Parse(story))!;
    }

    private abstract class Story
    {
        public abstract void EventsFoldToTheState();

        public abstract void SnapshotIsTheState();

        public abstract Task ListingsAreOne();

        public abstract void WritesTheSame();

        public abstract void UnknownEventsAreRefused();

        public abstract void UnknownSnapshotsAreRefused();
    }

    private sealed class Story<TState>(EntityKind<TState> kind, JsonNode fixture) : Story
        where TState : class
    {
        private readonly EntityKey _key = kind.Key((string)fixture["id"]!);

        private IEnumerable<JournalEvent> Events => fixture["events"]!.AsArray().Select((e, i) => new JournalEvent(
            i + 1, (string)e!["type"]!, (int)e["schema"]!, e["data"]!.ToJsonString(), default, "a", "r", null, "", [], []));

        private EntityRow Row => new(
            _key, 1, fixture["snapshot"]!["data"]!.ToJsonString(), (int)fixture["snapshot"]!["schema"]!, 1, [], null, default, default, default);

        public override void EventsFoldToTheState() =>
            AssertState(Events.Select(e => Codec.DecodeEvent(kind, _key, e)).Aggregate(kind.Initial(_key.Id), kind.Apply));

        public override void SnapshotIsTheState() => AssertState(Codec.DecodeState(kind, Row));

        public override async Task ListingsAreOne()
        {
            var (byEvents, bySnapshot) = (await kind.Listing(Codec, _key, Events.ToAsyncEnumerable()), kind.Listing(Codec, Row));
            Assert.Empty(ListComparison.Find(_key, byEvents, bySnapshot));
            Assert.Equal(byEvents.DueAt, bySnapshot.DueAt);
        }

        public override void WritesTheSame()
        {
            foreach (var e in Events.Where(e => e.Schema == kind.TypeNamed(e.Type).Schema))
                AssertForm(e.Data, Codec.Encode(_key, Codec.DecodeEvent(kind, _key, e)));
            if (Row.Schema == kind.Schema)
                AssertForm(Row.State, Codec.Encode(_key, Codec.DecodeState(kind, Row)));
        }

        public override void UnknownEventsAreRefused()
        {
            foreach (var e in Events)
            {
                foreach (var unknown in (JournalEvent[])[e with { Schema = kind.TypeNamed(e.Type).Schema + 1 }, e with { Schema = 0 }, e with { Type = e.Type + "_x" }, e with { Type = "" }])
                {
                    AssertUnreadable(() => Codec.DecodeEvent(kind, _key, unknown));
                    AssertUnreadable(() => Codec.DecodeState(kind, Row with { Tail = [unknown] }));
                }
            }

            SnapshotIsTheState();
        }

        public override void UnknownSnapshotsAreRefused()
        {
            AssertUnreadable(() => Codec.DecodeState(kind, Row with { Schema = kind.Schema + 1 }));
            AssertUnreadable(() => Codec.DecodeState(kind, Row with { Schema = 0 }));
            SnapshotIsTheState();
        }

        private static void AssertUnreadable(Func<object> read) => Assert.Equal(JournalFault.Unreadable, Assert.Throws<JournalException>(read).Fault);

        // What was stored is still stored; members that came later stand beside it.
        private static void AssertForm(string stored, string written)
        {
            var now = WithoutCiphers(JsonNode.Parse(written)).AsObject();
            Assert.All(WithoutCiphers(JsonNode.Parse(stored)).AsObject(), m => Assert.Equal(m.Value?.ToJsonString(), now[m.Key]?.ToJsonString()));
        }

        // The same text is another ciphertext each time.
        private static JsonNode WithoutCiphers(JsonNode? node) => node switch
        {
            JsonObject o => new JsonObject(o.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)WithoutCiphers(m.Value)))),
            JsonArray a => new JsonArray([.. a.Select(WithoutCiphers)]),
            JsonValue v when v.TryGetValue<string>(out var text) && text.StartsWith($"{KeyId}:", StringComparison.Ordinal) => KeyId,
            _ => node!.DeepClone(),
        };

        // What the fixture does not know yet is as it was before the first event.
        private void AssertState(TState state)
        {
            var (expected, initial) = (fixture["state"]!.AsObject(), JsonSerializer.SerializeToNode(kind.Initial(_key.Id))!);
            var actual = JsonSerializer.SerializeToNode(state)!.AsObject();
            Assert.All(actual, m => Assert.Equal((expected.ContainsKey(m.Key) ? expected[m.Key] : initial[m.Key])?.ToJsonString(), m.Value?.ToJsonString()));
            Assert.All(expected, m => Assert.True(actual.ContainsKey(m.Key), m.Key));
        }
    }
}
