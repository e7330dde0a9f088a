using System.Collections.Immutable;
using Hss.Grains.Shop;
using Hss.Silo.Journal;
using Hss.Silo.Logging;
using Microsoft.Extensions.Configuration;

namespace Hss.Silo.Hosting;

/// <summary>
/// Everything that operators set, read once at start from the environment and appsettings and checked as a whole. <c>docs/operations.md</c>
/// has the table of names, units and defaults.
/// </summary>
public sealed record HssSettings
{
    /// <summary>Whether this is <c>Development</c>: demonstration data, made keys, mails as files.</summary>
    public required bool Development { get; init; }

    /// <summary><c>HSS_DATA</c>: the folder of the database, files, keys, logs and mails; absolute.</summary>
    public required string DataFolder { get; init; }

    /// <summary><c>HSS_URLS</c>: where the whole server listens.</summary>
    public required ImmutableArray<string> Urls { get; init; }

    /// <summary>Where the journal is.</summary>
    public required DatabaseSettings Database { get; init; }

    /// <summary>The host of the grains.</summary>
    public required GrainSettings Grains { get; init; }

    /// <summary>The secrets.</summary>
    public required KeySettings Keys { get; init; }

    /// <summary>Files of keys that this start has made (Development).</summary>
    public ImmutableArray<string> CreatedKeys { get; init; } = [];

    /// <summary>Ports, browsers, proxies.</summary>
    public required HttpSettings Http { get; init; }

    /// <summary>Tokens, cookies, the first operator.</summary>
    public required IdentitySettings Identity { get; init; }

    /// <summary>Outgoing mail.</summary>
    public required MailSettings Mail { get; init; }

    /// <summary>Uploaded files.</summary>
    public required FileSettings Files { get; init; }

    /// <summary>The online store.</summary>
    public required ShopOptions Shop { get; init; }

    /// <summary>The store's support.</summary>
    public required SupportSettings Support { get; init; }

    /// <summary>QR codes of assets.</summary>
    public required QrCodeSettings QrCodes { get; init; }

    /// <summary>Reservation queues.</summary>
    public required ReservationSettings Reservations { get; init; }

    /// <summary>The library.</summary>
    public required LibrarySettings Library { get; init; }

    /// <summary>Robots.</summary>
    public required RobotSettings Robots { get; init; }

    /// <summary>Logs.</summary>
    public required LogSettings Log { get; init; }

    /// <summary>Rates and locks.</summary>
    public required LimitSettings Limits { get; init; }

    /// <summary><c>HSS_FAULT=kill-after-commit:n[:kind or event type]</c> (Development only): when the process kills itself, or null.</summary>
    public FaultPoint? Fault { get; init; }

    /// <summary>Reads and checks all of them.</summary>
    /// <param name="isSilo">Whether this is the program that is a silo alone.</param>
    /// <exception cref="SettingsException">Names every wrong or missing setting.</exception>
    public static HssSettings Read(IConfiguration configuration, bool development, bool isSilo = false)
    {
        var reader = new SettingsReader(configuration);
        var data = Path.GetFullPath(reader.Text("HSS_DATA") ?? "data");
        var database = DatabaseSettings.Read(reader);
        var settings = new HssSettings
        {
            Development = development,
            DataFolder = data,
            Urls = [.. reader.List("HSS_URLS") is { IsEmpty: false } urls ? urls : ["http://localhost:8080"]],
            Database = database,
            Grains = GrainSettings.Read(reader, database.Engine, GrainHosting.IsClustered, isSilo),
            Http = HttpSettings.Read(reader, development),
            Identity = IdentitySettings.Read(reader, development),
            Mail = MailSettings.Read(reader),
            Files = FileSettings.Read(reader),
            Shop = new(TimeSpan.FromSeconds(reader.Number("Stock:HoldSeconds", 30, 1, 3600))),
            Support = SupportSettings.Read(reader, data),
            QrCodes = QrCodeSettings.Read(reader),
            Reservations = ReservationSettings.Read(reader),
            Library = LibrarySettings.Read(reader),
            Robots = RobotSettings.Read(reader),
            Log = LogSettings.Read(reader, data),
            Limits = LimitSettings.Read(reader, development),
            Keys = KeySettings.Read(reader, data, development, out var created),
            CreatedKeys = created,
            Fault = ReadFault(reader, development),
        };
        foreach (var url in settings.Urls)
        {
            if (!Uri.TryCreate(url.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal), UriKind.Absolute, out var uri)
                || uri.Scheme is not ("http" or "https"))
                reader.Fault($"HSS_URLS: '{url}' is no http or https address");
        }

        return reader.Faults.IsEmpty ? settings : throw new SettingsException(reader.Faults);
    }

    private static FaultPoint? ReadFault(SettingsReader reader, bool development)
    {
        if (reader.Text("HSS_FAULT") is not { } text)
            return null;
        if (development && text.Split(':') is ["kill-after-commit", var batches, .. { Length: <= 1 } of] && int.TryParse(batches, out var number) && number > 0)
            return new(number, of is [var name] ? name : null);
        reader.Fault("HSS_FAULT: is for tests in Development only, as kill-after-commit:n, kill-after-commit:n:kind or kill-after-commit:n:event-type");
        return null;
    }
}

/// <summary>Settings are wrong or missing; each fault is one line for the operator.</summary>
public sealed class SettingsException(ImmutableArray<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>The faults.</summary>
    public ImmutableArray<string> Faults { get; } = faults;
}
