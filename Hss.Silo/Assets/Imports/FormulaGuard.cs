namespace Hss.Silo.Assets.Imports;

/// <summary>
/// Keeps spreadsheets from taking a text for a formula: a cell that begins with <c>= + - @</c>, a tab or a carriage return gets an apostrophe
/// before it. One that begins so after apostrophes gets one more, so that what is taken off is always what was put on.
/// </summary>
public static class FormulaGuard
{
    private const char Guard = '\'';

    /// <summary>The text as it is written into a file.</summary>
    public static string Protect(string text) => LooksLikeFormula(text) ? Guard + text : text;

    /// <summary>The text that a cell of a file stands for.</summary>
    public static string Open(string cell) => cell.StartsWith(Guard) && LooksLikeFormula(cell[1..]) ? cell[1..] : cell;

    private static bool LooksLikeFormula(string text) => text.AsSpan().TrimStart(Guard) is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
