using System.Collections.Immutable;
using System.Globalization;
using Hss.Grains.Entities;
using Hss.Interfaces.Shop.Invoices;
using Hss.Silo.Pdf;

namespace Hss.Silo.Shop.Invoices;

/// <summary>Draws an invoice on A4 pages. The same invoice gives the same bytes.</summary>
public static class InvoiceDocument
{
    private const double Left = 50;
    private const double Right = PdfPage.Width - 50;
    private const double Top = 60;
    private const double Bottom = PdfPage.Height - 70;
    private const double TextSize = 10;
    private const double LineHeight = 14;

    // The columns of numbers end here; the item's column ends before the quantity's begins.
    private const double QuantityEnd = 355;
    private const double PriceEnd = 445;
    private const double ItemWidth = 250;
    private const double AddressWidth = 300;
    private const int ItemLines = 3;
    private const int AddressLines = 12;

    /// <summary>The PDF file.</summary>
    public static byte[] Render(InvoiceView invoice)
    {
        var document = new PdfDocument($"Invoice {invoice.Number}", invoice.Content.PlacedAt);
        var pages = new List<PdfPage> { document.AddPage() };
        var y = TableHead(pages[0], Head(pages[0], invoice));
        foreach (var line in invoice.Content.Lines)
        {
            var item = PdfText.Wrap(PdfFont.Regular, TextSize, line.Item, ItemWidth, ItemLines);
            if (y + (item.Length * LineHeight) > Bottom)
                y = Continue(document, pages, invoice);
            y = Row(pages[^1], y, item, line);
        }

        if (y + (6 * LineHeight) > Bottom)
            y = Continue(document, pages, invoice);
        Sums(pages[^1], y, invoice.Content.Amounts);
        for (var i = 0; i < pages.Count; i++)
            Foot(pages[i], invoice.Number, i + 1, pages.Count);
        return document.ToBytes();
    }

    private static double Head(PdfPage page, InvoiceView invoice)
    {
        var content = invoice.Content;
        page.Text(Left, Top, "Fashion Store", 20, PdfFont.Bold);
        page.TextUpTo(Right, Top, "Invoice", 20, PdfFont.Bold);
        page.Rule(Left, Right, Top + 10, 1);
        var y = Top + 32;
        foreach (var (label, value) in ((string, string)[])
        [
            ("Invoice number:", invoice.Number),
            ("Order ID:", content.OrderId),
            ("Date:", content.PlacedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("Status:", content.Status),
        ])
        {
            y = Field(page, y, label, [value]);
        }

        y += LineHeight / 2;
        y = Field(page, y, "Customer:", PdfText.Wrap(PdfFont.Regular, TextSize, content.CustomerName, AddressWidth, 2));
        // Line breaks of an address are kept.
        ImmutableArray<string> address =
            [.. content.Address.ReplaceLineEndings("\n").Split('\n').SelectMany(part => PdfText.Wrap(PdfFont.Regular, TextSize, part, AddressWidth, AddressLines)).Take(AddressLines)];
        y = Field(page, y, "Address:", address);
        if (content.TaxId is { } taxId)
            y = Field(page, y, "Tax ID:", PdfText.Wrap(PdfFont.Regular, TextSize, taxId, AddressWidth, 2));
        return y + LineHeight;
    }

    private static double Field(PdfPage page, double y, string label, ImmutableArray<string> values)
    {
        page.Text(Left, y, label, TextSize, PdfFont.Bold);
        foreach (var value in values)
        {
            page.Text(Left + 95, y, value, TextSize);
            y += LineHeight;
        }

        return y;
    }

    private static double TableHead(PdfPage page, double y)
    {
        page.Text(Left, y, "Item", TextSize, PdfFont.Bold);
        page.TextUpTo(QuantityEnd, y, "Qty", TextSize, PdfFont.Bold);
        page.TextUpTo(PriceEnd, y, "Price", TextSize, PdfFont.Bold);
        page.TextUpTo(Right, y, "Total", TextSize, PdfFont.Bold);
        page.Rule(Left, Right, y + 5);
        return y + 20;
    }

    private static double Row(PdfPage page, double y, ImmutableArray<string> item, InvoiceLine line)
    {
        page.TextUpTo(QuantityEnd, y, line.Quantity.ToString(CultureInfo.InvariantCulture), TextSize);
        page.TextUpTo(PriceEnd, y, Amount(line.Price), TextSize);
        page.TextUpTo(Right, y, Amount(line.Total), TextSize);
        foreach (var part in item)
        {
            page.Text(Left, y, part, TextSize);
            y += LineHeight;
        }

        return y + 2;
    }

    private static void Sums(PdfPage page, double y, InvoiceAmounts amounts)
    {
        page.Rule(Left, Right, y - 6);
        y += 10;
        foreach (var (label, cents) in ((string, long)[])[("Subtotal", amounts.Subtotal), ("Tax", amounts.Tax), ("Shipping", amounts.Shipping)])
        {
            page.TextUpTo(PriceEnd, y, label, TextSize);
            page.TextUpTo(Right, y, Amount(cents), TextSize);
            y += LineHeight;
        }

        page.Rule(QuantityEnd, Right, y - 8);
        page.TextUpTo(PriceEnd, y + 6, "Total", 11, PdfFont.Bold);
        page.TextUpTo(Right, y + 6, Amount(amounts.Total), 11, PdfFont.Bold);
    }

    private static double Continue(PdfDocument document, List<PdfPage> pages, InvoiceView invoice)
    {
        var page = document.AddPage();
        pages.Add(page);
        page.Text(Left, Top, "Fashion Store", 14, PdfFont.Bold);
        page.TextUpTo(Right, Top, $"Invoice {invoice.Number}", TextSize);
        page.Rule(Left, Right, Top + 8, 1);
        return TableHead(page, Top + 30);
    }

    private static void Foot(PdfPage page, string number, int which, int count)
    {
        page.Rule(Left, Right, PdfPage.Height - 50);
        page.Text(Left, PdfPage.Height - 36, number, 8);
        page.TextUpTo(Right, PdfPage.Height - 36, $"Page {which} of {count}", 8);
    }

    private static string Amount(long cents) => "$" + Money.ToText(cents);
}
