using System.Net;

namespace Hss.Silo.Hosting;

/// <summary>The host of the grains, and, in the Orleans engine, how the silos of a cluster find each other.</summary>
/// <param name="IdleTime"><c>HSS_GRAIN_IDLE_MINUTES</c>: a grain without a call for so long leaves memory; 15 min.</param>
/// <param name="ManySilos">Whether other silos may share the database: the Orleans engine without <c>HSS_SINGLE_SILO</c>.</param>
/// <param name="Address"><c>HSS_SILO_ADDRESS</c>: where the other silos reach this one; null for the machine's first address.</param>
/// <param name="SiloPort"><c>HSS_SILO_PORT</c>: where silos talk to each other; 11111.</param>
/// <param name="GatewayPort"><c>HSS_GATEWAY_PORT</c>: where clients outside the silos connect; 0, as the API is in the silo's process.</param>
/// <param name="ClusterId"><c>HSS_CLUSTER_ID</c>: silos of one id are one cluster; hss.</param>
/// <param name="ServiceId"><c>HSS_SERVICE_ID</c>: the service's name, the same through all its clusters; hss.</param>
public sealed record GrainSettings(
    TimeSpan IdleTime, bool ManySilos, IPAddress? Address, int SiloPort, int GatewayPort, string ClusterId, string ServiceId)
{
    /// <summary>How long a call may go without an answer, in both engines. Longer than the API's deadline.</summary>
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Calls without an answer that one grain may have, in both engines; more are refused at once.</summary>
    public const int MailboxLimit = 10_000;

    internal static GrainSettings Read(SettingsReader reader, DatabaseEngine database, bool orleans)
    {
        if (orleans && database == DatabaseEngine.Sqlite)
            reader.Fault("DB_ENGINE: the Orleans engine needs postgres; SQLite is a file of one process (build with HssEngine=embedded for it)");
        var (silo, gateway) = (reader.Number("HSS_SILO_PORT", 11111, 1, 65535), reader.Number("HSS_GATEWAY_PORT", 0, 0, 65535));
        if (silo == gateway)
            reader.Fault($"HSS_GATEWAY_PORT: {gateway} is HSS_SILO_PORT already");
        return new(
            TimeSpan.FromMinutes(reader.Number("HSS_GRAIN_IDLE_MINUTES", 15, 2, 24 * 60)),
            !reader.Flag("HSS_SINGLE_SILO", false) && orleans,
            ReadAddress(reader),
            silo,
            gateway,
            Id(reader, "HSS_CLUSTER_ID"),
            Id(reader, "HSS_SERVICE_ID"));
    }

    private static IPAddress? ReadAddress(SettingsReader reader)
    {
        if (reader.Text("HSS_SILO_ADDRESS") is not { } text)
            return null;
        if (IPAddress.TryParse(text, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any))
            return address;
        reader.Fault($"HSS_SILO_ADDRESS: '{text}' is no address that other silos can reach");
        return null;
    }

    private static string Id(SettingsReader reader, string name)
    {
        var id = reader.Text(name) ?? "hss";
        if (id.Length > 100 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            reader.Fault($"{name}: '{id}' is not 1..100 characters of letters, digits, '.', '_', '-'");
        return id;
    }
}
