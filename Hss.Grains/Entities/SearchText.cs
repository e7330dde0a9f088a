using System.Text;

namespace Hss.Grains.Entities;

/// <summary>Text as lists search it: composed, lower case, single blanks. What is stored and what is asked for go the same way.</summary>
public static class SearchText
{
    /// <summary>The texts together; nulls are left out.</summary>
    public static string Of(params IEnumerable<string?> texts)
    {
        var words = texts.SelectMany(t => (t ?? "").Normalize(NormalizationForm.FormC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return string.Join(' ', words);
    }
}
