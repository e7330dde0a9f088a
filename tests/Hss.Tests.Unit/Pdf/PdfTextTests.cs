using Hss.Silo.Pdf;

namespace Hss.Tests.Unit.Pdf;

public sealed class PdfTextTests
{
    [Fact]
    public void Wrap_BreaksBetweenWords_AndKeepsEachLineWithinTheWidth()
    {
        const string text = "A rather long name of a product with several words in it";
        var lines = PdfText.Wrap(PdfFont.Regular, 10, text, 120, 10);
        Assert.True(lines.Length > 1);
        Assert.Equal(text, string.Join(' ', lines));
        Assert.All(lines, line => Assert.InRange(PdfFont.Regular.Measure(line, 10), 1, 120));
    }

    [Fact]
    public void Wrap_BreaksAWordThatIsWiderThanALine()
    {
        var word = new string('W', 100);
        var lines = PdfText.Wrap(PdfFont.Regular, 10, $"x {word} y", 120, 100);
        Assert.Equal($"x{word}y", string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.InRange(PdfFont.Regular.Measure(line, 10), 1, 120));
    }

    [Fact]
    public void Wrap_CutsWithAnEllipsis_WhatDoesNotFit()
    {
        var lines = PdfText.Wrap(PdfFont.Bold, 10, string.Concat(Enumerable.Repeat("Wide Words ", 50)), 120, 2);
        Assert.Equal(2, lines.Length);
        Assert.EndsWith("…", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(PdfFont.Bold.Measure(line, 10), 1, 120));
    }

    [Fact]
    public void Wrap_OfNothing_IsOneEmptyLine() => Assert.Equal("", Assert.Single(PdfText.Wrap(PdfFont.Regular, 10, " \n ", 120, 2)));
}
