using System.Net.Mail;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;

namespace Hss.Silo.Mail;

/// <summary>Makes a MIME message of a letter. Nothing in a letter can add a header or another recipient.</summary>
internal static class MailComposer
{
    /// <summary>What stands for an effect in <c>Message-ID</c> and in file names: stable, and tells nothing.</summary>
    public static string IdOf(string effectId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(effectId)))[..32];

    /// <summary>The message; the caller disposes it.</summary>
    /// <exception cref="IOException">The address is none.</exception>
    public static MailMessage Compose(Letter letter, string from)
    {
        var message = new MailMessage(new MailAddress(from), To(letter))
        {
            Subject = OneLine(letter.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Text.ReplaceLineEndings("\r\n"),
            BodyEncoding = Ascii.IsValid(letter.Text) ? Encoding.ASCII : Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{IdOf(letter.EffectId)}@hss>");
        foreach (var file in letter.Attachments)
        {
            var part = new System.Net.Mail.Attachment(new MemoryStream(file.Content(), writable: false), new ContentType(file.ContentType) { Name = file.Name });
            part.ContentDisposition!.FileName = file.Name;
            message.Attachments.Add(part);
        }

        return message;
    }

    // An address with a name in it, or several, is none.
    private static MailAddress To(Letter letter) =>
        MailAddress.TryCreate(letter.To, PersonName(letter.ToName), Encoding.UTF8, out var to) && to.Address == letter.To
            ? to
            : throw new IOException("The recipient has no valid e-mail address");

    // The framework puts a name between quotation marks as it is.
    private static string PersonName(string name) => OneLine(name).Replace('"', '\'').Replace('\\', '/');

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
