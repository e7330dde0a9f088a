namespace Hss.Api.Assets;

/// <summary>Optional texts.</summary>
public static class Texts
{
    /// <summary>Trimmed; a blank one is none.</summary>
    public static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
