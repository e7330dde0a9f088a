using System.Net;

namespace Hss.Silo.Hosting;

/// <summary>What a process of the system does.</summary>
public enum NodeRole
{
    /// <summary>Grains and API: the whole server.</summary>
    All,

    /// <summary>The API alone; grains are in the silos.</summary>
    Api,

    /// <summary>Grains alone: the program <c>Hss.Silo</c>.</summary>
    Silo,
}

/// <summary>The host of the grains, and, in the cluster's engine, how the processes of a cluster find each other.</summary>
/// <param name="Role"><c>HSS_ROLE</c>: all.</param>
/// <param name="IdleTime"><c>HSS_GRAIN_IDLE_MINUTES</c>: a grain without a call for so long leaves memory; 15 min.</param>
/// <param name="ManySilos">Whether other silos may share the database: the cluster's engine without <c>HSS_SINGLE_SILO</c>.</param>
/// <param name="Address"><c>HSS_SILO_ADDRESS</c>: where the other silos reach this one; null for the machine's first address.</param>
/// <param name="SiloPort"><c>HSS_SILO_PORT</c>: where silos talk to each other; 11111.</param>
/// <param name="GatewayPort"><c>HSS_GATEWAY_PORT</c>: where API nodes connect to a silo; 30000 for a silo alone, 0 (none) for one with the API in its process.</param>
/// <param name="ClusterId"><c>HSS_CLUSTER_ID</c>: silos of one id are one cluster; hss.</param>
/// <param name="ServiceId"><c>HSS_SERVICE_ID</c>: the service's name, the same through all its clusters; hss.</param>
public sealed record GrainSettings(
    NodeRole Role, TimeSpan IdleTime, bool ManySilos, IPAddress? Address, int SiloPort, int GatewayPort, string ClusterId, string ServiceId)
{
    /// <summary>How long a call may go without an answer, in both engines. Longer than the API's deadline.</summary>
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Calls without an answer that one grain may have, in both engines; more are refused at once.</summary>
    public const int MailboxLimit = 10_000;

    /// <summary>What the host of the grains measures: the name of its meter.</summary>
    public static string Meter => GrainHosting.Meter;

    /// <param name="clustered">Whether this is the engine whose grains may be in many processes.</param>
    /// <param name="isSilo">Whether this is the program that is a silo alone.</param>
    internal static GrainSettings Read(SettingsReader reader, DatabaseEngine database, bool clustered, bool isSilo = false)
    {
        if (clustered && database == DatabaseEngine.Sqlite)
            reader.Fault("DB_ENGINE: the cluster's engine needs postgres; SQLite is a file of one process (build with HssEngine=embedded for it)");
        var role = ReadRole(reader, clustered, isSilo);
        var (silo, gateway) = (reader.Number("HSS_SILO_PORT", 11111, 1, 65535), reader.Number("HSS_GATEWAY_PORT", role == NodeRole.Silo ? 30000 : 0, 0, 65535));
        if (silo == gateway)
            reader.Fault($"HSS_GATEWAY_PORT: {gateway} is HSS_SILO_PORT already");
        var alone = reader.Flag("HSS_SINGLE_SILO", false);
        if (alone && role != NodeRole.All)
            reader.Fault($"HSS_SINGLE_SILO: a single silo has the API in its process, so HSS_ROLE cannot be {role.ToString().ToLowerInvariant()}");
        return new(
            role,
            TimeSpan.FromMinutes(reader.Number("HSS_GRAIN_IDLE_MINUTES", 15, 2, 24 * 60)),
            clustered && !alone,
            ReadAddress(reader),
            silo,
            gateway,
            Id(reader, "HSS_CLUSTER_ID"),
            Id(reader, "HSS_SERVICE_ID"));
    }

    private static NodeRole ReadRole(SettingsReader reader, bool clustered, bool isSilo)
    {
        var text = reader.Text("HSS_ROLE") ?? (isSilo ? "silo" : "all");
        var role = text switch { "all" => NodeRole.All, "api" => NodeRole.Api, "silo" => NodeRole.Silo, _ => (NodeRole?)null };
        if (role is null)
            reader.Fault($"HSS_ROLE: '{text}' is none of all, api, silo");
        else if (!clustered && role != NodeRole.All)
            reader.Fault($"HSS_ROLE: this build is one process for all; '{text}' needs the cluster's engine (build with HssEngine=orleans for it)");
        else if (isSilo != (role == NodeRole.Silo))
            reader.Fault(isSilo ? $"HSS_ROLE: Hss.Silo is a silo; start Hss.Api for '{text}'" : "HSS_ROLE: start Hss.Silo for 'silo'; Hss.Api is all or api");
        return role ?? NodeRole.All;
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
