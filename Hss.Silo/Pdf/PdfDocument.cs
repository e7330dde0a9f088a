using System.Globalization;
using System.Text;

namespace Hss.Silo.Pdf;

/// <summary>
/// Writes PDF 1.4 with the standard fonts. The bytes depend on what is put in alone: nothing is taken from the clock, and nothing is
/// compressed, so that another version of a library cannot change them. Text is stored as text, and can be searched and copied.
/// </summary>
/// <param name="title">The title that readers show.</param>
/// <param name="date">The date of the document itself.</param>
public sealed class PdfDocument(string title, DateTimeOffset date)
{
    // Objects come in this order; each page is two: the page, then its content.
    private const int Catalog = 1;
    private const int Pages = 2;
    private const int Info = 3;
    private const int RegularFont = 4;
    private const int BoldFont = 5;
    private const int FirstPage = 6;

    private readonly List<PdfPage> _pages = [];

    /// <summary>Adds an empty page at the end.</summary>
    public PdfPage AddPage()
    {
        _pages.Add(new());
        return _pages[^1];
    }

    /// <summary>The whole file.</summary>
    public byte[] ToBytes()
    {
        var file = new StringBuilder("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        var offsets = new List<int>();
        Object($"<< /Type /Catalog /Pages {Pages} 0 R >>");
        Object($"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, i) => $"{FirstPage + (2 * i)} 0 R"))}] >>");
        Object($"<< /Title ({Escape(WinAnsi.Clean(title))}) /Producer (HSS) /CreationDate (D:{date.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z) >>");
        foreach (var font in (PdfFont[])[PdfFont.Regular, PdfFont.Bold])
            Object($"<< /Type /Font /Subtype /Type1 /BaseFont /{font.Name} /Encoding /WinAnsiEncoding >>");
        for (var i = 0; i < _pages.Count; i++)
        {
            Object(
                $"<< /Type /Page /Parent {Pages} 0 R /MediaBox [0 0 595.28 841.89] /Contents {FirstPage + (2 * i) + 1} 0 R "
                + $"/Resources << /Font << /{PdfFont.Regular.Resource} {RegularFont} 0 R /{PdfFont.Bold.Resource} {BoldFont} 0 R >> >> >>");
            Object($"<< /Length {_pages[i].Content.Length} >>\nstream\n{_pages[i].Content}\nendstream");
        }

        var xref = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root {Catalog} 0 R /Info {Info} 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        // One character is one byte, so offsets into the text are offsets into the file.
        return Encoding.Latin1.GetBytes(file.ToString());

        void Object(string body)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }
    }

    /// <summary>A clean text as the inside of a PDF string: pure ASCII.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var code in text.Select(WinAnsi.Code))
        {
            if (code is (byte)'(' or (byte)')' or (byte)'\\')
                escaped.Append('\\').Append((char)code);
            else if (code < 0x7f)
                escaped.Append((char)code);
            else
                escaped.Append('\\').Append(Convert.ToString(code, 8));
        }

        return escaped.ToString();
    }
}
