using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Entities;
using Hss.Grains.Library.Deliveries;
using Hss.Grains.Robots;
using Hss.Grains.Robots.Fleet;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Library;
using Hss.Interfaces.Robots;
using Hss.Silo.Hosting;
using Hss.Silo.Identity;

namespace Hss.Silo.Robots;

/// <summary>What a robot's session and its HTTP calls are made of: the same for both.</summary>
public sealed class RobotService(
    IGrainFactory grains, UniqueNames names, AccessTokens tokens, RobotQueries queries, RobotTelemetryStream telemetry, HssSettings settings, TimeProvider time)
{
    private const int CredentialBytes = 32;

    /// <summary>How long a robot's token is good.</summary>
    public TimeSpan TokenLifetime => settings.Identity.AccessLifetime;

    /// <summary>The grain of a robot.</summary>
    public IRobotGrain Robot(string id) => grains.GetGrain<IRobotGrain>(RobotKind.Instance.Key(id).ToString());

    /// <summary>A new credential: 256 random bits as text. Only its digest is stored.</summary>
    public static string NewCredential() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CredentialBytes));

    /// <summary>Registers a robot with its credential.</summary>
    public async Task<Outcome<RobotView>> Register(CallContext context, string id, string name, string credential)
    {
        var key = names.Key("luna_robot", SearchText.Of(name));
        var latch = await Fleet().Get().ConfigureAwait(false);
        var outcome = await Robot(id).Register(context, new(name, Digest(credential), key, latch)).ConfigureAwait(false);
        return outcome.Refusal == RobotRules.NameTaken
            ? await names.Decided(outcome, key, async owner => await Robot(owner.Id).Get().ConfigureAwait(false) is not null).ConfigureAwait(false)
            : outcome;
    }

    /// <summary>A token for a robot that shows its credential, or null.</summary>
    public async Task<string?> SignIn(string id, string credential) =>
        await Robot(id).Knows(Digest(credential)).ConfigureAwait(false) ? tokens.SignRobot(id, TokenLifetime) : null;

    /// <summary>The robot that a path names by its id or its name, or null.</summary>
    public async Task<string?> Find(string idOrName, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(idOrName, "D", out var id))
            return await queries.Named(idOrName, cancellation).ConfigureAwait(false);
        return await Robot(id.ToString()).Get().ConfigureAwait(false) is null ? null : id.ToString();
    }

    /// <summary>
    /// A robot is heard. What it says of its task goes to the delivery first, so that a task that it ends here is over when it is answered. A stale token is
    /// refused, but the robot is heard all the same: it is alive.
    /// </summary>
    public async Task<Outcome<RobotOrders>> Beat(CallContext context, string robotId, RobotBeat beat, string? taskId, TaskReport? report)
    {
        Refusal? refusal = null;
        if (report is not null)
            refusal = (await Delivery(taskId!).Report(context, report).ConfigureAwait(false)).Refusal;
        var orders = await Robot(robotId).Beat(context, beat).ConfigureAwait(false);
        if (orders.Accepted && beat is not { Position: null, Status: null, Battery: null })
            await telemetry.Publish(orders.Value.Robot, time.GetUtcNow()).ConfigureAwait(false);
        return refusal is null ? orders : refusal;
    }

    private static string Digest(string credential) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(credential)));

    private IRobotFleetGrain Fleet() => grains.GetGrain<IRobotFleetGrain>(RobotFleetKind.TheFleet.ToString());

    private IDeliveryGrain Delivery(string id) => grains.GetGrain<IDeliveryGrain>(DeliveryKind.Instance.Key(id).ToString());
}
