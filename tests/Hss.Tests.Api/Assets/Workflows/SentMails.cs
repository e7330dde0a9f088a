using System.Security.Cryptography;
using System.Text;

namespace Hss.Tests.Api.Assets.Workflows;

/// <summary>The mails of a server without a mail server: files, one an effect, whose name comes from the effect's id.</summary>
internal static class SentMails
{
    /// <summary>The mail of an effect of a workflow, or null.</summary>
    /// <param name="effect">What follows <c>workflow/</c> in its id: <c>id@version/mail</c>.</param>
    public static string? Of(ApiServer server, string effect)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"workflow/{effect}")))[..32];
        var file = Path.Combine(server.DataFolder, "mail", $"{id}.eml");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    /// <summary>Waits for it.</summary>
    public static async Task<(string To, string Text)> Arrived(ApiServer server, string effect)
    {
        await Loans.Until(() => Task.FromResult(Of(server, effect) is not null), $"the mail of {effect}");
        var mail = Of(server, effect)!.ReplaceLineEndings("\n");
        var end = mail.IndexOf("\n\n", StringComparison.Ordinal);
        var to = mail[..end].Split('\n').Single(l => l.StartsWith("To: ", StringComparison.Ordinal));
        return (to, Encoding.UTF8.GetString(Convert.FromBase64String(mail[end..].Replace("\n", "", StringComparison.Ordinal))));
    }

    /// <summary>How many there are to an address.</summary>
    public static int To(ApiServer server, string email) => Directory.GetFiles(Path.Combine(server.DataFolder, "mail"), "*.eml")
        .Count(f => File.ReadLines(f).Any(l => l.StartsWith("To: ", StringComparison.Ordinal) && l.Contains(email, StringComparison.Ordinal)));
}
