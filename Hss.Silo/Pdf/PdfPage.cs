using System.Globalization;
using System.Text;

namespace Hss.Silo.Pdf;

/// <summary>One A4 page. Places are points from its left and upper edges.</summary>
public sealed class PdfPage
{
    /// <summary>The width of A4 in points.</summary>
    public const double Width = 595.28;

    /// <summary>The height of A4 in points.</summary>
    public const double Height = 841.89;

    private readonly StringBuilder _content = new();

    /// <summary>The page's drawing operators: ASCII alone.</summary>
    internal string Content => _content.ToString();

    /// <summary>Writes one line of text; <paramref name="y"/> is its base line.</summary>
    public void Text(double x, double y, string text, double size, PdfFont? font = null) =>
        _content.Append(CultureInfo.InvariantCulture, $"BT /{(font ?? PdfFont.Regular).Resource} {Number(size)} Tf {Number(x)} {Number(Height - y)} Td ({PdfDocument.Escape(WinAnsi.Clean(text))}) Tj ET\n");

    /// <summary>Writes one line of text that ends at <paramref name="right"/>.</summary>
    public void TextUpTo(double right, double y, string text, double size, PdfFont? font = null) =>
        Text(right - (font ?? PdfFont.Regular).Measure(WinAnsi.Clean(text), size), y, text, size, font);

    /// <summary>Draws a level line.</summary>
    public void Rule(double left, double right, double y, double thickness = 0.5) =>
        _content.Append(CultureInfo.InvariantCulture, $"{Number(thickness)} w {Number(left)} {Number(Height - y)} m {Number(right)} {Number(Height - y)} l S\n");

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
