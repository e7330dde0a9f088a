using System.Collections.Frozen;
using System.Globalization;

namespace Hss.Grains.Library.Books;

/// <summary>
/// Letters without their accents, for searches: Latin, Greek and Cyrillic. The program runs without the tables of a culture library, which are what
/// would take letters apart elsewhere.
/// </summary>
internal static class PlainLetters
{
    // Each base with what it is the base of (NFKD of Unicode 15 without marks).
    private static readonly FrozenDictionary<char, string> Known = Groups(
        ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ('b', "ḃḅḇ"),
        ('c', "çćĉċčḉ"),
        ('d', "ďḋḍḏḑḓ"),
        ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ('f', "ḟ"),
        ('g', "ĝğġģǧǵḡ"),
        ('h', "ĥȟḣḥḧḩḫẖ"),
        ('i', "ìíîïĩīĭįǐȉȋḭḯỉị"),
        ('j', "ĵǰ"),
        ('k', "ķǩḱḳḵ"),
        ('l', "ĺļľḷḹḻḽ"),
        ('m', "ḿṁṃ"),
        ('n', "ñńņňǹṅṇṉṋ"),
        ('o', "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
        ('p', "ṕṗ"),
        ('r', "ŕŗřȑȓṙṛṝṟ"),
        ('s', "śŝşšſșṡṣṥṧṩẛ"),
        ('t', "ţťțṫṭṯṱẗ"),
        ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ('v', "ṽṿ"),
        ('w', "ŵẁẃẅẇẉẘ"),
        ('x', "ẋẍ"),
        ('y', "ýÿŷȳẏẙỳỵỷỹ"),
        ('z', "źżžẑẓẕ"),
        ('ʒ', "ǯ"),
        ('α', "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
        ('β', "ϐ"),
        ('ε', "έϵἐἑἒἓἔἕὲέ"),
        ('η', "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
        ('θ', "ϑ"),
        ('ι', "ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ"),
        ('κ', "ϰ"),
        ('ο', "όὀὁὂὃὄὅὸό"),
        ('π', "ϖ"),
        ('ρ', "ϱῤῥ"),
        ('ς', "ϲ"),
        ('υ', "ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
        ('φ', "ϕ"),
        ('ω', "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
        ('а', "ӑӓ"),
        ('г', "ѓ"),
        ('е', "ѐёӗ"),
        ('ж', "ӂӝ"),
        ('з', "ӟ"),
        ('и', "йѝӣӥ"),
        ('к', "ќ"),
        ('о', "ӧ"),
        ('у', "ўӯӱӳ"),
        ('ч', "ӵ"),
        ('ы', "ӹ"),
        ('э', "ӭ"),
        ('і', "ї"),
        ('ѵ', "ѷ"),
        ('ә', "ӛ"),
        ('ө', "ӫ"))
        .Concat(Words(('ß', "ss"), ('æ', "ae"), ('ǣ', "ae"), ('ǽ', "ae"), ('ǿ', "o"), ('œ', "oe"), ('ø', "o"), ('ł', "l"), ('đ', "d"), ('ð', "d"), ('þ', "th"), ('ı', "i"), ('ς', "σ")))
        .ToFrozenDictionary();

    /// <summary>A lower-case letter as it is searched.</summary>
    public static string Of(char letter) => Known.TryGetValue(letter, out var plain) ? plain : letter.ToString();

    /// <summary>Whether it is an accent that stands behind its letter.</summary>
    public static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static IEnumerable<KeyValuePair<char, string>> Groups(params (char Plain, string Letters)[] groups) =>
        groups.SelectMany(g => g.Letters, (g, letter) => KeyValuePair.Create(letter, g.Plain.ToString()));

    private static IEnumerable<KeyValuePair<char, string>> Words(params (char Letter, string Plain)[] words) => words.Select(w => KeyValuePair.Create(w.Letter, w.Plain));
}
