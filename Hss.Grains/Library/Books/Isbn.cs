using System.Diagnostics.CodeAnalysis;

namespace Hss.Grains.Library.Books;

/// <summary>International Standard Book Numbers (ISO 2108), old ones of ten digits and new ones of thirteen.</summary>
public static class Isbn
{
    private const int Old = 10;
    private const int New = 13;

    // All old numbers are the new ones that begin so.
    private const string OldPrefix = "978";

    /// <summary>Reads a number as people write it, with hyphens or blanks, and checks its last digit.</summary>
    /// <param name="normal">Digits, and perhaps a last <c>X</c>.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? normal)
    {
        normal = Compact(text ?? "");
        var valid = normal.Length switch
        {
            Old => HasDigits(normal.AsSpan(0, Old - 1)) && normal[^1] == OldCheck(normal),
            New => HasDigits(normal) && (normal.StartsWith(OldPrefix, StringComparison.Ordinal) || normal.StartsWith("979", StringComparison.Ordinal)) && normal[^1] == NewCheck(normal),
            _ => false,
        };
        normal = valid ? normal : null;
        return valid;
    }

    /// <summary>The number with thirteen digits: equal for a title's old and new number.</summary>
    /// <param name="normal">As <see cref="TryParse"/> gives it.</param>
    public static string Thirteen(string normal)
    {
        if (normal.Length == New)
            return normal;
        var digits = OldPrefix + normal[..^1];
        return digits + NewCheck(digits);
    }

    /// <summary>The number with ten digits, or null when there is none.</summary>
    /// <param name="normal">As <see cref="TryParse"/> gives it.</param>
    public static string? Ten(string normal)
    {
        if (normal.Length == Old)
            return normal;
        if (!normal.StartsWith(OldPrefix, StringComparison.Ordinal))
            return null;
        var digits = normal[OldPrefix.Length..^1];
        return digits + OldCheck(digits);
    }

    /// <summary>A text without what people part digits by.</summary>
    public static string Compact(string text) => string.Concat(text.Where(c => c is not ('-' or '\u2010' or '\u2011' or '\u2012' or '\u2013') && !char.IsWhiteSpace(c))).ToUpperInvariant();

    private static bool HasDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    // The weights 10 to 2; the sum with the check is a multiple of 11.
    private static char OldCheck(string digits)
    {
        var sum = 0;
        for (var i = 0; i < Old - 1; i++)
            sum += (Old - i) * (digits[i] - '0');
        var check = (11 - (sum % 11)) % 11;
        return check == 10 ? 'X' : (char)('0' + check);
    }

    // The weights 1 and 3 in turn; the sum with the check is a multiple of 10.
    private static char NewCheck(string digits)
    {
        var sum = 0;
        for (var i = 0; i < New - 1; i++)
            sum += (i % 2 == 0 ? 1 : 3) * (digits[i] - '0');
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
