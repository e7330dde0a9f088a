using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace Hss.Tests.Shared.Pdf;

/// <summary>Reads PDF files with other people's eyes: the programs of poppler-utils.</summary>
public static class PdfReader
{
    /// <summary>The text, laid out as on the page; pages end with a form feed.</summary>
    public static string Text(byte[] pdf) => Run("pdftotext", pdf, "-layout", "-enc", "UTF-8", "-", "-");

    /// <summary>The text of each page.</summary>
    public static IReadOnlyList<string> Pages(byte[] pdf) => Text(pdf).Split('\f')[..^1];

    /// <summary>What <c>pdfinfo</c> says, by name.</summary>
    public static IReadOnlyDictionary<string, string> Info(byte[] pdf) => Run("pdfinfo", pdf, "-").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(':', 2)).ToDictionary(p => p[0], p => p[1].Trim());

    /// <summary>Each word with the place where poppler draws it, in points from the upper left corner.</summary>
    public static IReadOnlyList<PdfWord> Words(byte[] pdf) => [.. XDocument.Parse(Run("pdftotext", pdf, "-bbox", "-enc", "UTF-8", "-", "-")).Descendants()
        .Where(e => e.Name.LocalName == "word")
        .Select(e => new PdfWord(e.Value, Number(e, "xMin"), Number(e, "xMax"), Number(e, "yMin"), Number(e, "yMax")))];

    private static double Number(XElement word, string name) => double.Parse(word.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static string Run(string program, byte[] pdf, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.BaseStream.Write(pdf);
        process.StandardInput.Close();
        process.WaitForExit();
        // Readers repair what they can and only complain; a correct file gives no complaint.
        if (process.ExitCode != 0 || errors.Result.Length > 0)
            throw new InvalidDataException($"{program} ended with {process.ExitCode}: {errors.Result}");
        return output.Result;
    }
}

/// <summary>A word and its box.</summary>
public sealed record PdfWord(string Text, double Left, double Right, double Top, double Bottom);
