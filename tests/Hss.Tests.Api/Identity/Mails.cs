namespace Hss.Tests.Api.Identity;

/// <summary>The mails that a server without a mail server leaves as files.</summary>
internal static class Mails
{
    /// <summary>The token of the reset mail to this address, as soon as the mail is there.</summary>
    public static async Task<string> ResetToken(ApiServer server, string email)
    {
        var folder = Path.Combine(server.DataFolder, "mail");
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        string? mail = null;
        while (mail is null)
        {
            guard.Token.ThrowIfCancellationRequested();
            await Task.Delay(5);
            mail = Directory.Exists(folder)
                ? Directory.GetFiles(folder, "*.eml").Select(File.ReadAllText).FirstOrDefault(t => t.Contains(email, StringComparison.Ordinal))
                : null;
        }

        // Quoted-printable.
        var text = mail.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        return text[(text.IndexOf("token=", StringComparison.Ordinal) + 6)..].Split('=', '\r', '\n', ' ')[0];
    }
}
