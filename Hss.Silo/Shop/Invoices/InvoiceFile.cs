using Hss.Interfaces.Shop.Invoices;
using Hss.Silo.Mail;

namespace Hss.Silo.Shop.Invoices;

/// <summary>An invoice as the one file that mails carry and downloads give.</summary>
public static class InvoiceFile
{
    /// <summary>The type of the file.</summary>
    public const string ContentType = "application/pdf";

    /// <summary>The file's name.</summary>
    public static string Name(InvoiceView invoice) => $"invoice-{invoice.Content.OrderId}.pdf";

    /// <summary>The file for a mail.</summary>
    public static Attachment Attachment(InvoiceView invoice) => new(Name(invoice), ContentType, () => InvoiceDocument.Render(invoice));
}
