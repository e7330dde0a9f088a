using Npgsql;

namespace Hss.Silo.Hosting;

/// <summary>Which database holds the journal.</summary>
public enum DatabaseEngine
{
    /// <summary>One file under the data folder: the default.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or newer.</summary>
    Postgres,
}

/// <summary>Where the journal is: <c>DB_*</c>, or <c>DATABASE_URL</c> in their place.</summary>
/// <param name="ConnectionString">For PostgreSQL: Npgsql's connection string.</param>
public sealed record DatabaseSettings(DatabaseEngine Engine, string? ConnectionString)
{
    /// <summary>Reads them, noting faults.</summary>
    public static DatabaseSettings Read(SettingsReader settings)
    {
        var url = settings.Text("DATABASE_URL");
        var engine = settings.Text("DB_ENGINE")?.ToLowerInvariant() ?? (url is null || url.StartsWith("sqlite", StringComparison.Ordinal) ? "sqlite" : "postgres");
        switch (engine)
        {
            case "sqlite":
                return new(DatabaseEngine.Sqlite, null);
            case "postgres" or "postgresql":
                return new(DatabaseEngine.Postgres, url is null ? FromParts(settings) : FromUrl(settings, url));
            default:
                settings.Fault($"DB_ENGINE: '{engine}' is not supported; use sqlite or postgres");
                return new(DatabaseEngine.Sqlite, null);
        }
    }

    private static string FromParts(SettingsReader settings)
    {
        if (settings.Text("DB_CONNECTION") is { } given)
            return Checked(settings, "DB_CONNECTION", given);
        var name = settings.Text("DB_NAME");
        if (name is null)
            settings.Fault("DB_NAME: missing (the PostgreSQL database)");
        return new NpgsqlConnectionStringBuilder
        {
            Host = settings.Text("DB_HOST") ?? "localhost",
            Port = settings.Number("DB_PORT", 5432, 1, 65535),
            Database = name,
            Username = settings.Text("DB_USER") ?? "hss",
            Password = settings.Text("DB_PASSWORD"),
        }.ToString();
    }

    // postgresql://user:password@host:port/name, also with a driver behind a plus sign (postgresql+asyncpg).
    private static string FromUrl(SettingsReader settings, string url)
    {
        if (!url.Contains("://", StringComparison.Ordinal))
            return Checked(settings, "DATABASE_URL", url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme.Split('+')[0] is not ("postgres" or "postgresql") || uri.AbsolutePath.Length < 2)
        {
            settings.Fault("DATABASE_URL: expected postgresql://user:password@host:port/name");
            return "";
        }

        var user = uri.UserInfo.Split(':', 2);
        return new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        }.ToString();
    }

    private static string Checked(SettingsReader settings, string name, string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).ToString();
        }
        catch (ArgumentException)
        {
            settings.Fault($"{name}: is no connection string");
            return "";
        }
    }
}
