using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Hss.Silo.Assets.QrCodes;

/// <summary>What a label shows of an asset.</summary>
/// <param name="Location">Its location's name, or null.</param>
/// <param name="Png">Its QR code.</param>
public sealed record Label(string Tag, string Name, string? Category, string? Location, byte[] Png);

/// <summary>A page of labels to print, 2.5 by 1.5 inches each, whole by itself: its style and its images are within it.</summary>
public static class LabelSheet
{
    private const string Style =
        """
        @page { margin: 0.25in; }
        * { box-sizing: border-box; }
        body { margin: 0; font-family: Arial, Helvetica, sans-serif; color: #000; background: #fff; }
        main { display: flex; flex-wrap: wrap; gap: 0.1in; }
        article { width: 2.5in; height: 1.5in; padding: 0.1in; display: flex; gap: 0.1in; align-items: center; border: 1px dashed #999; overflow: hidden; break-inside: avoid; }
        img { width: 1.2in; height: 1.2in; flex: none; image-rendering: pixelated; }
        div { min-width: 0; max-height: 1.3in; overflow: hidden; overflow-wrap: anywhere; font-size: 8pt; line-height: 1.2; }
        h1 { margin: 0 0 0.04in; font-size: 9pt; }
        p { margin: 0; }
        @media print { article { border-color: transparent; } }
        """;

    /// <summary>The policy that lets a browser show this page and nothing more: this very style, and images within the page.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The page.</summary>
    public static string Html(ImmutableArray<Label> labels)
    {
        var page = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Asset labels</title>\n<style>").Append(Style)
            .Append("</style>\n</head>\n<body>\n<main>\n");
        foreach (var label in labels)
        {
            page.Append("<article><img alt=\"\" src=\"data:image/png;base64,").Append(Convert.ToBase64String(label.Png)).Append("\"><div><h1>").Append(Safe(label.Tag)).Append("</h1>");
            foreach (var line in new[] { label.Name, label.Category, label.Location }.OfType<string>())
                page.Append("<p>").Append(Safe(line)).Append("</p>");
            page.Append("</div></article>\n");
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
