using Hss.Silo.Effects;
using Hss.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Mail;

/// <summary>Adds outgoing mail to the silo.</summary>
public static class MailServices
{
    /// <summary>Adds it: by the mail server, else as files in Development, else not at all.</summary>
    public static IServiceCollection AddHssMail(this IServiceCollection services, HssSettings settings)
    {
        if (settings.Mail.Host is not null)
            services.AddSingleton<IMailSender>(new SmtpSender(settings.Mail));
        else if (settings.Development)
            services.AddSingleton<IMailSender, FolderSender>();
        else
            services.AddSingleton<IMailSender, NoSender>();
        return services.AddSingleton<IEffectHandler, MailHandler>();
    }
}
