namespace Hss.Api.Identity;

/// <summary>One name field against two: split at the last space (contracts, section 3).</summary>
public static class PersonName
{
    /// <summary>First and last name.</summary>
    public static (string First, string Last) Split(string name)
    {
        var trimmed = name.Trim();
        var space = trimmed.LastIndexOf(' ');
        return space < 0 ? (trimmed, "") : (trimmed[..space].TrimEnd(), trimmed[(space + 1)..]);
    }

    /// <summary>Both in one.</summary>
    public static string Join(string first, string last) => $"{first} {last}".Trim();
}
