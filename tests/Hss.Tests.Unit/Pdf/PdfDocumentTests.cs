using System.Text;
using System.Text.RegularExpressions;
using Hss.Silo.Pdf;
using Hss.Tests.Shared.Pdf;

namespace Hss.Tests.Unit.Pdf;

/// <summary>Files as poppler reads them, and by the letter of the format where readers forgive too much.</summary>
public sealed partial class PdfDocumentTests
{
    private static readonly DateTimeOffset Date = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Text_IsReadBack_WithEveryCharacterOfTheFonts()
    {
        const string text = "(a) \\b/ ÄÖÜäöüß £5 €7 ¥ “Œuvre” – naïve… ™ ÿ";
        var document = new PdfDocument("T", Date);
        var page = document.AddPage();
        page.Text(50, 100, text, 12);
        page.Text(50, 150, text, 12, PdfFont.Bold);
        Assert.Equal(2, PdfReader.Text(document.ToBytes()).Split('\n').Count(line => line.Trim() == text));
    }

    [Fact]
    public void Info_NamesTitleSizePagesAndTheGivenDate()
    {
        var document = new PdfDocument("Invoice (1)", Date);
        document.AddPage();
        document.AddPage();
        var info = PdfReader.Info(document.ToBytes());
        Assert.Equal(("Invoice (1)", "2", "1.4"), (info["Title"], info["Pages"], info["PDF version"]));
        Assert.Contains("A4", info["Page size"], StringComparison.Ordinal);
        Assert.Contains("Nov 21 08:30:00 2026", info["CreationDate"], StringComparison.Ordinal);
    }

    [Fact]
    public void CrossReferences_PointAtTheirObjects_AndLengthsAreRight()
    {
        var document = new PdfDocument("T", Date);
        document.AddPage().Text(50, 50, "Zürich (100 €)", 12);
        document.AddPage().Rule(50, 100, 60);
        var file = Encoding.Latin1.GetString(document.ToBytes());

        var start = int.Parse(StartXref().Match(file).Groups[1].Value);
        Assert.StartsWith("xref\n0 10\n0000000000 65535 f \n", file[start..], StringComparison.Ordinal);
        var entries = XrefEntry().Matches(file[start..]);
        Assert.Equal(9, entries.Count);
        for (var i = 0; i < entries.Count; i++)
            Assert.StartsWith($"{i + 1} 0 obj\n", file[int.Parse(entries[i].Groups[1].Value)..], StringComparison.Ordinal);
        foreach (Match stream in Streams().Matches(file))
            Assert.Equal(int.Parse(stream.Groups[1].Value), stream.Groups[2].Length);
        Assert.Equal(2, Streams().Count(file));
    }

    [Fact]
    public void Widths_AreThoseThatAReaderDrawsWith()
    {
        var all = string.Concat(Enumerable.Range(0x21, 0xff - 0x20).Select(i => (char)i).Where(c => c is < '\x7f' or > '\xa0' and not '\xad')) + "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
        foreach (var font in (PdfFont[])[PdfFont.Regular, PdfFont.Bold])
        {
            var document = new PdfDocument("T", Date);
            var page = document.AddPage();
            for (var i = 0; i < all.Length; i++)
            {
                // Each character ten times as one word.
                page.Text(50 + (i % 5 * 100), 20 + (i / 5 * 16), new string(all[i], 10), 8, font);
            }

            var words = PdfReader.Words(document.ToBytes()).Where(w => w.Text.Length == 10 && w.Text.Distinct().Count() == 1).ToList();
            Assert.InRange(words.Count, all.Length - 12, all.Length);
            Assert.All(words, w => Assert.Equal(font.Measure(w.Text, 8), w.Right - w.Left, 0.05));
        }
    }

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n$")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"(\d{10}) 00000 n \n")]
    private static partial Regex XrefEntry();

    [GeneratedRegex(@"<< /Length (\d+) >>\nstream\n(.*?)\nendstream", RegexOptions.Singleline)]
    private static partial Regex Streams();
}
