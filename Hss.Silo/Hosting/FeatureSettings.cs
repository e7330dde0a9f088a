using System.Collections.Immutable;
using System.Net;
using System.Net.Mail;
using Hss.Grains.Files;

namespace Hss.Silo.Hosting;

/// <summary>Ports, browsers, proxies.</summary>
/// <param name="Listeners"><c>HSS_LISTENERS</c> (<c>8081=/hss,…</c>): own ports that serve one mount at their root.</param>
/// <param name="CorsOrigins"><c>Cors:Origins</c> or <c>CORS_ORIGINS</c>: origins that may send credentials.</param>
/// <param name="TrustedProxies"><c>HSS_TRUSTED_PROXIES</c>: addresses or networks whose forwarded headers count.</param>
/// <param name="RequireHttps"><c>HSS_REQUIRE_HTTPS</c>: 308 to https, and HSTS.</param>
/// <param name="MaxBodyBytes">Longest body unless a route says otherwise; 1 MiB.</param>
/// <param name="Deadline">How long a request may take before 503; 10 s.</param>
public sealed record HttpSettings(
    ImmutableArray<Listener> Listeners,
    ImmutableArray<string> CorsOrigins,
    ImmutableArray<IPNetwork> TrustedProxies,
    bool RequireHttps,
    int MaxBodyBytes,
    TimeSpan Deadline)
{
    internal static HttpSettings Read(SettingsReader reader, bool development)
    {
        var origins = reader.List("Cors:Origins");
        if (origins.IsEmpty)
            origins = reader.List("CORS_ORIGINS");
        if (origins.IsEmpty && development)
            origins = ["http://localhost:5173", "http://localhost:3000"];
        return new(
            [.. reader.List("HSS_LISTENERS").Select(text => Listener.Parse(reader, text)).OfType<Listener>()],
            origins,
            [.. reader.List("HSS_TRUSTED_PROXIES").Select(text => Network(reader, text)).OfType<IPNetwork>()],
            reader.Flag("HSS_REQUIRE_HTTPS", false),
            reader.Number("Limits:BodyBytes", 1024 * 1024, 1024, 64 * 1024 * 1024),
            TimeSpan.FromSeconds(reader.Number("Limits:RequestSeconds", 10, 1, 25)));
    }

    private static IPNetwork? Network(SettingsReader reader, string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        reader.Fault($"HSS_TRUSTED_PROXIES: '{text}' is neither an address nor a network");
        return null;
    }
}

/// <summary>A port of its own for one mount.</summary>
/// <param name="Port">1..65535.</param>
/// <param name="MountPath">The mount's path, <c>/hss</c>.</param>
public sealed record Listener(int Port, string MountPath)
{
    private static readonly ImmutableArray<string> Mounts = ["/hss", "/store", "/sams", "/reservia", "/luna"];

    internal static Listener? Parse(SettingsReader reader, string text)
    {
        var parts = text.Split('=', 2);
        if (parts.Length == 2 && int.TryParse(parts[0], out var port) && port is > 0 and <= 65535 && Mounts.Contains(parts[1].TrimEnd('/')))
            return new(port, parts[1].TrimEnd('/'));
        reader.Fault($"HSS_LISTENERS: '{text}' is not port=/mount with one of {string.Join(' ', Mounts)}");
        return null;
    }
}

/// <summary>Tokens, cookies, the first operator.</summary>
/// <param name="AccessLifetime"><c>ACCESS_TOKEN_EXPIRE_MINUTES</c>; 15 min.</param>
/// <param name="RefreshLifetime"><c>REFRESH_TOKEN_EXPIRE_DAYS</c>; 7 days.</param>
/// <param name="ResetLifetime"><c>RESET_TOKEN_EXPIRE_MINUTES</c>; 30 min.</param>
/// <param name="Cookies">How cookies are set.</param>
/// <param name="AdminEmail"><c>HSS_ADMIN_EMAIL</c>: the first operator, made at start when no account has this e-mail.</param>
/// <param name="AdminPassword"><c>HSS_ADMIN_PASSWORD</c>.</param>
/// <param name="PublicUrl"><c>HSS_PUBLIC_URL</c>: the address that mailed links begin with.</param>
public sealed record IdentitySettings(
    TimeSpan AccessLifetime,
    TimeSpan RefreshLifetime,
    TimeSpan ResetLifetime,
    CookieSettings Cookies,
    string? AdminEmail,
    string? AdminPassword,
    string PublicUrl)
{
    internal static IdentitySettings Read(SettingsReader reader, bool development)
    {
        var (email, password) = (reader.Text("HSS_ADMIN_EMAIL"), reader.Text("HSS_ADMIN_PASSWORD"));
        if (email is null != password is null)
            reader.Fault($"{(email is null ? "HSS_ADMIN_EMAIL" : "HSS_ADMIN_PASSWORD")}: missing (the first operator needs both)");
        if (password is { Length: < 8 or > 200 })
            reader.Fault("HSS_ADMIN_PASSWORD: must have 8 to 200 characters");
        return new(
            TimeSpan.FromMinutes(reader.Number("ACCESS_TOKEN_EXPIRE_MINUTES", 15, 1, 24 * 60)),
            TimeSpan.FromDays(reader.Number("REFRESH_TOKEN_EXPIRE_DAYS", 7, 1, 365)),
            TimeSpan.FromMinutes(reader.Number("RESET_TOKEN_EXPIRE_MINUTES", 30, 1, 24 * 60)),
            CookieSettings.Read(reader, development),
            email,
            password,
            (reader.Text("HSS_PUBLIC_URL") ?? "http://localhost:8080").TrimEnd('/'));
    }
}

/// <summary>Attributes of the cookies that are set: <c>COOKIE_DOMAIN|SECURE|SAMESITE|PATH</c>.</summary>
/// <param name="SameSite"><c>lax</c>, <c>strict</c> or <c>none</c>.</param>
public sealed record CookieSettings(string? Domain, bool Secure, string SameSite, string Path)
{
    internal static CookieSettings Read(SettingsReader reader, bool development)
    {
        var site = reader.Text("COOKIE_SAMESITE")?.ToLowerInvariant() ?? "lax";
        if (site is not ("lax" or "strict" or "none"))
            reader.Fault($"COOKIE_SAMESITE: '{site}' is not lax, strict or none");
        return new(reader.Text("COOKIE_DOMAIN"), reader.Flag("COOKIE_SECURE", !development), site, reader.Text("COOKIE_PATH") ?? "/");
    }
}

/// <summary>Outgoing mail: a server; when none is named, files under <c>&lt;data&gt;/mail</c> in Development and nothing elsewhere.</summary>
/// <param name="Host"><c>SMTP_HOST</c>, or null.</param>
/// <param name="Port"><c>SMTP_PORT</c>; 587.</param>
/// <param name="StartTls"><c>SMTP_STARTTLS</c>; true.</param>
/// <param name="From"><c>EMAIL_FROM</c>.</param>
public sealed record MailSettings(string? Host, int Port, string? Username, string? Password, bool StartTls, string From)
{
    internal static MailSettings Read(SettingsReader reader)
    {
        var from = reader.Text("EMAIL_FROM") ?? "no-reply@hss.localhost";
        if (!MailAddress.TryCreate(from, out _))
            reader.Fault($"EMAIL_FROM: '{from}' is no e-mail address");
        return new(
            reader.Text("SMTP_HOST"),
            reader.Number("SMTP_PORT", 587, 1, 65535),
            reader.Text("SMTP_USERNAME"),
            reader.Text("SMTP_PASSWORD"),
            reader.Flag("SMTP_STARTTLS", true),
            from);
    }
}

/// <summary>Uploaded files: the built-in store under <c>&lt;data&gt;/files</c>, or S3.</summary>
/// <param name="Bucket"><c>S3_BUCKET</c>; without it, or with <c>USE_PRESIGNED_UPLOADS=false</c>, the built-in store is used.</param>
/// <param name="Region"><c>AWS_REGION</c>; us-east-1.</param>
/// <param name="Endpoint"><c>S3_ENDPOINT</c>: another server than Amazon's.</param>
/// <param name="AccessKey"><c>AWS_ACCESS_KEY_ID</c>.</param>
/// <param name="SecretKey"><c>AWS_SECRET_ACCESS_KEY</c>.</param>
/// <param name="SessionToken"><c>AWS_SESSION_TOKEN</c>: with keys that were lent for a time.</param>
/// <param name="MaxBytes"><c>Files:MaxBytes</c>: largest upload; 10 MiB.</param>
/// <param name="LinkLifetime"><c>Files:LinkSeconds</c>: how long an upload link works; 900 s.</param>
/// <param name="Types"><c>Files:Types</c>: the media types that may be uploaded; all that <see cref="FileType"/> knows.</param>
public sealed record FileSettings(
    string? Bucket,
    string Region,
    Uri? Endpoint,
    string? AccessKey,
    string? SecretKey,
    string? SessionToken,
    long MaxBytes,
    TimeSpan LinkLifetime,
    ImmutableArray<string> Types)
{
    internal static FileSettings Read(SettingsReader reader)
    {
        var bucket = reader.Flag("USE_PRESIGNED_UPLOADS", true) ? reader.Text("S3_BUCKET") : null;
        var (access, secret) = (reader.Text("AWS_ACCESS_KEY_ID"), reader.Text("AWS_SECRET_ACCESS_KEY"));
        if (bucket is not null && (access is null || secret is null))
            reader.Fault("S3_BUCKET: needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        Uri? endpoint = null;
        if (reader.Text("S3_ENDPOINT") is { } text && (!Uri.TryCreate(text, UriKind.Absolute, out endpoint) || endpoint.Scheme is not ("http" or "https")))
            reader.Fault($"S3_ENDPOINT: '{text}' is no http or https address");
        var types = reader.List("Files:Types");
        foreach (var type in types.Where(t => FileType.Of(t) is null))
            reader.Fault($"Files:Types: '{type}' is none of {string.Join(' ', FileType.All.Select(t => t.ContentType))}");
        return new(
            bucket,
            reader.Text("AWS_REGION") ?? "us-east-1",
            endpoint,
            access,
            secret,
            reader.Text("AWS_SESSION_TOKEN"),
            reader.Number("Files:MaxBytes", 10 * 1024 * 1024, 1024, 1024 * 1024 * 1024),
            TimeSpan.FromSeconds(reader.Number("Files:LinkSeconds", 900, 30, 24 * 3600)),
            types.IsEmpty ? [.. FileType.All.Select(t => t.ContentType)] : types);
    }
}

/// <summary>Rates and locks (contracts: off in Development, on elsewhere).</summary>
/// <param name="Enabled"><c>RateLimits:Enabled</c>.</param>
/// <param name="SignInsPerMinute">Sign-ins a minute and address; 10.</param>
/// <param name="SignInFailures">Failures within the lock time that lock an account; 5.</param>
/// <param name="LockTime">How long failures count and a lock lasts; 15 min.</param>
/// <param name="AccountPerMinute">Requests a minute and account; 600.</param>
/// <param name="AddressPerMinute">Requests a minute and address without sign-in; 300.</param>
/// <param name="LiveConnections">Live connections an account; 10.</param>
public sealed record LimitSettings(
    bool Enabled, int SignInsPerMinute, int SignInFailures, TimeSpan LockTime, int AccountPerMinute, int AddressPerMinute, int LiveConnections)
{
    internal static LimitSettings Read(SettingsReader reader, bool development) => new(
        reader.Flag("RateLimits:Enabled", !development),
        reader.Number("RateLimits:SignInsPerMinute", 10, 1, 100_000),
        reader.Number("RateLimits:SignInFailures", 5, 1, 1000),
        TimeSpan.FromMinutes(reader.Number("RateLimits:LockMinutes", 15, 1, 24 * 60)),
        reader.Number("RateLimits:AccountPerMinute", 600, 1, 1_000_000),
        reader.Number("RateLimits:AddressPerMinute", 300, 1, 1_000_000),
        reader.Number("Limits:LiveConnections", 10, 1, 10_000));
}
