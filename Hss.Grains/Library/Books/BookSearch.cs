using System.Collections.Immutable;
using System.Text;
using Hss.Interfaces.Library;

namespace Hss.Grains.Library.Books;

/// <summary>
/// Titles as searches see them: words in lower case without accents, each with a blank before it, so that a list's "contains" finds the beginnings
/// of words. What is stored and what is asked for go the same way.
/// </summary>
public static class BookSearch
{
    // No word begins so: what does is found by its own filter only.
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
                _ = field.Length == 0 ? text.Append(' ').Append(word) : text.Append(' ').Append(Mark).Append(field).Append(word);
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
    public static ImmutableArray<string> AuthorTerms(string text) => [.. Words(text).Select(w => $" {Mark}a{w}")];

    /// <summary>The same for publishers only.</summary>
    public static ImmutableArray<string> PublisherTerms(string text) => [.. Words(text).Select(w => $" {Mark}p{w}")];

    /// <summary>A text as lists sort it.</summary>
    public static string SortKey(string text) => string.Join(' ', Words(text));

    private static ImmutableArray<string> Words(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                word.Append(PlainLetters.Of(char.ToLowerInvariant(c)));
            else if (c is not ('\'' or '\u2019') && !PlainLetters.IsMark(c))
                End();
        }

        End();
        return words.ToImmutable();

        void End()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }
}
