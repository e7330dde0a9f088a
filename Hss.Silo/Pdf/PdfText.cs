using System.Collections.Immutable;

namespace Hss.Silo.Pdf;

/// <summary>Breaks and cuts texts by the widths of a font.</summary>
public static class PdfText
{
    private const string Ellipsis = "…";

    /// <summary>
    /// The text in lines no wider than <paramref name="width"/> points, broken between words, and within a word that is wider than a line.
    /// What does not fit into <paramref name="maxLines"/> is cut, and the last line ends with an ellipsis.
    /// </summary>
    public static ImmutableArray<string> Wrap(PdfFont font, double size, string text, double width, int maxLines)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in WinAnsi.Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (line.Length > 0 && Fits($"{line} {rest}"))
            {
                line = $"{line} {rest}";
                continue;
            }

            if (line.Length > 0)
                lines.Add(line);
            for (; !Fits(rest); rest = rest[lines[^1].Length..])
                lines.Add(rest[..Longest(font, size, rest, width)]);
            line = rest;
        }

        lines.Add(line);
        if (lines.Count <= maxLines)
            return [.. lines];
        var last = lines[maxLines - 1];
        var kept = last[..Longest(font, size, last, width - font.Measure(Ellipsis, size))].TrimEnd();
        return [.. lines.Take(maxLines - 1), kept + Ellipsis];

        bool Fits(string candidate) => font.Measure(candidate, size) <= width;
    }

    /// <summary>How many characters of a text fit; at least one, so that breaking goes on.</summary>
    private static int Longest(PdfFont font, double size, string text, double width)
    {
        var length = 1;
        while (length < text.Length && font.Measure(text[..(length + 1)], size) <= width)
            length++;
        return length;
    }
}
