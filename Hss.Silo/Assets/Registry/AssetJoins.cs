using System.Collections.Frozen;
using System.Collections.Immutable;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Grains.Identity;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Assets.References;
using Hss.Interfaces.Identity;
using Hss.Silo.Assets.References;
using Hss.Silo.Journal;
using Microsoft.Extensions.Logging;

namespace Hss.Silo.Assets.Registry;

/// <summary>What assets refer to, by id, as of now.</summary>
public sealed record AssetNames(
    FrozenDictionary<string, CategoryView> Categories, FrozenDictionary<string, LocationView> Locations, FrozenDictionary<string, AssetPerson> People);

/// <summary>A person as asset management knows them.</summary>
public sealed record AssetPerson(string Id, string Name, string Email);

/// <summary>Looks up what assets refer to: one query a kind, however many there are.</summary>
public sealed class AssetJoins(AssetReferences references, IJournal journal, EntityCodec codec, ILogger<AssetJoins> log)
{
    /// <summary>What these assets refer to.</summary>
    public async Task<AssetNames> Names(ImmutableArray<AssetView> assets, CancellationToken cancellation) => new(
        assets.IsEmpty
            ? FrozenDictionary<string, CategoryView>.Empty
            : await references.Categories(assets.Select(a => a.Details.CategoryId), cancellation).ConfigureAwait(false),
        assets.All(a => a.Details.LocationId is null)
            ? FrozenDictionary<string, LocationView>.Empty
            : await references.Locations(assets.Select(a => a.Details.LocationId).OfType<string>(), cancellation).ConfigureAwait(false),
        await People(assets.Select(a => a.AssignedTo).OfType<string>(), cancellation).ConfigureAwait(false));

    /// <summary>Accounts by id, members or not any more.</summary>
    public async Task<FrozenDictionary<string, AssetPerson>> People(IEnumerable<string> ids, CancellationToken cancellation)
    {
        ImmutableArray<string> wanted = [.. ids.Distinct(StringComparer.Ordinal)];
        if (wanted.IsEmpty)
            return FrozenDictionary<string, AssetPerson>.Empty;
        var page = await journal.List(
            new EntityQuery(AccountKind.Instance.Name) { Ids = wanted, ExceptStatuses = [AccountRules.Abandoned], Limit = wanted.Length }, cancellation).ConfigureAwait(false);
        return codec.DecodeReadable(AccountKind.Instance, page.Rows, log).Select(r => Person(AccountViews.Of(r.State))).ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
    }

    private static AssetPerson Person(AccountView account)
    {
        var profile = account.ProfileIn(AssetService.System);
        return new(account.Id, $"{profile.FirstName} {profile.LastName}".Trim(), account.Email);
    }
}
