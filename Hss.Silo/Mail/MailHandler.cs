using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Silo.Effects;

namespace Hss.Silo.Mail;

/// <summary>Sends mails that commits carry whole.</summary>
public sealed class MailHandler(EntityCodec codec, IMailSender mails) : IEffectHandler
{
    /// <inheritdoc />
    public string Target => AccountRules.MailTarget;

    /// <inheritdoc />
    public Task Handle(PendingEffect effect, CancellationToken cancellation)
    {
        var payload = codec.Decode<MailPayload>(effect.Source, effect.Payload);
        return mails.Send(new(effect.Id, payload.To, "", payload.Subject, payload.Text), cancellation);
    }
}
