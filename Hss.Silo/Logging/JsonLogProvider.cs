using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Logging;

/// <summary>
/// Writes one JSON line an event to stdout and to a rotating file. Callers never wait for the disk: lines go through a bounded queue to a
/// thread of its own; what does not fit is dropped and counted in the next line that does.
/// </summary>
public sealed class JsonLogProvider : ILoggerProvider
{
    private const int QueueLength = 10_000;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly BlockingCollection<byte[]> _lines = new(QueueLength);
    private readonly Thread _writer;
    private readonly LogFile _file;
    private readonly Stream _out;
    private readonly TimeProvider _time;
    private long _dropped;

    /// <summary>Starts the writing thread.</summary>
    public JsonLogProvider(LogSettings settings, TimeProvider time)
        : this(settings, time, Console.OpenStandardOutput())
    {
    }

    internal JsonLogProvider(LogSettings settings, TimeProvider time, Stream output)
    {
        (_time, _out, _file) = (time, output, new LogFile(settings.Folder, settings.MaxBytes, settings.Files));
        _writer = new Thread(Write) { IsBackground = true, Name = "hss log writer" };
        _writer.Start();
    }

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <summary>Writes what waits, and stops.</summary>
    public void Dispose()
    {
        if (_lines.IsAddingCompleted)
            return;
        _lines.CompleteAdding();
        _writer.Join(TimeSpan.FromSeconds(5));
        _file.Dispose();
    }

    private void Enqueue(byte[] line)
    {
        if (_lines.IsAddingCompleted || !_lines.TryAdd(line))
            Interlocked.Increment(ref _dropped);
    }

    private void Write()
    {
        foreach (var line in _lines.GetConsumingEnumerable())
        {
            try
            {
                _out.Write(line);
                _file.Write(line);
                if (_lines.Count > 0)
                    continue;
                _out.Flush();
                _file.Flush();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A full disk must not end the service; the lines are lost.
                Interlocked.Increment(ref _dropped);
            }
        }
    }

    private byte[] Format<TState>(string category, LogLevel level, TState state, string message, Exception? fault)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteString("at", _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'"));
            json.WriteString("level", level.ToString());
            json.WriteString("category", category);
            json.WriteString("message", message);
            // Only our own events' values: the framework's may hold queries and addresses.
            if (category.StartsWith("Hss.", StringComparison.Ordinal) && state is IReadOnlyList<KeyValuePair<string, object?>> values)
                WriteValues(json, values);
            if (fault is not null)
                json.WriteString("exception", fault.ToString());
            if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
                json.WriteNumber("dropped_before", dropped);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteValues(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        foreach (var (name, value) in values)
        {
            if (name == "{OriginalFormat}")
                continue;
            json.WritePropertyName(JsonNamingPolicy.SnakeCaseLower.ConvertName(name));
            switch (value)
            {
                case null:
                    json.WriteNullValue();
                    break;
                case int or long or double:
                    json.WriteRawValue(string.Create(null, $"{value}"));
                    break;
                default:
                    json.WriteStringValue(value.ToString());
                    break;
            }
        }
    }

    private sealed class Logger(JsonLogProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                provider.Enqueue(provider.Format(category, logLevel, state, formatter(state, exception), exception));
        }
    }
}
