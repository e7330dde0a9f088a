using System.Security.Cryptography;
using System.Text;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Identity;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;

namespace Hss.Silo.Assets.Registry;

/// <summary>What the routes of assets are made of: ids for new ones, holders that are members, and patience with what is being decided.</summary>
public sealed class AssetService(IGrainFactory grains)
{
    /// <summary>The system whose members can have assets.</summary>
    public const string System = "sams";

    private const int GuidSize = 16;

    private const int UndecidedTries = 200;

    private static readonly TimeSpan UndecidedPause = TimeSpan.FromMilliseconds(25);

    private static readonly Refusal UserNotFound = new(RefusalCodes.NotFound, "User not found");

    /// <summary>The grain of an asset.</summary>
    public IAssetGrain Asset(string id) => grains.GetGrain<IAssetGrain>(AssetKind.Instance.Key(id).ToString());

    /// <summary>An id for a new asset: a repeat of the same operation finds the same.</summary>
    public static string NewId(CallContext context) => context.Operation is { } operation
        ? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"asset {operation.Id}")).AsSpan(0, GuidSize)).ToString()
        : Guid.NewGuid().ToString();

    /// <summary>
    /// What a call comes to when nothing is in the way any more. An asset that a workflow is being approved for, and a tag that something else holds,
    /// are refused with <see cref="AssetCodes.Undecided"/>: such a call is made again for about five seconds, so that callers hear what was decided.
    /// </summary>
    public static async Task<Outcome<T>> Decided<T>(Func<Task<Outcome<T>>> call)
    {
        for (var tries = 1; ; tries++)
        {
            var outcome = await call().ConfigureAwait(false);
            if (outcome.Refusal?.Code != AssetCodes.Undecided || tries == UndecidedTries)
                return outcome;
            await Task.Delay(UndecidedPause).ConfigureAwait(false);
        }
    }

    /// <summary>Makes an asset. Beside what <see cref="IAssetGrain.Create"/> refuses, its holder must be a member.</summary>
    public async Task<Outcome<AssetView>> Create(CallContext context, string id, CreateAsset command) =>
        await MissingMember(command.AssignedTo).ConfigureAwait(false) ?? await Decided(() => Asset(id).Create(context, command)).ConfigureAwait(false);

    /// <summary>Changes what is named.</summary>
    public async Task<Outcome<AssetView>> Change(CallContext context, string id, ChangeAsset command) =>
        await MissingMember(command.AssignedTo).ConfigureAwait(false) ?? await Decided(() => Asset(id).Change(context, command)).ConfigureAwait(false);

    /// <summary>Gives it to a member, or takes it back.</summary>
    public async Task<Outcome<AssetView>> Assign(CallContext context, string id, string? userId, string? reason) =>
        await MissingMember(userId).ConfigureAwait(false) ?? await Decided(() => Asset(id).Assign(context, userId, reason)).ConfigureAwait(false);

    /// <summary>Whether an account is a member of asset management now.</summary>
    public async Task<bool> IsMember(string userId) =>
        await grains.GetGrain<IAccountGrain>(AccountKind.Instance.Key(userId).ToString()).Get().ConfigureAwait(false) is { } account && account.RoleIn(System) is not null;

    // A refusal as an outcome, or null.
    private async Task<Outcome<AssetView>?> MissingMember(string? userId) =>
        userId is null || await IsMember(userId).ConfigureAwait(false) ? null : (Outcome<AssetView>)UserNotFound;
}
