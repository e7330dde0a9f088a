using System.Collections.Frozen;

namespace Hss.Silo.Pdf;

/// <summary>
/// Letters with marks: those that Windows-1252 has put together from their parts, and the plain letters of those that it has not. An own table,
/// because the program runs without the system's Unicode data, and because documents must not change with it.
/// </summary>
internal static class LatinLetters
{
    // A mark, then pairs of a letter and the letter with the mark.
    private static readonly FrozenDictionary<(char Letter, char Mark), char> Composed = ((string[])
    [
        "\u0300AÀEÈIÌOÒUÙaàeèiìoòuù",
        "\u0301AÁEÉIÍOÓUÚYÝaáeéiíoóuúyý",
        "\u0302AÂEÊIÎOÔUÛaâeêiîoôuû",
        "\u0303AÃNÑOÕaãnñoõ",
        "\u0308AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ",
        "\u030aAÅaå",
        "\u030cSŠZŽsšzž",
        "\u0327CÇcç",
    ]).SelectMany(row => row[1..].Chunk(2), (row, pair) => (Key: (pair[0], row[0]), Letter: pair[1])).ToFrozenDictionary(x => x.Key, x => x.Letter);

    // The first character of a range, then the plain letter of each in order.
    private static readonly FrozenDictionary<char, char> Plain = ((string[])
    [
        "\u0100AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi",
        "\u0134JjKkkLlLlLlLlLlNnNnNnnNnOoOoOo",
        "\u0154RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs",
        "\u01a0Oo",
        "\u01afUu",
        "\u01cdAaIiOoUuUuUuUuUu",
        "\u01e6GgKkOoOo",
        "\u0200AaAaEeEeIiIiOoOoRrRrUuUuSsTt",
        "\u1e80WwWwWw",
        "\u1ea0AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy",
    ]).SelectMany(row => row[1..].Select((letter, i) => (Key: (char)(row[0] + i), Letter: letter))).ToFrozenDictionary(x => x.Key, x => x.Letter);

    /// <summary>The letter and the mark that follows it as one, or null when there is no such character in the set.</summary>
    public static char? Compose(char letter, char mark) => Composed.TryGetValue((letter, mark), out var one) ? one : null;

    /// <summary>The letter without its marks, or null when it is none that is known.</summary>
    public static char? WithoutMarks(char letter) => Plain.TryGetValue(letter, out var plain) ? plain : null;
}
