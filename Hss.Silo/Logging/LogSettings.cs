using Hss.Silo.Hosting;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Logging;

/// <summary>Where logs go and how much is kept.</summary>
/// <param name="Level"><c>HSS_LOG_LEVEL</c>: the least level; Information. Single categories: <c>Logging:LogLevel:&lt;category&gt;</c>.</param>
/// <param name="Folder"><c>HSS_LOG_DIR</c>; <c>&lt;data&gt;/logs</c>.</param>
/// <param name="MaxBytes"><c>HSS_LOG_MAX_MB</c>: a file that is longer is put aside; 10 MB.</param>
/// <param name="Files"><c>HSS_LOG_FILES</c>: files kept, the current one included; 5.</param>
public sealed record LogSettings(LogLevel Level, string Folder, long MaxBytes, int Files)
{
    internal static LogSettings Read(SettingsReader reader, string dataFolder)
    {
        var text = reader.Text("HSS_LOG_LEVEL");
        var level = text?.ToLowerInvariant() switch
        {
            null or "info" or "information" => LogLevel.Information,
            "trace" => LogLevel.Trace,
            "debug" => LogLevel.Debug,
            "warn" or "warning" => LogLevel.Warning,
            "error" => LogLevel.Error,
            "critical" => LogLevel.Critical,
            "none" => LogLevel.None,
            _ => (LogLevel?)null,
        };
        if (level is null)
            reader.Fault($"HSS_LOG_LEVEL: '{text}' is not trace, debug, info, warning, error, critical or none");
        return new(
            level ?? LogLevel.Information,
            Path.GetFullPath(reader.Text("HSS_LOG_DIR") ?? Path.Combine(dataFolder, "logs")),
            reader.Number("HSS_LOG_MAX_MB", 10, 1, 10_000) * 1_000_000L,
            reader.Number("HSS_LOG_FILES", 5, 1, 1000));
    }
}
