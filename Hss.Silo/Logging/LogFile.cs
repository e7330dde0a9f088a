namespace Hss.Silo.Logging;

/// <summary>A file that is put aside when it is full: <c>hss.log</c>, then <c>hss.1.log</c> (newest) up to <c>hss.&lt;n&gt;.log</c>, which goes.</summary>
internal sealed class LogFile(string folder, long maxBytes, int files) : IDisposable
{
    private FileStream? _current;

    public void Write(ReadOnlySpan<byte> line)
    {
        _current ??= Open();
        if (_current.Length > 0 && _current.Length + line.Length > maxBytes)
        {
            // Should putting aside fail, the next line begins anew instead of writing to a closed file.
            var full = _current;
            _current = null;
            full.Dispose();
            PutAside();
            _current = Open();
        }

        _current.Write(line);
    }

    public void Flush() => _current?.Flush();

    public void Dispose() => _current?.Dispose();

    private FileStream Open()
    {
        Directory.CreateDirectory(folder);
        return new(Name(0), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
    }

    private void PutAside()
    {
        File.Delete(Name(files - 1));
        for (var i = files - 2; i >= 0; i--)
        {
            if (File.Exists(Name(i)))
                File.Move(Name(i), Name(i + 1), overwrite: true);
        }
    }

    private string Name(int number) => Path.Combine(folder, number == 0 ? "hss.log" : $"hss.{number}.log");
}
