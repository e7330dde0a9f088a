using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities.Codec;

/// <summary>Turns states, events, effects and kept answers into stored JSON text and back, with personal members encrypted.</summary>
public sealed class EntityCodec(DataKeyRing keys)
{
    [ThreadStatic]
    private static string? _place;

    private readonly JsonSerializerOptions _options = Options(keys);
    private readonly ReadStates _read = new();

    /// <summary>The text to store for a value that belongs to this entity.</summary>
    public string Encode(EntityKey key, object value) =>
        At(key, (value, _options), static x => JsonSerializer.Serialize(x.value, x.value.GetType(), x._options));

    /// <summary>The value of a stored text.</summary>
    public T Decode<T>(EntityKey key, string text) where T : class => (T)Decode(key, text, typeof(T));

    /// <summary>The value of a stored text.</summary>
    public object Decode(EntityKey key, string text, Type type) =>
        At(key, (text, type, _options), static x => JsonSerializer.Deserialize(x.text, x.type, x._options))
        ?? throw new JournalException(JournalFault.Unreadable, $"{key} has a stored null");

    /// <summary>An entity's state as of its last event: the snapshot, brought to today's schema, and the events after it folded in.</summary>
    public TState DecodeState<TState>(EntityKind<TState> kind, EntityRow row) where TState : class
    {
        if (row.Schema > kind.Schema)
            throw kind.Unknown($"state schema {row.Schema}");
        var text = row.Schema == kind.Schema ? row.State : kind.Upgrade(JsonNode.Parse(row.State)!, row.Schema).ToJsonString();
        var state = Decode<TState>(row.Key, text);
        foreach (var e in row.Tail)
            state = kind.Apply(state, DecodeEvent(kind, row.Key, e));
        return state;
    }

    /// <summary>The same for a row of a list, which was often opened before.</summary>
    public TState DecodeListed<TState>(EntityKind<TState> kind, EntityRow row) where TState : class =>
        row.Tail.IsEmpty && row.Schema == kind.Schema ? _read.Of(row.Key, row.State, () => DecodeState(kind, row)) : DecodeState(kind, row);

    /// <summary>A stored event.</summary>
    public IEntityEvent DecodeEvent<TState>(EntityKind<TState> kind, EntityKey key, JournalEvent e) where TState : class
    {
        var type = kind.TypeNamed(e.Type);
        if (e.Schema > type.Schema || (e.Schema < type.Schema && type.Upgrade is null))
            throw kind.Unknown($"schema {e.Schema} of '{e.Type}'");
        var text = e.Schema == type.Schema ? e.Data : type.Upgrade!(JsonNode.Parse(e.Data)!, e.Schema).ToJsonString();
        return (IEntityEvent)Decode(key, text, type.Type);
    }

    /// <summary>Encrypts one text that belongs to this entity.</summary>
    public string? Encrypt(EntityKey key, string field, string? plain) => plain is null ? null : keys.Encrypt(plain, $"{key}/{field}");

    /// <summary>Opens what <see cref="Encrypt"/> made.</summary>
    public string? Decrypt(EntityKey key, string field, string? cipher) => cipher is null ? null : keys.Decrypt(cipher, $"{key}/{field}");

    // Serialisation is synchronous, so the place of the values can travel beside it on the thread.
    private static TResult At<TArgument, TResult>(EntityKey key, TArgument argument, Func<TArgument, TResult> action)
    {
        var before = _place;
        _place = key.ToString();
        try
        {
            return action(argument);
        }
        finally
        {
            _place = before;
        }
    }

    private static JsonSerializerOptions Options(DataKeyRing keys) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(info => EncryptPersonal(info, keys)),
    };

    private static void EncryptPersonal(JsonTypeInfo info, DataKeyRing keys)
    {
        foreach (var property in info.Properties)
        {
            if (property.AttributeProvider?.IsDefined(typeof(PersonalAttribute), inherit: true) == true)
                property.CustomConverter = new PersonalConverter(keys, property.Name);
        }
    }

    private sealed class PersonalConverter(DataKeyRing keys, string field) : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            keys.Decrypt(reader.GetString()!, $"{_place}/{field}");

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(keys.Encrypt(value, $"{_place}/{field}"));
    }
}
