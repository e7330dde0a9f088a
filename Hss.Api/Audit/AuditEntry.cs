using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hss.Api.Platform;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;

namespace Hss.Api.Audit;

/// <summary>A page of the audit, newest first.</summary>
/// <param name="NextCursor">The cursor of the page after this one; null when there is none.</param>
public sealed record AuditPage(ImmutableArray<AuditEntry> Events, long? NextCursor);

/// <summary>One event of the audit.</summary>
/// <param name="Data">What happened; personal members are readable here, secrets are left out.</param>
/// <param name="Ip">The caller's address.</param>
/// <param name="Readable">False when the data cannot be opened: its kind is not this program's, or somebody changed it.</param>
/// <param name="Hash">SHA-256 over the event and the one before, lower-case hex.</param>
public sealed record AuditEntry(
    long Seq, string Kind, string Id, long Version, string Type, DateTimeOffset At, string Actor, string RequestId, string? Ip, JsonNode? Data, bool Readable,
    string PrevHash, string Hash)
{
    private static readonly JsonSerializerOptions Shown = new(JsonAnswer.Options)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(WithoutSecrets),
    };

    /// <summary>A stored event, opened.</summary>
    public static AuditEntry Of(FeedEvent e, EntityKinds kinds, EntityCodec codec)
    {
        var data = DataOf(e, kinds, codec);
        return new(
            e.Seq,
            e.Key.Kind,
            e.Key.Id,
            e.Event.Version,
            e.Event.Type,
            e.Event.At,
            e.Event.Actor,
            e.Event.RequestId,
            OrNull(() => codec.Decrypt(e.Key, "ip", e.Event.Ip)),
            data,
            data is not null,
            Convert.ToHexStringLower(e.Event.PreviousHash),
            Convert.ToHexStringLower(e.Event.Hash));
    }

    /// <summary>What an event says, opened, without secrets; null when it cannot be opened.</summary>
    public static JsonNode? DataOf(FeedEvent e, EntityKinds kinds, EntityCodec codec) => kinds.Find(e.Key.Kind) is not { } kind ? null : OrNull(() =>
    {
        var data = kind.DecodeEvent(codec, e.Key, e.Event);
        return JsonSerializer.SerializeToNode(data, data.GetType(), Shown);
    });

    // One event that a newer program wrote, or that somebody changed in the database, must not hide all others.
    private static T? OrNull<T>(Func<T?> open) where T : class
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is JournalException or CryptographicException or JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void WithoutSecrets(JsonTypeInfo info)
    {
        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            if (info.Properties[i].AttributeProvider?.IsDefined(typeof(SecretAttribute), inherit: true) == true)
                info.Properties.RemoveAt(i);
        }
    }
}
