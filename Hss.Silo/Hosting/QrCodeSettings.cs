namespace Hss.Silo.Hosting;

/// <summary>QR codes of assets (the variables of the earlier system, with their defaults).</summary>
/// <param name="AssetPages">
/// What comes before an asset's id in its QR code, without a slash at the end: <c>QR_CODE_BASE_URL</c>, else <c>APP_FRONTEND_URL</c> (http://localhost:5173)
/// with <c>/assets</c>.
/// </param>
public sealed record QrCodeSettings(string AssetPages)
{
    private const string Assets = "/assets";
    private const int MaxLength = 500;

    internal static QrCodeSettings Read(SettingsReader reader)
    {
        var (own, frontend) = (Address(reader, "QR_CODE_BASE_URL"), Address(reader, "APP_FRONTEND_URL"));
        var pages = own ?? frontend ?? "http://localhost:5173";
        return new(pages.EndsWith(Assets, StringComparison.Ordinal) ? pages : pages + Assets);
    }

    private static string? Address(SettingsReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
            return null;
        if (text.Length > MaxLength || !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Query.Length + address.Fragment.Length > 0)
            reader.Fault($"{name}: '{text}' is no http or https address of at most {MaxLength} characters without query");
        return text.TrimEnd('/');
    }
}
