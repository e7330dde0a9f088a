using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;

namespace Hss.Silo.Hosting;

/// <summary>Variables of the earlier systems that mean nothing here: each that is set is one warning, so that nobody believes it works.</summary>
public static class UnusedVariables
{
    /// <summary>Each with what stands in its place.</summary>
    public static readonly FrozenDictionary<string, string> All = new Dictionary<string, string>
    {
        ["REDIS_URL"] = "grains and the live feed need no Redis",
        ["REDIS_CELERY_BROKER_URL"] = "effects and due work need no broker",
        ["CELERY_BROKER_URL"] = "effects and due work need no broker",
        ["CELERY_RESULT_BACKEND"] = "effects and due work need no broker",
        ["SECRET_KEY"] = "use HSS_SIGNING_KEYS",
        ["JWT_SECRET_KEY"] = "use HSS_SIGNING_KEYS",
        ["JWT_ACCESS_SECRET"] = "use HSS_SIGNING_KEYS",
        ["JWT_REFRESH_SECRET"] = "use HSS_SIGNING_KEYS",
        ["JWT_ALGORITHM"] = "tokens are always HS256",
        ["JWT_ACCESS_TOKEN_EXPIRE_MINUTES"] = "use ACCESS_TOKEN_EXPIRE_MINUTES",
        ["JWT_ACCESS_EXPIRES_MINUTES"] = "use ACCESS_TOKEN_EXPIRE_MINUTES",
        ["JWT_REFRESH_TOKEN_EXPIRE_DAYS"] = "use REFRESH_TOKEN_EXPIRE_DAYS",
        ["JWT_REFRESH_EXPIRES_DAYS"] = "use REFRESH_TOKEN_EXPIRE_DAYS",
        ["DATABASE_URL_SYNC"] = "use DATABASE_URL",
        ["SQLITE_DATABASE_URL"] = "use DB_ENGINE=sqlite and HSS_DATA",
        ["MESSAGE_BUS_MODE"] = "events are published on /api/v1/events",
        ["SNS_TOPIC_ARN"] = "events are published on /api/v1/events",
        ["SMTP_USE_TLS"] = "use SMTP_STARTTLS",
        ["SMTP_USER"] = "use SMTP_USERNAME",
        ["FROM_EMAIL"] = "use EMAIL_FROM",
        ["CORS_ALLOW_ORIGINS"] = "use CORS_ORIGINS",
        ["ADMIN_PASSWORD"] = "use HSS_ADMIN_EMAIL and HSS_ADMIN_PASSWORD",
        ["APP_PORT"] = "use HSS_URLS or HSS_LISTENERS",
        ["APP_HOST"] = "use HSS_URLS",
        ["FLASK_ENV"] = "use ASPNETCORE_ENVIRONMENT",
        ["APP_ENV"] = "use ASPNETCORE_ENVIRONMENT",
        ["APP_DEBUG"] = "use HSS_LOG_LEVEL",
        ["NGINX_PORT"] = "one server answers for all systems",
        ["NOTIFICATION_SERVICE_PORT"] = "one server answers for all systems; HSS_LISTENERS adds ports",
        ["PASSWORD_RESET_REDIRECT_URL"] = "use HSS_PUBLIC_URL",
        ["API_BASE_URL"] = "use HSS_PUBLIC_URL",
        ["SMTP_FROM_NAME"] = "put the name into EMAIL_FROM",
        ["UPLOAD_DIR"] = "files live under HSS_DATA",
        ["USE_VISION_FOR_ANALYSIS"] = "nothing here asks a language model",
        ["DEEPSEEK_*"] = "nothing here asks a language model",
        ["QWEN_*"] = "nothing here asks a language model",
        ["MAX_UPLOAD_SIZE_MB"] = "use Files:MaxBytes",
        ["SUPABASE_URL"] = "accounts live here",
        ["SUPABASE_ANON_KEY"] = "accounts live here",
        ["SUPABASE_SERVICE_ROLE_KEY"] = "accounts live here",
        ["SUPABASE_WEBHOOK_SECRET"] = "accounts live here",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>One line for each that is set; a name that ends with <c>*</c> stands for all that begin so.</summary>
    public static IEnumerable<string> Warnings(IConfiguration configuration) => All
        .SelectMany(v => Set(configuration, v.Key), (v, name) => (Name: name, Instead: v.Value))
        .OrderBy(v => v.Name, StringComparer.Ordinal)
        .Select(v => $"{v.Name} is set, but has no effect here: {v.Instead}");

    private static IEnumerable<string> Set(IConfiguration configuration, string name) =>
        name.EndsWith('*')
            ? configuration.GetChildren().Where(c => c.Key.StartsWith(name[..^1], StringComparison.Ordinal) && !string.IsNullOrEmpty(c.Value)).Select(c => c.Key)
            : string.IsNullOrEmpty(configuration[name]) ? [] : [name];
}
