using System.Collections.Frozen;
using System.Collections.Immutable;
using Hss.Grains.Assets.Registry;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.Workflows;
using Hss.Interfaces.Identity;
using Hss.Silo.Assets.Registry;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Assets.Workflows;

/// <summary>A person as workflows and comments name them.</summary>
/// <param name="Role">In asset management; null for who is no active member any more.</param>
public sealed record Person(string Id, string Name, string Email, string? Role);

/// <summary>The people and assets that some workflows name; who or what is gone is left out.</summary>
public sealed record Parties(FrozenDictionary<string, Person> People, FrozenDictionary<string, AssetView> Assets);

/// <summary>Finds the people and assets of workflows, a page of them at once.</summary>
public sealed class WorkflowParties(IJournal journal, EntityCodec codec, ILogger<WorkflowParties> log)
{
    /// <summary>The role of those who are told of new requests.</summary>
    private const string ManagerLink = "sams:manager";

    /// <summary>All that these name.</summary>
    public async Task<Parties> Of(ImmutableArray<WorkflowView> workflows, CancellationToken cancellation)
    {
        var people = await People(workflows.SelectMany(w => (string?[])[w.RequesterId, w.AssigneeId, w.ApproverId]).OfType<string>(), cancellation).ConfigureAwait(false);
        return new(people, await Assets(workflows.Select(w => w.AssetId), cancellation).ConfigureAwait(false));
    }

    /// <summary>People by id.</summary>
    public async Task<FrozenDictionary<string, Person>> People(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToImmutableArray();
        return wanted.IsEmpty
            ? FrozenDictionary<string, Person>.Empty
            : (await Accounts(new(AccountKind.Instance.Name) { Ids = wanted, Limit = wanted.Length }, cancellation).ConfigureAwait(false))
                .ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
    }

    /// <summary>The managers that are active now.</summary>
    public async Task<ImmutableArray<Person>> Managers(CancellationToken cancellation) =>
        [.. (await Accounts(new(AccountKind.Instance.Name) { Links = [new("role", ManagerLink)], Limit = int.MaxValue }, cancellation).ConfigureAwait(false))
            .Where(p => p.Role is not null)];

    private async Task<FrozenDictionary<string, AssetView>> Assets(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (wanted.IsEmpty)
            return FrozenDictionary<string, AssetView>.Empty;
        var page = await journal.List(new(AssetKind.Instance.Name) { Ids = wanted, Limit = wanted.Length }, cancellation).ConfigureAwait(false);
        return codec.DecodeReadable(AssetKind.Instance, page.Rows, log)
            .Where(r => r.State.WasMade)
            .ToFrozenDictionary(r => r.State.Id, r => AssetViews.Of(r.State) with { Version = r.Row.Version }, StringComparer.Ordinal);
    }

    private async Task<IEnumerable<Person>> Accounts(EntityQuery query, CancellationToken cancellation)
    {
        var page = await journal.List(query with { ExceptStatuses = [AccountRules.Abandoned] }, cancellation).ConfigureAwait(false);
        return codec.DecodeReadable(AccountKind.Instance, page.Rows, log).Select(r => Of(AccountViews.Of(r.State)));
    }

    private static Person Of(AccountView account)
    {
        var profile = account.ProfileIn(AssetService.System);
        return new(account.Id, $"{profile.FirstName} {profile.LastName}".Trim(), account.Email, WorkflowService.RoleOf(account));
    }
}
