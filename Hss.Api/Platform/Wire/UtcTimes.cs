using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hss.Api.Platform.Wire;

/// <summary>Times in bodies are UTC unless they say otherwise, wherever the server stands; a date alone is its midnight (contracts, section 2).</summary>
internal sealed class UtcTimes : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc />
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetDateTime(out var time) && time.Kind == DateTimeKind.Unspecified
            ? new(time, TimeSpan.Zero)
            : reader.GetDateTimeOffset().ToUniversalTime();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
