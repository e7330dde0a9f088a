using System.Text;
using CsvHelper;

namespace Hss.Silo.Assets.Imports;

/// <summary>The records of a CSV file (RFC 4180: commas, quotes doubled within quotes, CRLF or LF), each with the line in which it begins. Blank lines are passed over.</summary>
public static class CsvRecords
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>One record.</summary>
    /// <param name="Line">From 1.</param>
    /// <param name="Broken">Its quotes do not fit together: nothing in it can be trusted.</param>
    public sealed record CsvRecord(int Line, string[] Cells, bool Broken);

    /// <summary>The file's text, or what is wrong with it: only UTF-8 is read, with or without a byte order mark.</summary>
    public static (string? Text, ImportFault? Fault) Decode(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
            content = content[Encoding.UTF8.Preamble.Length..];
        try
        {
            var text = Strict.GetString(content);
            var nul = text.IndexOf('\0', StringComparison.Ordinal);
            return nul < 0 ? (text, null) : (null, new(1 + LineEnds(text.AsSpan(0, nul)), null, ImportFaultKind.Form, "has a NUL character; the file must be UTF-8 text"));
        }
        catch (DecoderFallbackException e)
        {
            return (null, new(1 + content[..Math.Clamp(e.Index, 0, content.Length)].Count((byte)'\n'), null, ImportFaultKind.Form, "is not UTF-8; save the file as CSV UTF-8"));
        }
    }

    /// <summary>The records of a text, read as they are asked for.</summary>
    public static IEnumerable<CsvRecord> Read(string text)
    {
        var broken = 0L;
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => broken = record.LineNumber,
        });
        while (reader.Read())
        {
            var line = reader.LineNumber;
            yield return new((int)line, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)], broken == line);
        }
    }

    // CRLF, LF, and the lone CR of old files.
    private static int LineEnds(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");
}
