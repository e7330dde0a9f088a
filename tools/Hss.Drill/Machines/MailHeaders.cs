using System.Text;
using System.Text.RegularExpressions;

namespace Hss.Drill.Machines;

/// <summary>The header of a mail: unfolded (RFC 5322), encoded words decoded (RFC 2047).</summary>
internal static partial class MailHeaders
{
    /// <summary>Values by the names in lower case.</summary>
    /// <param name="lines">The mail's lines; those after the first empty one are not looked at.</param>
    public static Dictionary<string, string> Of(IEnumerable<string> lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = "";
        foreach (var line in lines.TakeWhile(l => l.Length > 0))
        {
            if (line[0] is ' ' or '\t')
            {
                headers[name] += line;
                continue;
            }

            name = line.Split(':')[0].ToLowerInvariant();
            headers[name] = line[(name.Length + 1)..].TrimStart();
        }

        return headers.ToDictionary(h => h.Key, h => Decode(h.Value), StringComparer.Ordinal);
    }

    // A character may be cut in two by the end of a word: words that follow one another are one text.
    private static string Decode(string value) => Words().Replace(value, run =>
        Encoding.UTF8.GetString([.. Word().Matches(run.Value).SelectMany(w => w.Groups[1].Value is "B" or "b" ? Convert.FromBase64String(w.Groups[2].Value) : Quoted(w.Groups[2].Value))]));

    private static IEnumerable<byte> Quoted(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                yield return Convert.ToByte(text.Substring(i + 1, 2), 16);
                i += 2;
            }
            else
            {
                yield return text[i] == '_' ? (byte)' ' : (byte)text[i];
            }
        }
    }

    [GeneratedRegex(@"=\?utf-8\?[QB]\?[^?]*\?=(\s+=\?utf-8\?[QB]\?[^?]*\?=)*", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"=\?utf-8\?([QB])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
