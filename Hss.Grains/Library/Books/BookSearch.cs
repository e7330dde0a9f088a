using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Books;

/// <summary>
/// Titles as searches see them: words in lower case without accents, each with a blank before it, so that a list's "contains" finds the beginnings
/// of words. What is stored and what is asked for go the same way.
/// </summary>
public static class BookSearch
{
    // No word has it, so what follows it is found by its own filter only.
    private const char Mark = '=';

    private const int LeastDigits = 3;

    /// <summary>The stored text: title, author, both ISBNs, and author and publisher once more for their filters.</summary>
    public static string Of(BookFacts facts)
    {
        var text = new StringBuilder();
        Append("", [.. Words(facts.Title), .. Words(facts.Author), Isbn.Thirteen(facts.Isbn).ToLowerInvariant()]);
        if (Isbn.Ten(facts.Isbn) is { } ten)
            Append("", [ten.ToLowerInvariant()]);
        Append("a", Words(facts.Author));
        Append("p", Words(facts.Publisher ?? ""));
        return text.ToString();

        void Append(string field, ImmutableArray<string> words)
        {
            foreach (var word in words)
                _ = field.Length == 0 ? text.Append(' ').Append(word) : text.Append(' ').Append(field).Append(Mark).Append(word);
        }
    }

    /// <summary>What a search for a text must find, all of it; empty when the text has no word, which finds nothing.</summary>
    public static ImmutableArray<string> Terms(string text)
    {
        // Digits that are parted by hyphens are one number.
        var compact = Isbn.Compact(text);
        if (compact.Length >= LeastDigits && compact.AsSpan().TrimEnd('X').ContainsAnyExceptInRange('0', '9') == false)
            return [" " + compact.ToLowerInvariant()];
        return [.. Words(text).Select(w => " " + w)];
    }

    /// <summary>The same for authors only.</summary>
    public static ImmutableArray<string> AuthorTerms(string text) => [.. Words(text).Select(w => $" a{Mark}{w}")];

    /// <summary>The same for publishers only.</summary>
    public static ImmutableArray<string> PublisherTerms(string text) => [.. Words(text).Select(w => $" p{Mark}{w}")];

    /// <summary>A text as lists sort it.</summary>
    public static string SortKey(string text) => string.Join(' ', Words(text));

    private static ImmutableArray<string> Words(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
                word.Append(Plain(char.ToLowerInvariant(c)));
            else if (c is not ('\'' or '\u2019') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                End();
        }

        End();
        return words.ToImmutable();

        void End()
        {
            if (word.Length > 0)
                words.Add(word.ToString().Normalize(NormalizationForm.FormKC));
            word.Clear();
        }
    }

    // Letters that are no accented ones to Unicode, but are to people who search.
    private static string Plain(char c) => c switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => c.ToString(),
    };
}
