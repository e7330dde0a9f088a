using System.Text.Json;

namespace Hss.RobotSimulator;

/// <summary>Writes every frame as a line, if a file is named.</summary>
internal sealed class FrameLog(string? file) : IDisposable
{
    private readonly Lock _writing = new();
    private readonly StreamWriter? _lines = file is null ? null : new StreamWriter(file) { AutoFlush = true };

    public void Write(string robot, string direction, string frame)
    {
        if (_lines is null)
            return;
        lock (_writing)
            _lines.WriteLine($$"""{"robot":{{JsonSerializer.Serialize(robot)}},"direction":"{{direction}}","frame":{{frame}}}""");
    }

    public void Dispose() => _lines?.Dispose();
}
