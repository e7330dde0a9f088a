using System.Text.RegularExpressions;
using Hss.Silo.Hosting;
using Hss.Tests.Unit.Architecture;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Hss.Tests.Unit.Hosting;

/// <summary><c>docs/operations.md</c> and <c>.env.example</c> against what the program reads.</summary>
public sealed partial class OperationsDocumentTests : IDisposable
{
    // Read by others than the settings: the host, and the exporter to OpenTelemetry.
    private static readonly string[] ReadElsewhere =
    [
        "ASPNETCORE_ENVIRONMENT", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_TIMEOUT",
        "OTEL_METRIC_EXPORT_INTERVAL",
    ];

    // For tests, and another spelling that stands in the row of CORS_ORIGINS.
    private static readonly string[] Unlisted = ["HSS_FAULT", "Cors:Origins"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hss-settings-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void TheTableOfSettings_IsWhatTheProgramReads()
    {
        var asked = new HashSet<string>();
        Ask(asked);
        Ask(asked, ("DB_ENGINE", "postgres"), ("S3_BUCKET", "b"), ("SMTP_HOST", "h"));
        Assert.Equal(asked.Except(Unlisted).Concat(ReadElsewhere).Order(StringComparer.Ordinal), Settings().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheExample_HasEverySetting()
    {
        var example = File.ReadLines(Path.Combine(SourceTree.Root, ".env.example")).Select(l => ExampleLine().Match(l)).Where(m => m.Success)
            .Select(m => m.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal));
        Assert.Equal(Settings().Order(StringComparer.Ordinal), example.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheMapOfEarlierVariables_IsTheCodes()
    {
        var map = Rows("Variables of the earlier systems").ToDictionary(r => r.Name, r => r.Text);
        var without = map.Where(r => r.Value != "the same name").ToDictionary(r => r.Key, r => r.Value);
        Assert.Equal(
            UnusedVariables.All.Select(v => $"{v.Key}: no effect, one warning at start: {v.Value}").Order(StringComparer.Ordinal),
            without.Select(r => $"{r.Key}: {r.Value}").Order(StringComparer.Ordinal));
        Assert.Subset(Settings().ToHashSet(), map.Keys.Except(without.Keys).ToHashSet());
    }

    [Theory]
    [InlineData("DB_ENGINE DB_HOST DB_PORT DB_NAME DB_USER DB_PASSWORD AWS_REGION S3_BUCKET USE_PRESIGNED_UPLOADS")]
    [InlineData("SECRET_KEY JWT_ALGORITHM ACCESS_TOKEN_EXPIRE_MINUTES REFRESH_TOKEN_EXPIRE_DAYS SQLITE_DATABASE_URL COOKIE_DOMAIN COOKIE_SECURE COOKIE_SAMESITE COOKIE_PATH")]
    [InlineData("SMTP_HOST SMTP_PORT SMTP_USERNAME SMTP_PASSWORD SMTP_STARTTLS EMAIL_FROM")]
    [InlineData("SUPPORT_ATTACHMENT_DIR SUPPORT_ATTACHMENT_MAX_MB SUPPORT_ALLOWED_MIME_PREFIXES SUPPORT_HISTORY_LIMIT SUPPORT_QUEUE_LIMIT")]
    [InlineData("DATABASE_URL DATABASE_URL_SYNC REDIS_URL JWT_ACCESS_SECRET JWT_REFRESH_SECRET JWT_ACCESS_EXPIRES_MINUTES JWT_REFRESH_EXPIRES_DAYS JWT_SECRET_KEY CORS_ORIGINS")]
    [InlineData("APP_ENV APP_DEBUG APP_HOST APP_PORT UPLOAD_DIR MAX_UPLOAD_SIZE_MB QR_CODE_BASE_URL APP_FRONTEND_URL SMTP_USER FROM_EMAIL SMTP_FROM_NAME SMTP_USE_TLS")]
    [InlineData("USE_VISION_FOR_ANALYSIS DEEPSEEK_* QWEN_* ADMIN_PASSWORD")]
    public void TheMapOfEarlierVariables_HasThoseOfTheDocuments(string names) =>
        Assert.Subset(Rows("Variables of the earlier systems").Select(r => r.Name).ToHashSet(), names.Split(' ').ToHashSet());

    [Fact]
    public void UnusedVariables_AreOneLineEach_AlsoByTheirBeginning()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("REDIS_URL", "redis://x"), new("QWEN_MODEL", "m"), new("QWEN_HOST", ""), new("HSS_URLS", "http://localhost:1")]).Build();
        Assert.Equal(
            ["QWEN_MODEL is set, but has no effect here: nothing here asks a language model", "REDIS_URL is set, but has no effect here: grains and the live feed need no Redis"],
            UnusedVariables.Warnings(configuration));
    }

    private void Ask(HashSet<string> asked, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)).Append(new("HSS_DATA", _folder.FullName))).Build();
        try
        {
            HssSettings.Read(new Recording(configuration, asked), development: true);
        }
        catch (SettingsException)
        {
            // What must be given was not; it was asked for.
        }
    }

    private static IEnumerable<string> Settings() => Rows("Settings").Select(r => r.Name);

    // The rows of the first table below a heading.
    private static IEnumerable<(string Name, string Text)> Rows(string heading) =>
        File.ReadLines(Path.Combine(SourceTree.Root, "docs", "operations.md"))
            .SkipWhile(l => l != $"## {heading}").Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
            .Select(l => Row().Match(l)).Where(m => m.Success).Select(m => (m.Groups["name"].Value, m.Groups["text"].Value));

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \| (?<text>.*?) \|")]
    private static partial Regex Row();

    [GeneratedRegex("^# (?<name>[A-Za-z0-9_]+)=")]
    private static partial Regex ExampleLine();

    /// <summary>A configuration that notes what is asked of it.</summary>
    private sealed class Recording(IConfiguration inner, HashSet<string> asked) : IConfiguration
    {
        public string? this[string key]
        {
            get
            {
                if (!key.EndsWith("_FILE", StringComparison.Ordinal))
                    asked.Add(key);
                return inner[key];
            }

            set => inner[key] = value;
        }

        public IConfigurationSection GetSection(string key) => inner.GetSection(key);

        public IEnumerable<IConfigurationSection> GetChildren() => inner.GetChildren();

        public IChangeToken GetReloadToken() => inner.GetReloadToken();
    }
}
