namespace Hss.Drill.Record;

/// <summary>A mail as the mail server took it. The same mail may come again, under the same <paramref name="MessageId"/>.</summary>
/// <param name="MessageId">The header of this name.</param>
/// <param name="To">To whom the server was asked to give it.</param>
/// <param name="Subject">Decoded.</param>
internal sealed record TakenMail(string MessageId, string To, string Subject);
