using System.Collections.Immutable;

namespace Hss.Silo.Mail;

/// <summary>Sends one mail for one effect. Sending again is harmless: every copy carries the same <c>Message-ID</c>.</summary>
public interface IMailSender
{
    /// <summary>Sends it; when this returns, the mail server (or the folder) has it.</summary>
    /// <exception cref="IOException">Not sent; to be tried again. The message names no address.</exception>
    Task Send(Letter letter, CancellationToken cancellation);
}

/// <summary>A mail to one person.</summary>
/// <param name="EffectId">The effect that it is for: the <c>Message-ID</c> comes from it.</param>
/// <param name="To">The address alone.</param>
/// <param name="ToName">The person's name, or empty.</param>
/// <param name="Subject">One line; line breaks become blanks.</param>
/// <param name="Text">Plain text.</param>
public sealed record Letter(string EffectId, string To, string ToName, string Subject, string Text)
{
    /// <summary>Files that go with it.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];
}

/// <summary>A file of a mail.</summary>
/// <param name="Content">Makes its bytes: nobody draws an invoice for a mail that is not sent.</param>
public sealed record Attachment(string Name, string ContentType, Func<byte[]> Content);
