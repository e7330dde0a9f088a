using System.Collections.Immutable;
using Hss.Interfaces.Shop.Invoices;
using Hss.Silo.Shop.Invoices;
using Hss.Tests.Shared.Pdf;

namespace Hss.Tests.Unit.Shop.Invoices;

/// <summary>Invoices as <c>pdftotext</c> and <c>pdfinfo</c> read them.</summary>
public sealed class InvoiceDocumentTests
{
    private static readonly InvoiceView Invoice = new("INV-2026-000042", new(
        "17", "a1", new(2026, 11, 21, 23, 59, 59, TimeSpan.Zero), "processing", "Jürgen Größe", "Weidenstraße 5\n8000 Zürich", "DE 811 907 980",
        [new("Classic Cotton T-Shirt", 2, 29_99, 59_98), new("Jäckchen „Übergröße“ (£ 20 / € 25)", 1, 1250_00, 1250_00)],
        new(1309_98, 104_80, 0, 1414_78)));

    [Fact]
    public void Invoice_ShowsAllThatAnInvoiceNeeds()
    {
        var text = PdfReader.Text(InvoiceDocument.Render(Invoice));
        var lines = text.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains("Fashion Store Invoice", lines);
        Assert.Contains("Invoice number: INV-2026-000042", lines);
        Assert.Contains("Order ID: 17", lines);
        Assert.Contains("Date: 2026-11-21", lines);
        Assert.Contains("Status: processing", lines);
        Assert.Contains("Customer: Jürgen Größe", lines);
        Assert.Contains("Address: Weidenstraße 5", lines);
        Assert.Contains("8000 Zürich", lines);
        Assert.Contains("Tax ID: DE 811 907 980", lines);
        Assert.Contains("Item Qty Price Total", lines);
        Assert.Contains("Classic Cotton T-Shirt 2 $29.99 $59.98", lines);
        Assert.Contains("Jäckchen „Übergröße“ (£ 20 / € 25) 1 $1250.00 $1250.00", lines);
        Assert.Contains("Subtotal $1309.98", lines);
        Assert.Contains("Tax $104.80", lines);
        Assert.Contains("Shipping $0.00", lines);
        Assert.Contains("Total $1414.78", lines);
        Assert.Contains("INV-2026-000042 Page 1 of 1", lines);
    }

    [Fact]
    public void TheSameInvoice_GivesTheSameBytes() => Assert.Equal(InvoiceDocument.Render(Invoice), InvoiceDocument.Render(Invoice));

    [Fact]
    public void ManyLines_GoOverSeveralPages_EachWithItsHeadAndNumber()
    {
        var lines = Enumerable.Range(1, 120).Select(i => new InvoiceLine($"Product number {i:000}", i, i * 100, i * i * 100)).ToImmutableArray();
        var pdf = InvoiceDocument.Render(Invoice with { Content = Invoice.Content with { Lines = lines } });

        var pages = PdfReader.Pages(pdf);
        Assert.InRange(pages.Count, 3, 5);
        Assert.Equal($"{pages.Count}", PdfReader.Info(pdf)["Pages"]);
        for (var i = 0; i < pages.Count; i++)
        {
            Assert.Contains($"Page {i + 1} of {pages.Count}", pages[i], StringComparison.Ordinal);
            Assert.Contains("Fashion Store", pages[i], StringComparison.Ordinal);
            Assert.Contains("INV-2026-000042", pages[i], StringComparison.Ordinal);
            Assert.Matches(@"Item\s+Qty\s+Price\s+Total", pages[i]);
        }

        var text = string.Concat(pages);
        Assert.All(lines, line => Assert.Matches($@"{line.Item}\s+{line.Quantity}\s+\${line.Price / 100}\.00\s+\${line.Total / 100}\.00", text));
        Assert.Matches(@"Total\s+\$1414\.78", pages[^1]);
        AssertWithinThePage(pdf);
    }

    [Fact]
    public void AnyNumberOfLines_StaysWithinThePages_AndEndsWithTheTotal()
    {
        for (var count = 1; count <= 60; count += 3)
        {
            var lines = Enumerable.Range(1, count).Select(i => new InvoiceLine($"P{i}", 1, 1_00, 1_00)).ToImmutableArray();
            var pdf = InvoiceDocument.Render(Invoice with { Content = Invoice.Content with { Lines = lines } });
            Assert.Matches(@"Total\s+\$1414\.78", PdfReader.Pages(pdf)[^1]);
            AssertWithinThePage(pdf);
        }
    }

    [Fact]
    public void LongTexts_AreWrappedAndCut_AndRunIntoNothing()
    {
        var content = Invoice.Content with
        {
            CustomerName = string.Concat(Enumerable.Repeat("Adelheid-Wilhelmine ", 12)),
            Address = string.Concat(Enumerable.Repeat("Hinterer Mühlenweg ", 26)),
            TaxId = new string('9', 100),
            Lines = [new(new string('W', 200), 999_999, 99_999_999_99, 99_999_999_99), new("Short", 1, 1_00, 1_00)],
        };
        var pdf = InvoiceDocument.Render(Invoice with { Content = content });
        AssertWithinThePage(pdf);
        var words = PdfReader.Words(pdf);
        var (quantity, wide) = (words.Single(w => w.Text == "999999"), words.Where(w => w.Text.StartsWith("WWW", StringComparison.Ordinal)).ToList());
        Assert.Equal(3, wide.Count);
        Assert.EndsWith("…", wide[^1].Text, StringComparison.Ordinal);
        Assert.All(wide, w => Assert.True(w.Right < quantity.Left, $"{w.Right} {quantity.Left}"));
        Assert.True(quantity.Right < words.First(w => w.Text == "$99999999.99").Left);
        Assert.Contains("Short", words.Select(w => w.Text));
    }

    private static void AssertWithinThePage(byte[] pdf) => Assert.All(PdfReader.Words(pdf), w =>
    {
        Assert.InRange(w.Left, 49, 546);
        Assert.InRange(w.Right, 49, 546);
        Assert.InRange(w.Bottom, 40, 812);
    });
}
