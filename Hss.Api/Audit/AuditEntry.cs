using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hss.Api.Platform;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Audit;

namespace Hss.Api.Audit;

/// <summary>One event of the audit.</summary>
/// <param name="Data">What happened; personal members are readable here, secrets are left out.</param>
/// <param name="Ip">The caller's address.</param>
/// <param name="Hash">SHA-256 over the event and the one before, lower-case hex.</param>
public sealed record AuditEntry(
    long Seq, string Kind, string Id, long Version, string Type, DateTimeOffset At, string Actor, string RequestId, string? Ip, JsonNode? Data, string PrevHash, string Hash)
{
    private static readonly JsonSerializerOptions Shown = new(JsonAnswer.Options)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(WithoutSecrets),
    };

    /// <summary>A stored event, opened.</summary>
    public static AuditEntry Of(FeedEvent e, EntityKinds kinds, EntityCodec codec) => new(
        e.Seq,
        e.Key.Kind,
        e.Key.Id,
        e.Event.Version,
        e.Event.Type,
        e.Event.At,
        e.Event.Actor,
        e.Event.RequestId,
        codec.Decrypt(e.Key, "ip", e.Event.Ip),
        DataOf(e, kinds, codec),
        Convert.ToHexStringLower(e.Event.PreviousHash),
        Convert.ToHexStringLower(e.Event.Hash));

    /// <summary>What an event says, opened, without secrets; null when this program does not know its kind.</summary>
    public static JsonNode? DataOf(FeedEvent e, EntityKinds kinds, EntityCodec codec)
    {
        if (kinds.Find(e.Key.Kind) is not { } kind)
            return null;
        var data = kind.DecodeEvent(codec, e.Key, e.Event);
        return JsonSerializer.SerializeToNode(data, data.GetType(), Shown);
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

/// <summary>A verification's answers.</summary>
internal static class VerifyAnswer
{
    public static object Of(VerifyProgress progress) => new
    {
        clean = progress.Clean,
        done = progress.Done,
        events = progress.Events,
        entities = progress.Entities,
        broken = progress.Broken is { } b ? new { kind = b.Key.Kind, id = b.Key.Id, version = b.Version, seq = b.Seq, reason = b.Reason } : null,
    };

    public static object Of(VerifyJob job) => new { id = job.Id, started_at = job.StartedAt, fault = job.Fault, progress = Of(job.Progress) };
}
